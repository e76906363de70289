package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.kernel.Content;

/** Files signed by programs that are not ours; src/docs/foreign-producers.md says what other judges think of them. */
class ForeignProducersTests {
    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static Stream<Path> files() throws IOException {
        try (var all = Files.list(FOLDER)) {
            return all.filter(it -> it.toString().endsWith(".pdf")).sorted().toList().stream();
        }
    }

    private static X509Certificate root() throws Exception {
        try (var stream = Files.newInputStream(FOLDER.resolve("root.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static Report judged(byte[] file, X509Certificate anchor) {
        return ForeignComparison.judgement(new CarriedAnchors(List.of(anchor), List.of()), NEW_YEAR)
                .of(Content.of(file), "la.pdf");
    }

    @ParameterizedTest
    @MethodSource("files")
    void passesWhatOthersSigned(Path path) throws Exception {
        byte[] file = Files.readAllBytes(path);
        Report report = judged(file, root());
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(ForeignComparison.pdfsig(file))
                .contains("Signature is Valid")
                .doesNotContain("Mismatch");
        assertThat(ForeignComparison.dss(file)).contains("intact").doesNotContain("BROKEN");
    }

    @ParameterizedTest
    @MethodSource("files")
    void judgesWhatOthersSignedInTheLibrarysWords(Path path) throws Exception {
        BothJudges.agree(
                path.toString(),
                Content.of(Files.readAllBytes(path)),
                List.of(root()),
                Clock.systemUTC().instant());
    }

    @ParameterizedTest
    @MethodSource("files")
    void seesOneByteChangedInWhatOthersSigned(Path path) throws Exception {
        byte[] file = Files.readAllBytes(path);
        // In the header's comment or the first object: covered by every signature, and no structure of the file.
        file[9] ^= 1;
        assertThat(judged(file, root()).signatures())
                .allSatisfy(it -> assertThat(it.integrity()).isEqualTo(Report.Integrity.BROKEN));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA, false",
        "RSA, 2048, SHA256withRSA, true",
        "RSA, 2048, SHA384withRSA, false",
        "RSA, 2048, SHA512withRSA, false",
        "RSA, 2048, SHA256withRSAandMGF1, false",
        "EC, secp256r1, SHA256withECDSA, false",
        "EC, secp384r1, SHA384withECDSA, false",
        "EC, secp521r1, SHA512withECDSA, false",
        "EC, secp256r1, SHA256withECDSA, true",
        "Ed25519, Ed25519, Ed25519, false"
    })
    void findsWholeWhatEveryLawfulAlgorithmSigned(String kind, String size, String algorithm, boolean direct)
            throws Exception {
        var generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec(size));
        } else if (kind.equals("RSA")) {
            generator.initialize(Integer.parseInt(size));
        }
        KeyPair pair = generator.generateKeyPair();
        X509Certificate own = selfSigned(
                pair,
                switch (kind) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> kind;
                });
        byte[] file = ForeignSigner.pdfBox(page(), pair.getPrivate(), List.of(own), algorithm, direct);
        Report report = judged(file, own);
        assertThat(report.signatures())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.integrity()).as(report.toString()).isEqualTo(Report.Integrity.INTACT));
        // Without signed attributes nothing but the text is signed, not even when and by which certificate. EdDSA is on
        // no
        // list of ETSI TS 119 312 yet, so only found whole.
        assertThat(report.conclusion())
                .as(report.toString())
                .isEqualTo(direct || kind.equals("Ed25519") ? Conclusion.INDETERMINATE : Conclusion.TOTAL_PASSED);
        file[9] ^= 1;
        assertThat(judged(file, own).signatures())
                .allSatisfy(it -> assertThat(it.integrity()).isEqualTo(Report.Integrity.BROKEN));
    }

    @ParameterizedTest
    @CsvSource({"128, false", "128, true"})
    void judgesAFileThatTheEmptyPasswordOpens(int bits, boolean aes) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        X509Certificate own = selfSigned(pair, "SHA256withRSA");
        byte[] file = emptied(
                ForeignSigner.pdfBox(encrypted(bits, aes, ""), pair.getPrivate(), List.of(own), "SHA256withRSA"));
        Report report = judged(file, own);
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(report.remarks()).extracting(Report.Remark::code).contains("ENCRYPTED");
        // Another encryption put in its place afterwards is not what was signed.
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var number = Pattern.compile("/Encrypt (\\d+) 0 R").matcher(text);
        assertThat(number.find()).isTrue();
        int at = text.lastIndexOf("\n" + number.group(1) + " 0 obj");
        String object = text.substring(at + 1, text.indexOf("endobj", at) + 7);
        var prev = Pattern.compile("startxref\\s+(\\d+)").matcher(text);
        String before = "0";
        while (prev.find()) {
            before = prev.group(1);
        }
        String changed = aes
                ? object.replaceFirst("/StmF\\s*/StdCF", "/StmF /Identity")
                : object.replaceFirst("/P -?\\d+", "/P -8");
        assertThat(changed).isNotEqualTo(object);
        var id = Pattern.compile("(?s)/ID\\s*(\\[.*?\\])").matcher(text);
        assertThat(id.find()).isTrue();
        var root = Pattern.compile("/Root (\\d+ 0 R)").matcher(text);
        assertThat(root.find()).isTrue();
        String swapped = text + changed + "\nxref\n" + number.group(1) + " 1\n"
                + String.format(java.util.Locale.ROOT, "%010d 00000 n \n", text.length()) + "trailer\n<</Size 99/Root "
                + root.group(1) + "/Encrypt " + number.group(1) + " 0 R/ID" + id.group(1) + "/Prev " + before
                + ">>\nstartxref\n" + (text.length() + changed.length() + 1) + "\n%%EOF\n";
        assertThat(judged(swapped.getBytes(StandardCharsets.ISO_8859_1), own).conclusion())
                .isNotEqualTo(Conclusion.TOTAL_PASSED)
                .isNotEqualTo(Conclusion.NO_SIGNATURE);
    }

    @Test
    void saysOfAFileThatAPasswordLocksThatItIsLocked() throws Exception {
        assertThat(judged(encrypted(128, true, "mo"), root()).conclusion()).isEqualTo(Conclusion.UNREADABLE);
    }

    /** The library encrypts the zeros that keep the room, and leaves them so behind the value; no signature covers them. */
    private static byte[] emptied(byte[] file) throws IOException {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var contents = Pattern.compile("/Contents\\s*<([0-9A-Fa-f]{1000,})>").matcher(text);
        assertThat(contents.find()).isTrue();
        int length = DerLength.of(HexFormat.of().parseHex(contents.group(1)));
        byte[] emptied = file.clone();
        Arrays.fill(emptied, contents.start(1) + 2 * length, contents.end(1), (byte) '0');
        return emptied;
    }

    private static byte[] encrypted(int bits, boolean aes, String password) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("chu", password, new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(aes);
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] page() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, String algorithm) throws Exception {
        var name = new X500Name("CN=Another producer");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TWO,
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                name,
                pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }
}
