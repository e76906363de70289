package vn.antin.sign;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1InputStream;

/** Lets the judge read signatures with zeros behind them, which newer Bouncy Castle refuses (bcgit/bc-java#2360). */
public class PaddedCms extends CMSObjectUtils {
    @Override
    public CMS parseToCMS(byte[] bytes) {
        try (var stream = new ASN1InputStream(new ByteArrayInputStream(bytes))) {
            return super.parseToCMS(stream.readObject().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
