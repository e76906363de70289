package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.text.Normalizer;

/** The certificate authority of the demonstration, whose certificates prove nothing (keys-sample). */
public final class SampleAuthority {
    /** Stands in the name of both its certificates; no real authority calls itself so. */
    private static final String MARK = "KHÓA MẪU";

    private SampleAuthority() {}

    /** Whether the sample root or the sample issuing authority issued it. */
    public static boolean issued(X509Certificate certificate) {
        String issuer = certificate.getIssuerX500Principal().getName();
        return Normalizer.normalize(issuer, Normalizer.Form.NFC).contains(MARK);
    }
}
