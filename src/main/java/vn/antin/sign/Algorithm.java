package vn.antin.sign;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.antin.kernel.Sha256;

/** The kinds of signature made here, all over SHA-256. */
enum Algorithm {
    /** RSASSA-PKCS1-v1_5, RSA of at least 2048 bits. */
    RSA("NONEwithRSA", "SHA256withRSA") {
        @Override
        AlgorithmIdentifier identifier() {
            return new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        }

        @Override
        byte[] input(Sha256 digest) {
            // DigestInfo of SHA-256 (RFC 8017, 9.2, note 1), which JCA leaves to the caller.
            return HexFormat.of().parseHex("3031300d060960864801650304020105000420" + digest.hex());
        }
    },
    /** ECDSA, curves of at least 256 bits. */
    ECDSA("NONEwithECDSA", "SHA256withECDSA") {
        @Override
        AlgorithmIdentifier identifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        byte[] input(Sha256 digest) {
            return digest.bytes();
        }
    };

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_EC = 256;

    private final String overDigest;
    private final String overMessage;

    Algorithm(String overDigest, String overMessage) {
        this.overDigest = overDigest;
        this.overMessage = overMessage;
    }

    /** As it stands in the signature. */
    abstract AlgorithmIdentifier identifier();

    /** What the primitive signs, for that digest. */
    abstract byte[] input(Sha256 digest);

    /** For {@link Signature}, with {@link #input}. */
    String overDigest() {
        return overDigest;
    }

    /** For {@link Signature}, over the whole message. */
    String overMessage() {
        return overMessage;
    }

    /** Empty for a key too short, or of a kind not made here. */
    static Optional<Algorithm> of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
            return Optional.of(RSA);
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= SHORTEST_EC) {
            return Optional.of(ECDSA);
        }
        return Optional.empty();
    }

    boolean verifies(PublicKey key, byte[] message, byte[] value) {
        try {
            var signature = Signature.getInstance(overMessage);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            // A value that is not even of the right form verifies nothing.
            return false;
        }
    }
}
