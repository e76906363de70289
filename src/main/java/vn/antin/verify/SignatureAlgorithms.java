package vn.antin.verify;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Signature algorithms whose name fixes the digest (RFC 5754, 3; RFC 8017, A.2.4). */
final class SignatureAlgorithms {
    private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> DIGESTS = Map.of(
            PKCSObjectIdentifiers.sha1WithRSAEncryption, OIWObjectIdentifiers.idSHA1,
            PKCSObjectIdentifiers.sha224WithRSAEncryption, NISTObjectIdentifiers.id_sha224,
            PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512,
            X9ObjectIdentifiers.ecdsa_with_SHA1, OIWObjectIdentifiers.idSHA1,
            X9ObjectIdentifiers.ecdsa_with_SHA224, NISTObjectIdentifiers.id_sha224,
            X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
            X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512);

    private SignatureAlgorithms() {}

    static Optional<ASN1ObjectIdentifier> digestOf(ASN1ObjectIdentifier signature) {
        return Optional.ofNullable(DIGESTS.get(signature));
    }
}
