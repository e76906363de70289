package vn.antin.verify;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.spi.DSSPKUtils;
import eu.europa.esig.dss.validation.policy.CryptographicSuiteUtils;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** The cryptographic constraints of a policy (ETSI EN 319 102-1, 5.2.8), by date; asked often, so remembered. */
final class ReliableAlgorithms {
    private static final Instant NEVER = Instant.MIN;

    private final CryptographicSuite suite;
    private final Map<Object, Instant> ends = new ConcurrentHashMap<>();

    ReliableAlgorithms(CryptographicSuite suite) {
        this.suite = suite;
    }

    private record Signed(SignatureAlgorithm algorithm, int bits) {}

    /** @param digest by its object identifier */
    boolean digest(ASN1ObjectIdentifier digest, Instant at) {
        return known(digest).filter(it -> digest(it, at)).isPresent();
    }

    private boolean digest(DigestAlgorithm digest, Instant at) {
        return at.isBefore(ends.computeIfAbsent(
                digest,
                it -> CryptographicSuiteUtils.isDigestAlgorithmReliable(suite, digest)
                        ? end(CryptographicSuiteUtils.getExpirationDate(suite, digest))
                        : NEVER));
    }

    /**
     * Whether a value is to be relied on.
     *
     * @param digest the digest's identifier, where the signature algorithm does not say it
     * @param key that it was made with
     */
    boolean signature(AlgorithmIdentifier algorithm, @Nullable ASN1ObjectIdentifier digest, PublicKey key, Instant at) {
        return named(algorithm, digest)
                .filter(it -> digest(it.getDigestAlgorithm(), at))
                .filter(it -> signature(new Signed(it, DSSPKUtils.getPublicKeySize(key)), at))
                .isPresent();
    }

    private boolean signature(Signed it, Instant at) {
        return at.isBefore(ends.computeIfAbsent(
                it,
                any -> CryptographicSuiteUtils.isSignatureAlgorithmWithKeySizeReliable(suite, it.algorithm(), it.bits())
                        ? end(CryptographicSuiteUtils.getExpirationDate(suite, it.algorithm(), it.bits()))
                        : NEVER));
    }

    private static Instant end(@Nullable Date date) {
        return date == null ? Instant.MAX : date.toInstant();
    }

    private static Optional<DigestAlgorithm> known(ASN1ObjectIdentifier digest) {
        try {
            return Optional.of(DigestAlgorithm.forOID(digest.getId()));
        } catch (IllegalArgumentException e) {
            // Not one that the library has a name for.
            return Optional.empty();
        }
    }

    private static Optional<SignatureAlgorithm> named(
            AlgorithmIdentifier algorithm, @Nullable ASN1ObjectIdentifier digest) {
        try {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                return Optional.ofNullable(SignatureAlgorithm.forOidAndParams(
                        algorithm.getAlgorithm().getId(),
                        algorithm.getParameters().toASN1Primitive().getEncoded()));
            }
            if (SignatureAlgorithms.digestOf(algorithm.getAlgorithm()).isPresent()) {
                return Optional.ofNullable(
                        SignatureAlgorithm.forOID(algorithm.getAlgorithm().getId()));
            }
            return digest == null
                    ? Optional.empty()
                    : known(digest)
                            .map(it -> SignatureAlgorithm.getAlgorithm(
                                    EncryptionAlgorithm.forOID(
                                            algorithm.getAlgorithm().getId()),
                                    it));
        } catch (IOException | RuntimeException e) {
            // Not one that the library has a name for.
            return Optional.empty();
        }
    }
}
