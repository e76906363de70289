package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.antin.kernel.Sha256;

/**
 * Who signed whose certificate. That does not change, whatever is believed, and the same authorities are met again in every
 * file; so it is computed once and remembered.
 */
final class CertificateLinks {
    private static final Cache<Link, Boolean> KNOWN =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Link(Sha256 certificate, Sha256 key) {}

    private CertificateLinks() {}

    /** Whether the key in the other certificate signed it; not whether that one may. */
    static boolean signed(X509CertificateHolder it, X509CertificateHolder by) {
        try {
            var link = new Link(
                    Sha256.of(it.getEncoded()),
                    Sha256.of(by.getSubjectPublicKeyInfo().getEncoded()));
            return KNOWN.get(link, any -> verified(it, by));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean verified(X509CertificateHolder it, X509CertificateHolder by) {
        try {
            return it.isSignatureValid(SignatureAlgorithms.verifier(by, it.getSignatureAlgorithm()));
        } catch (CertException | GeneralSecurityException | RuntimeException e) {
            // A damaged one may not even name its algorithms.
            return false;
        }
    }
}
