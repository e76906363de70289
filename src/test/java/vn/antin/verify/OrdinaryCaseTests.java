package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Context;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Content;
import vn.antin.verify.attacks.Case;

/** What is judged without the library is judged as the library would, or is left to it. */
class OrdinaryCaseTests {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static KeyPair key;

    @BeforeAll
    static void aKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
    }

    @Test
    void bothJudgesSayTheSameOfEveryLawfulTwin() {
        List<Case> twins = AttackTests.twins().toList();
        var anchors = new AttackTests.SampleAnchors(AttackTests.anchors());
        long ordinary = twins.stream()
                .filter(it -> BothJudges.agree(
                        it.name(),
                        Content.of(it.file()),
                        anchors,
                        Clock.systemUTC().instant()))
                .count();
        assertThat(ordinary).isGreaterThan(twins.size() / 2);
    }

    /** A certificate under that name; the names are all that its path is found by. */
    private record Wanted(String subject, String issuer, boolean issues, Instant until) {
        X509Certificate made(Extra... more) {
            try {
                var builder = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=" + issuer),
                        BigInteger.valueOf(1000L * subject.length() + more.length),
                        Date.from(NOW.minus(Duration.ofDays(10))),
                        Date.from(until),
                        new X500Name("CN=" + subject),
                        key.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
                builder.addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(issues ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
                for (Extra it : more) {
                    builder.addExtension(it.name(), false, it.value());
                }
                return new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
            } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Extra(ASN1ObjectIdentifier name, ASN1Encodable value) {}

    private static final Extra NAMED =
            new Extra(Extension.subjectKeyIdentifier, new SubjectKeyIdentifier(new byte[20]));
    private static final Instant LATER = NOW.plus(Duration.ofDays(10));

    private static Optional<CertificatePath> path(
            X509Certificate own, X509Certificate anchor, X509Certificate... others) {
        var atHand = new CertificatesAtHand(new CarriedAnchors(List.of(anchor), List.of()));
        atHand.addAll(
                java.util.Arrays.stream(others).map(OrdinaryCaseTests::holder).toList());
        return CertificatePath.of(own, atHand, NOW);
    }

    private static X509CertificateHolder holder(X509Certificate it) {
        try {
            return new JcaX509CertificateHolder(it);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate root() {
        return new Wanted("root", "root", true, LATER).made();
    }

    private static X509Certificate own() {
        return new Wanted("own", "ca", false, LATER).made();
    }

    @Test
    void findsTheOnePathThatIsValid() {
        X509Certificate ca = new Wanted("ca", "root", true, LATER).made(NAMED);
        assertThat(path(own(), root(), ca)).get().satisfies(it -> {
            assertThat(it.certificates()).containsExactly(own(), ca);
            assertThat(it.anchor()).isEqualTo(root());
        });
    }

    @Test
    void leavesToTheLibraryWhatIsNotPlain() {
        X509Certificate ca = new Wanted("ca", "root", true, LATER).made(NAMED);
        X509Certificate other = new Wanted("ca", "root", true, LATER.plusSeconds(1)).made(NAMED);
        assertThat(path(own(), root(), ca, other)).as("two issuers").isEmpty();
        assertThat(path(own(), root())).as("no issuer").isEmpty();
        assertThat(path(own(), own())).as("itself an anchor").isEmpty();
        assertThat(path(own(), root(), new Wanted("ca", "root", true, LATER).made()))
                .as("an issuer without a key identifier")
                .isEmpty();
        assertThat(path(own(), root(), new Wanted("ca", "root", false, LATER).made(NAMED)))
                .as("an issuer that may not issue")
                .isEmpty();
        assertThat(path(own(), root(), new Wanted("ca", "root", true, NOW.minusSeconds(1)).made(NAMED)))
                .as("an issuer that has expired")
                .isEmpty();
        assertThat(path(own(), new Wanted("root", "root", true, NOW.minusSeconds(1)).made(), ca))
                .as("an anchor that has expired")
                .isEmpty();
        var unasked = new Extra(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE);
        assertThat(path(new Wanted("own", "ca", false, LATER).made(unasked), root(), ca))
                .as("a responder")
                .isEmpty();
        var neverRevoked = new Extra(new ASN1ObjectIdentifier("2.5.29.56"), DERNull.INSTANCE);
        assertThat(path(new Wanted("own", "ca", false, LATER).made(neverRevoked), root(), ca))
                .as("one that is never revoked")
                .isEmpty();
    }

    @Test
    void reliesOnAnAlgorithmAsLongAsThePolicySays() throws GeneralSecurityException {
        var algorithms = new ReliableAlgorithms(
                ValidationPolicies.load(List.of()).choose(true).getSignatureCryptographicConstraint(Context.SIGNATURE));
        var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption);
        assertThat(algorithms.signature(rsa, null, key.getPublic(), NOW)).isTrue();
        assertThat(algorithms.signature(rsa, null, key.getPublic(), Instant.parse("2029-01-02T00:00:00Z")))
                .isFalse();
        var plain = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
        assertThat(algorithms.signature(plain, NISTObjectIdentifiers.id_sha256, key.getPublic(), NOW))
                .isTrue();
        assertThat(algorithms.signature(plain, OIWObjectIdentifiers.idSHA1, key.getPublic(), NOW))
                .isFalse();
        assertThat(algorithms.digest(OIWObjectIdentifiers.idSHA1, NOW)).isFalse();
        assertThat(algorithms.digest(new ASN1ObjectIdentifier("1.2.3.4"), NOW)).isFalse();
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        assertThat(algorithms.signature(rsa, null, generator.generateKeyPair().getPublic(), NOW))
                .isFalse();
    }
}
