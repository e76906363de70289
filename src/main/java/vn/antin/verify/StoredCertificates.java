package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.bouncycastle.cert.X509CertificateHolder;

/** The certificates of the document security store (ISO 32000-2, 12.8.4.3); nobody vouches for them but their issuers. */
final class StoredCertificates {
    private static final int MOST = 500;
    private static final int LARGEST = 64 << 10;

    private StoredCertificates() {}

    static List<X509CertificateHolder> of(COSDictionary catalog) {
        List<X509CertificateHolder> found = new ArrayList<>();
        COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
        COSArray certificates = store == null ? null : store.getCOSArray(COSName.CERTS);
        for (int i = 0; certificates != null && i < Math.min(MOST, certificates.size()); i++) {
            if (certificates.getObject(i) instanceof COSStream stream) {
                try (InputStream bytes = stream.createInputStream()) {
                    found.add(new X509CertificateHolder(bytes.readNBytes(LARGEST)));
                } catch (IOException | RuntimeException e) {
                    // Not a certificate, and so of no help.
                }
            }
        }
        return found;
    }
}
