package vn.antin.verify;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.jcajce.io.OutputStreamFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signature algorithms whose name fixes the digest (RFC 5754, 3; RFC 8017, A.2.4; RFC 8419, 3; BSI TR-03111, 5.2.1). */
final class SignatureAlgorithms {
    private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> DIGESTS = Map.ofEntries(
            Map.entry(PKCSObjectIdentifiers.sha1WithRSAEncryption, OIWObjectIdentifiers.idSHA1),
            Map.entry(PKCSObjectIdentifiers.sha224WithRSAEncryption, NISTObjectIdentifiers.id_sha224),
            Map.entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256),
            Map.entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384),
            Map.entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512),
            Map.entry(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_256, NISTObjectIdentifiers.id_sha3_256),
            Map.entry(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_384, NISTObjectIdentifiers.id_sha3_384),
            Map.entry(NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_512, NISTObjectIdentifiers.id_sha3_512),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA1, OIWObjectIdentifiers.idSHA1),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA224, NISTObjectIdentifiers.id_sha224),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512),
            Map.entry(NISTObjectIdentifiers.id_ecdsa_with_sha3_256, NISTObjectIdentifiers.id_sha3_256),
            Map.entry(NISTObjectIdentifiers.id_ecdsa_with_sha3_384, NISTObjectIdentifiers.id_sha3_384),
            Map.entry(NISTObjectIdentifiers.id_ecdsa_with_sha3_512, NISTObjectIdentifiers.id_sha3_512),
            Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA256, NISTObjectIdentifiers.id_sha256),
            Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA384, NISTObjectIdentifiers.id_sha384),
            Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA512, NISTObjectIdentifiers.id_sha512),
            Map.entry(EdECObjectIdentifiers.id_Ed25519, NISTObjectIdentifiers.id_sha512),
            Map.entry(EdECObjectIdentifiers.id_Ed448, NISTObjectIdentifiers.id_shake256));

    private static final Set<ASN1ObjectIdentifier> CURVES_OF_THE_JDK =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    private static final Set<ASN1ObjectIdentifier> NOT_OF_THE_JDK = Set.of(
            BSIObjectIdentifiers.ecdsa_plain_SHA256,
            BSIObjectIdentifiers.ecdsa_plain_SHA384,
            BSIObjectIdentifiers.ecdsa_plain_SHA512);

    static final Provider WIDER = new BouncyCastleProvider();

    private SignatureAlgorithms() {}

    static Optional<ASN1ObjectIdentifier> digestOf(ASN1ObjectIdentifier signature) {
        return Optional.ofNullable(DIGESTS.get(signature));
    }

    /** Checks with that certificate's key, by the JDK, which is the faster, where it knows the curve and the form. */
    static SignerInformationVerifier verifier(X509CertificateHolder own, String signature)
            throws GeneralSecurityException, OperatorCreationException {
        boolean wider = needsWider(own.getSubjectPublicKeyInfo(), new ASN1ObjectIdentifier(signature));
        var converter = new JcaX509CertificateConverter();
        var digests = new JcaDigestCalculatorProviderBuilder();
        if (wider) {
            converter.setProvider(WIDER);
            digests.setProvider(WIDER);
        }
        return new SignerInformationVerifier(
                new DefaultCMSSignatureAlgorithmNameGenerator(),
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new ByKey(converter.getCertificate(own).getPublicKey(), wider),
                digests.build());
    }

    /** Checks what that certificate's key signed. */
    static ContentVerifierProvider verifier(X509CertificateHolder issuer, AlgorithmIdentifier signature)
            throws GeneralSecurityException {
        boolean wider = needsWider(issuer.getSubjectPublicKeyInfo(), signature.getAlgorithm());
        var converter = new JcaX509CertificateConverter();
        if (wider) {
            converter.setProvider(WIDER);
        }
        return new ByKey(converter.getCertificate(issuer).getPublicKey(), wider);
    }

    /** Verifies each value once; the library's own verifier, for the sake of some tokens, does it twice. */
    private record ByKey(PublicKey key, boolean wider) implements ContentVerifierProvider {
        @Override
        public boolean hasAssociatedCertificate() {
            return false;
        }

        @Override
        public X509CertificateHolder getAssociatedCertificate() {
            throw new UnsupportedOperationException("There is none");
        }

        @Override
        public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
            if (wider || !DIGESTS.containsKey(algorithm.getAlgorithm())) {
                var builder = new JcaContentVerifierProviderBuilder();
                return (wider ? builder.setProvider(WIDER) : builder).build(key).get(algorithm);
            }
            try {
                var signature = Signature.getInstance(new DefaultSignatureNameFinder().getAlgorithmName(algorithm));
                signature.initVerify(key);
                return new Once(algorithm, signature, OutputStreamFactory.createStream(signature));
            } catch (GeneralSecurityException e) {
                throw new OperatorCreationException("The platform does not know " + algorithm.getAlgorithm(), e);
            }
        }
    }

    private record Once(AlgorithmIdentifier algorithm, Signature signature, OutputStream signed)
            implements ContentVerifier {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return signed;
        }

        @Override
        public boolean verify(byte[] expected) {
            try {
                return signature.verify(expected);
            } catch (SignatureException e) {
                throw new RuntimeOperatorException("Not of the form of a value", e);
            }
        }
    }

    private static boolean needsWider(SubjectPublicKeyInfo key, ASN1ObjectIdentifier signature) {
        boolean elliptic = key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        return NOT_OF_THE_JDK.contains(signature)
                || (elliptic
                        && !(key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                                && CURVES_OF_THE_JDK.contains(curve)));
    }
}
