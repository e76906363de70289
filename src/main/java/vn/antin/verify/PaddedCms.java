package vn.antin.verify;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.io.IOException;
import java.util.Arrays;

/**
 * Lets DSS 6.4 read the signatures of PDF files with Bouncy Castle 1.85 and later, which refuses what follows a structure
 * (bcgit/bc-java#2360): in a PDF zeros always follow, because room is kept before the length is known. Found by
 * {@code META-INF/services}; public with a public constructor because of that.
 */
public final class PaddedCms extends CMSObjectUtils {
    @Override
    public CMS parseToCMS(byte[] padded) {
        try {
            int end = DerLength.of(padded);
            for (int i = end; i < padded.length; i++) {
                if (padded[i] != 0) {
                    return super.parseToCMS(padded);
                }
            }
            return super.parseToCMS(Arrays.copyOf(padded, end));
        } catch (IOException e) {
            // Not a structure at all: the library says so in its own words.
            return super.parseToCMS(padded);
        }
    }
}
