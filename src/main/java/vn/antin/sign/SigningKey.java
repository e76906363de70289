package vn.antin.sign;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** A key that signs digests; where it lies is its own affair. */
interface SigningKey {
    /** The certificate of the key, then those that issued it, without the root. */
    List<X509Certificate> chain();

    /** One answer a digest, in their order, all with one opening of the key; a bad one spoils no other. */
    List<Answer> sign(List<Sha256> digests);

    /** The value over one digest. */
    default byte[] sign(Sha256 digest) {
        return switch (sign(List.of(digest)).getFirst()) {
            case Answer.Value it -> it.bytes();
            case Answer.Refused it -> throw it.refusal();
        };
    }

    default X509Certificate certificate() {
        return chain().getFirst();
    }

    /** What became of one digest. */
    sealed interface Answer {
        /** A raw value: PKCS#1 v1.5 for RSA (RFC 8017, 8.2), DER r and s for EC (RFC 3279, 2.2.3). */
        record Value(byte[] bytes) implements Answer {}

        record Refused(Refusal refusal) implements Answer {}
    }
}
