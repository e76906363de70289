package vn.antin.sign;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.antin.kernel.Sha256;

/** A key that signs a digest; where it lies is its own affair. */
interface SigningKey {
    /** The certificate of the key, then those that issued it, without the root. */
    List<X509Certificate> chain();

    /** A raw signature value over the digest: PKCS#1 v1.5 for RSA (RFC 8017, 8.2), DER r and s for EC (RFC 3279, 2.2.3). */
    byte[] sign(Sha256 digest);

    default X509Certificate certificate() {
        return chain().getFirst();
    }
}
