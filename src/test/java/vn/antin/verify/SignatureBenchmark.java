package vn.antin.verify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import vn.antin.AntinApplication;
import vn.antin.agency.Agencies;
import vn.antin.check.CheckedDocument;
import vn.antin.check.Gate;
import vn.antin.check.PassedDocuments;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;
import vn.antin.render.Renderer;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.Sealer;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.trust.TimestampAuthority;

/**
 * Signs and verifies on one thread, by kind of key and size of file, beside what the cryptography alone costs and beside
 * DSS: as it comes, and with its comparison of pages switched off. Counted is processor time of the working thread, so
 * that a busy machine does not decide.
 *
 * <p>Run by {@code ./mvnw -q test-compile exec:exec@bench-signatures}; pinned to one core by {@code taskset}.
 */
public final class SignatureBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final char[] PIN = "12345678".toCharArray();
    private static final int MANY = 100;
    private static final ValidationPolicy POLICY = policy();

    private final KeyPair authority;
    private final X509Certificate root;

    private SignatureBenchmark() throws Exception {
        authority = pair("RSA", 2048);
        root = certificate("Bench Root", authority, true);
    }

    private record Kind(String name, String algorithm, int bits) {
        String signature() {
            return algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        }
    }

    public static void main(String[] words) throws Exception {
        Path keys = Files.createTempDirectory("bench-keys");
        Files.copy(Path.of("keys-sample", "tsa.p12"), keys.resolve("tsa.p12"));
        Path home = Files.createTempDirectory("antin-bench");
        try (var rooms = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--antin.home=" + home,
                        "--antin.sign.keys=" + keys,
                        "--antin.agency.unregistered-certificates=allow",
                        "--logging.level.root=ERROR")) {
            ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.OFF);
            new SignatureBenchmark().run(rooms, keys);
        }
    }

    private void run(ApplicationContext rooms, Path keys) throws Exception {
        CheckedDocument document = document(rooms);
        int each = Integer.getInteger("bench.rounds", 60);
        System.out.printf(
                "%-22s %8s %8s %8s %8s %8s %6s | %8s %9s %9s %8s %6s %6s%n",
                "kind, size",
                "sign ms",
                "unlock",
                "stamp",
                "rest",
                "raw",
                "rest/",
                "verify",
                "DSS",
                "DSS off",
                "raw",
                "DSS/",
                "off/");
        for (Kind kind : List.of(
                new Kind("RSA-2048", "RSA", 2048),
                new Kind("RSA-3072", "RSA", 3072),
                new Kind("EC P-256", "EC", 256))) {
            KeyPair pair = pair(kind.algorithm(), kind.bits());
            Certificate[] chain = {certificate(kind.name(), pair, false), root};
            Path file = keys.resolve("pham-thi-nga.p12");
            store(file, pair.getPrivate(), chain);
            store(keys.resolve("th-toan-thang.p12"), pair.getPrivate(), chain);
            for (int size : new int[] {100 << 10, 5 << 20}) {
                var padded = PassedDocuments.document(padded(document.pdf(), size), document.particulars());
                line(rooms, kind, pair, file, padded, size > 1 << 20 ? each / 3 : each);
            }
        }
        KeyPair pair = pair("EC", 256);
        byte[] many = many(document.pdf(), pair, certificate("EC P-256", pair, false));
        double raw = time(5, () -> {
            for (int i = 0; i < MANY; i++) {
                verifyRaw(many, pair, "SHA256withECDSA");
            }
            return many;
        });
        compare(String.format("%d signatures, %d KB", MANY, many.length >> 10), "", many, 3, raw);
    }

    private void line(
            ApplicationContext rooms, Kind kind, KeyPair pair, Path file, CheckedDocument document, int rounds)
            throws Exception {
        Signer signer = rooms.getBean(Signer.class);
        TimestampAuthority time = rooms.getBean(TimestampAuthority.class);
        Callable<Content> act = () -> {
            try (var pin = new Pin(new String(PIN))) {
                return signer.sign(document, pin).pdf();
            }
        };
        double sign = time(rounds, act);
        double unlock = time(rounds, () -> unlocked(file));
        double stamp = time(rounds, () -> time.stamp(Sha256.of(new byte[256])));
        byte[] before = document.pdf().bytes();
        double raw = time(rounds, () -> {
            var signature = Signature.getInstance(kind.signature());
            signature.initSign(pair.getPrivate());
            signature.update(MessageDigest.getInstance("SHA-256").digest(before));
            return signature.sign();
        });
        double rest = sign - unlock - stamp;
        byte[] signed;
        try (var pin = new Pin(new String(PIN))) {
            signed = rooms.getBean(Sealer.class)
                    .seal(signer.sign(document, pin), new NumberLine("07", DAY), pin)
                    .pdf()
                    .bytes();
        }
        // Two signatures; their time-stamps and certificates, which every verification checks too, are not counted
        // here.
        double rawVerify = time(rounds, () -> {
            verifyRaw(signed, pair, kind.signature());
            return verifyRaw(signed, pair, kind.signature());
        });
        String first = String.format("%8.2f %8.2f %8.2f %8.2f %8.2f %6.1f", sign, unlock, stamp, rest, raw, rest / raw);
        compare(kind.name() + ", " + (before.length >> 10) + " KB", first, signed, rounds, rawVerify);
    }

    private void compare(String name, String first, byte[] signed, int rounds, double raw) throws Exception {
        CarriedAnchors anchors = anchors(signed);
        Judgement judgement = ForeignComparison.judgement(anchors, Clock.systemUTC());
        Report report = judgement.of(Content.of(signed), "bench.pdf");
        double ours = time(rounds, () -> judgement.of(Content.of(signed), "bench.pdf"));
        double plain = time(Math.max(2, rounds / 6), () -> dss(signed, anchors, true));
        double off = time(Math.max(2, rounds / 3), () -> dss(signed, anchors, false));
        System.out.printf(
                "%-22s %51s | %8.2f %9.2f %9.2f %8.2f %6.1f %6.1f  ours %s, DSS %s%n",
                name,
                first,
                ours,
                plain,
                off,
                raw,
                plain / ours,
                off / ours,
                report.conclusion(),
                dss(signed, anchors, false));
    }

    /** The bench's own authority, and that of the time-stamps, which their tokens bring along. */
    private CarriedAnchors anchors(byte[] signed) {
        List<X509Certificate> anchors = new ArrayList<>(List.of(root));
        CarriedAnchors.in(signed).anchors().stream()
                .filter(it -> it.getBasicConstraints() >= 0 && !it.equals(root))
                .forEach(anchors::add);
        return new CarriedAnchors(anchors, List.of());
    }

    private static byte[] verifyRaw(byte[] file, KeyPair pair, String algorithm) throws Exception {
        var signature = Signature.getInstance(algorithm);
        signature.initVerify(pair.getPublic());
        signature.update(MessageDigest.getInstance("SHA-256").digest(file));
        // Wrong, but of the right form: it costs what a right one costs.
        signature.verify(
                pair.getPublic() instanceof RSAPublicKey key
                        ? new byte[key.getModulus().bitLength() / 8]
                        : EC_VALUE);
        return file;
    }

    /** A value that is well formed and wrong: r and s of 32 bytes. */
    private static final byte[] EC_VALUE = ecValue();

    private static byte[] ecValue() {
        byte[] value = new byte[70];
        value[0] = 0x30;
        value[1] = 68;
        for (int at : new int[] {2, 36}) {
            value[at] = 2;
            value[at + 1] = 32;
            java.util.Arrays.fill(value, at + 2, at + 34, (byte) 0x11);
        }
        return value;
    }

    private static String dss(byte[] file, CarriedAnchors anchors, boolean asItComes) {
        var trusted = new CommonTrustedCertificateSource();
        anchors.anchors().forEach(it -> trusted.addCertificate(new CertificateToken(it)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        var validator = new PDFDocumentValidator(new InMemoryDocument(file, "bench.pdf"));
        validator.setCertificateVerifier(verifier);
        if (!asItComes) {
            var differences = new DefaultPdfDifferencesFinder();
            differences.setMaximalPagesAmountForVisualComparison(0);
            var factory = new PdfBoxNativeObjectFactory();
            factory.setPdfDifferencesFinder(differences);
            validator.setPdfObjFactory(factory);
        }
        // The bench's certificates name no place to ask about revocation; both are asked the same question.
        var simple = validator.validateDocument(POLICY).getSimpleReport();
        return String.valueOf(simple.getIndication(simple.getFirstSignatureId()));
    }

    /** The library's own, but for revocation, of which nothing is to be had here. */
    private static ValidationPolicy policy() {
        try (var stream = SignatureBenchmark.class.getResourceAsStream("/policy/constraint.xml")) {
            var parameters = ValidationPolicyFacade.newFacade().unmarshall(stream);
            for (var it : List.of(
                    parameters.getSignatureConstraints().getBasicSignatureConstraints(),
                    parameters.getTimestamp().getBasicSignatureConstraints())) {
                for (var certificate : List.of(it.getSigningCertificate(), it.getCACertificate())) {
                    var ignored = new LevelConstraint();
                    ignored.setLevel(eu.europa.esig.dss.enumerations.Level.IGNORE);
                    certificate.setRevocationDataAvailable(ignored);
                    certificate.setAcceptableRevocationDataFound(ignored);
                }
            }
            return new EtsiValidationPolicy(parameters);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey unlocked(Path file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = new ByteArrayInputStream(Files.readAllBytes(file))) {
            store.load(stream, PIN);
        }
        return (PrivateKey) store.getKey("signer", PIN);
    }

    /** Milliseconds of processor time, the median; the first third warms up and is not counted. */
    private static double time(int rounds, Callable<?> work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        List<Long> took = new ArrayList<>();
        for (int i = -rounds / 3 - 1; i < rounds; i++) {
            long began = threads.getCurrentThreadCpuTime();
            work.call();
            if (i >= 0) {
                took.add(threads.getCurrentThreadCpuTime() - began);
            }
        }
        took.sort(null);
        return took.get(took.size() / 2) / 1e6;
    }

    private static CheckedDocument document(ApplicationContext rooms) {
        var agency = rooms.getBean(Agencies.class).named(new AgencyId("th-toan-thang"));
        var template = rooms.getBean(Templates.class).named("cong-van");
        var meaning = rooms.getBean(Composer.class)
                .compose(
                        template,
                        template.sample(),
                        agency,
                        rooms.getBean(Agencies.class).signatory(agency.id(), new PersonId("pham-thi-nga"), DAY),
                        new DocumentId(new UUID(0, 7)),
                        new LookupCode("7K2M-Q9XD-04TB"));
        var verdict =
                rooms.getBean(Gate.class).examine(rooms.getBean(Renderer.class).render(meaning));
        return ((Gate.Verdict.Passed) verdict).document();
    }

    /** The same document with so much of a picture in it that nobody can compress. */
    private static Content padded(Content pdf, int size) throws IOException {
        int more = size - pdf.size();
        if (more < 1000) {
            return pdf;
        }
        byte[] noise = new byte[more];
        new Random(5).nextBytes(noise);
        try (var document = Loader.loadPDF(pdf.bytes());
                var out = new ByteArrayOutputStream()) {
            COSStream stream = document.getDocument().createCOSStream();
            try (var data = stream.createRawOutputStream()) {
                data.write(noise);
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            var piece = new COSDictionary();
            piece.setItem("Private", stream);
            catalog.setItem(COSName.getPDFName("PieceInfo"), piece);
            document.save(out);
            return Content.of(out.toByteArray());
        }
    }

    private byte[] many(Content pdf, KeyPair pair, X509Certificate certificate) throws Exception {
        byte[] file = pdf.bytes();
        for (int i = 0; i < MANY; i++) {
            file = ForeignSigner.pdfBox(file, pair.getPrivate(), List.of(certificate, root), "SHA256withECDSA");
        }
        return file;
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(String name, KeyPair pair, boolean issues) throws Exception {
        Instant now = Clock.systemUTC().instant();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Bench Root"),
                new BigInteger(63, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(365))),
                new X500Name("CN=" + name),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issues));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(issues ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.getPrivate())));
    }

    private static void store(Path file, PrivateKey key, Certificate[] chain) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PIN);
        store.setKeyEntry("signer", key, PIN, chain);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PIN);
        }
    }
}
