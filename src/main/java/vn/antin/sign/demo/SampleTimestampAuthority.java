package vn.antin.sign.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

/**
 * The demonstration's own time-stamping authority, in this process, with the sample key {@code tsa.p12}. It steps aside
 * when the operator names another.
 */
@Component
@Profile("demo")
@Primary
@ConditionalOnExpression("'${antin.trust.timestamp-url:}'.isBlank()")
public class SampleTimestampAuthority implements TimestampAuthority {
    /** The PIN of every sample key; keys-sample/README.md tells it to everyone. */
    private static final char[] PUBLIC_PIN = "12345678".toCharArray();

    /** An arc of our own under joint-iso-itu-t uuid (ITU-T X.667), for "a sample, of no value". */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.208301937215310475319260345911385113941");

    private final Clock clock;
    private final RandomGenerator chance;
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    @Autowired
    public SampleTimestampAuthority(@Value("${antin.sign.keys}") String keys, Clock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
        Path file = Path.of(keys, "tsa.p12");
        try (var stream = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, PUBLIC_PIN);
            String alias = store.aliases().nextElement();
            this.key = (PrivateKey) store.getKey(alias, PUBLIC_PIN);
            this.chain = Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample time-stamping key cannot be read: " + file.toAbsolutePath(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sample time-stamping key cannot be used: " + file, e);
        }
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // The library's own type for the time.
    public byte[] stamp(Sha256 digest) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256with" + suffix(), key, chain.getFirst()),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            generator.setAccuracySeconds(1);
            generator.addCertificates(new JcaCertStore(chain));
            var question = new TimeStampRequestGenerator();
            question.setCertReq(true);
            return generator
                    .generate(
                            question.generate(TSPAlgorithms.SHA256, digest.bytes()),
                            new BigInteger(64, Random.from(chance)),
                            Date.from(clock.instant()))
                    .getEncoded("DER");
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE, e);
        }
    }

    private String suffix() {
        return key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm();
    }
}
