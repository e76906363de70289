package vn.antin.verify;

import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A key by its algorithm and length, as trust data name them.
 *
 * @param algorithm {@code RSA}, {@code DSA}, {@code ECDSA}, {@code EdDSA}; anything else by its identifier
 * @param bits 0 when it cannot be told
 */
record KeyStrength(String algorithm, int bits) {
    private static final int ED25519 = 256;
    private static final int ED448 = 456;

    static KeyStrength of(SubjectPublicKeyInfo info) {
        var identifier = info.getAlgorithm().getAlgorithm();
        if (identifier.equals(EdECObjectIdentifiers.id_Ed25519) || identifier.equals(EdECObjectIdentifiers.id_Ed448)) {
            return new KeyStrength("EdDSA", identifier.equals(EdECObjectIdentifiers.id_Ed448) ? ED448 : ED25519);
        }
        try {
            PublicKey key = BouncyCastleProvider.getPublicKey(info);
            return switch (key) {
                case RSAPublicKey it -> new KeyStrength("RSA", it.getModulus().bitLength());
                case DSAPublicKey it ->
                    new KeyStrength("DSA", it.getParams().getP().bitLength());
                case ECPublicKey it ->
                    new KeyStrength("ECDSA", it.getParams().getOrder().bitLength());
                case null, default -> new KeyStrength(identifier.getId(), 0);
            };
        } catch (java.io.IOException | RuntimeException e) {
            // A damaged key has no length.
            return new KeyStrength(identifier.getId(), 0);
        }
    }

    @Override
    public String toString() {
        return bits == 0 ? algorithm : algorithm + "-" + bits;
    }
}
