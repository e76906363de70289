package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.SetClock;
import vn.antin.check.CheckedDocument;
import vn.antin.check.Gate;
import vn.antin.compose.Seed;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.render.Renderer;
import vn.antin.trust.Revocations;
import vn.antin.trust.TestPki;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustStatus;
import vn.antin.verify.BothJudges;
import vn.antin.verify.Report;
import vn.antin.verify.Verifier;

/** Every level by every order of signers on the five documents, with authorities that answer and some that do not. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class LevelsTests {
    private static final SetClock CLOCK = new SetClock(LocalDate.of(2026, 11, 24));
    private static final Instant FROM = Instant.parse("2025-10-20T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2035-02-10T02:00:00Z");
    private static final TestPki PKI = new TestPki(CLOCK, FROM, UNTIL);

    /** Who signs what, one after another. */
    enum Order {
        SIGNATORY,
        SIGNATORY_THEN_SEAL,
        SEAL_OF_A_COPY
    }

    @DynamicPropertySource
    static void authorities(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-levels");
        Path keys = Files.createDirectories(home.resolve("keys"));
        PKI.writeAnchors(home.resolve("anchors"));
        PKI.stamper("/tsa", TestPki.Key.RSA2048, FROM, UNTIL);
        for (Seed it : Seed.corrected().toList()) {
            String person = it.document().particulars().signatory().value();
            String body = it.document().particulars().agency().value();
            TestPki.write(PKI.signer("Người ký", TestPki.Key.P256, FROM, UNTIL), keys.resolve(person + ".p12"));
            TestPki.write(PKI.signer("Cơ quan", TestPki.Key.RSA2048, FROM, UNTIL), keys.resolve(body + ".p12"));
        }
        properties.add("antin.home", () -> home.resolve("state").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.sign.keys", keys::toString);
        properties.add("antin.trust.anchors", () -> home.resolve("anchors").toString());
        properties.add("antin.trust.timestamp-url", () -> PKI.address("/tsa"));
        properties.add("antin.trust.revocation-hosts", () -> "127.0.0.1");
        properties.add("antin.trust.revocation-timeout", () -> "1s");
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return CLOCK;
        }
    }

    @AfterAll
    static void stop() {
        PKI.close();
    }

    @Autowired
    Renderer renderer;

    @Autowired
    Gate gate;

    @Autowired
    Keys keys;

    @Autowired
    TrustStatus trust;

    @Autowired
    Revocations revocations;

    @Autowired
    TimestampAuthority time;

    @Autowired
    Verifier verifier;

    @BeforeEach
    void well() {
        PKI.allWell();
        // Whoever was left alone is asked again, and what was kept of the answers is of yesterday.
        CLOCK.advance(Duration.ofDays(10));
    }

    private LongTerm level(SignatureLevel level) {
        return new LongTerm(level, trust, revocations, time, CLOCK);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void allJudgesAgreeAtEveryLevelOnTheFiveDocuments(Order order) throws IOException {
        for (Seed seed : Seed.corrected().toList()) {
            Content stamped = signed(seed, order);
            for (SignatureLevel level : SignatureLevel.values()) {
                Content file = level == SignatureLevel.B_B
                        ? signed(seed, order, new Unstamped())
                        : level(level).raised(stamped);
                String name = seed.name() + "-" + order + "-" + level;
                Path look = Files.createDirectories(Path.of("target", "levels"));
                Files.write(look.resolve(name + ".pdf"), file.bytes());
                assertThat(level == SignatureLevel.B_B || SigningOrderTests.startsWith(file, stamped))
                        .as(name)
                        .isTrue();
                agreed(name, file, level, order);
                assertThat(BothJudges.agree(name, file, List.of(PKI.root()), CLOCK.instant()))
                        .as(name + " is an ordinary case")
                        .isTrue();
                if (level == SignatureLevel.B_LTA && order == Order.SIGNATORY_THEN_SEAL) {
                    assertThat(Peers.veraPdf(file.bytes(), PDFAFlavour.PDFA_3_A))
                            .as(name)
                            .isEmpty();
                    // Both revisions are alike in all five; the second flavour takes as long as the first.
                    assertThat(seed.name().equals("000") ? Peers.veraPdf(file.bytes(), PDFAFlavour.PDFUA_1) : List.of())
                            .as(name)
                            .isEmpty();
                    assertThat(Judges.qpdf(file)).contains("No syntax or stream encoding errors found");
                }
            }
        }
    }

    private void agreed(String name, Content file, SignatureLevel level, Order order) throws IOException {
        int signatures = order == Order.SIGNATORY_THEN_SEAL ? 2 : 1;
        assertThat(Judges.pdfsig(file).verdicts().stream().limit(signatures))
                .as(name)
                .hasSize(signatures)
                .containsOnly("Signature is Valid.");
        // Nothing in a B-B or B-T file says that the certificates were not revoked, and both judges sit offline.
        boolean proved = level.compareTo(SignatureLevel.B_LT) >= 0;
        List<Judges.Verdict> dss = Judges.dss(file, offline(), CLOCK.instant());
        assertThat(dss).as(name).hasSize(signatures).allSatisfy(it -> {
            assertThat(it.indication()).isEqualTo(proved ? Indication.TOTAL_PASSED : Indication.INDETERMINATE);
            assertThat(it.level()).isEqualTo("PAdES-BASELINE-" + level.name().substring(2));
        });
        Report report = verifier.verify(file, name);
        List<Report.Signature> ours = report.signatures();
        assertThat(ours).as(name).hasSize(level == SignatureLevel.B_LTA ? signatures + 1 : signatures);
        assertThat(ours)
                .as(name + report)
                .allSatisfy(it -> assertThat(it.indication())
                        .isEqualTo(proved ? Report.Indication.TOTAL_PASSED : Report.Indication.INDETERMINATE));
        assertThat(ours.stream().limit(signatures).map(Report.Signature::level))
                .as(name)
                .containsOnly(level.name());
    }

    private static CommonCertificateVerifier offline() {
        var anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(PKI.root()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAIASource(null);
        return verifier;
    }

    private Content signed(Seed seed, Order order) throws IOException {
        return signed(seed, order, time);
    }

    private Content signed(Seed seed, Order order, TimestampAuthority time) throws IOException {
        var signer = new Signer(keys, time, CLOCK);
        var sealer = new Sealer(keys, time, CLOCK);
        var copies = new CopySealer(keys, time, CLOCK);
        var checked = checked(seed);
        return switch (order) {
            case SIGNATORY -> signer.sign(checked, SigningOrderTests.pin()).pdf();
            case SIGNATORY_THEN_SEAL ->
                sealer.seal(
                                signer.sign(checked, SigningOrderTests.pin()),
                                new NumberLine("07", LocalDate.of(2026, 11, 24)),
                                SigningOrderTests.pin())
                        .pdf();
            case SEAL_OF_A_COPY -> {
                var particulars = checked.particulars();
                var maker = new CopySealer.Maker(particulars.agency(), particulars.agencyName(), particulars.place());
                yield copies.copy(withoutForm(checked.pdf()), CopyForm.FULL, maker, SigningOrderTests.pin());
            }
        };
    }

    private CheckedDocument checked(Seed seed) {
        var verdict = gate.examine(renderer.render(seed.document()));
        assertThat(verdict).as(seed.name() + verdict.findings()).isInstanceOf(Gate.Verdict.Passed.class);
        return ((Gate.Verdict.Passed) verdict).document();
    }

    static Content withoutForm(Content pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.bytes());
                var bytes = new ByteArrayOutputStream()) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            document.getPages().forEach(it -> it.getCOSObject().removeItem(COSName.ANNOTS));
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        }
    }

    private Content sealed() throws IOException {
        return signed(Seed.corrected().findFirst().orElseThrow(), Order.SIGNATORY_THEN_SEAL);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void aSealIsKeptWhenNothingCanBeLearnedOfItsCertificates(TestPki.Mood mood) throws IOException {
        Content sealed = sealed();
        PKI.mood("/ocsp/issuing", mood);
        PKI.mood("/crl/issuing", mood == TestPki.Mood.IGNORANT ? TestPki.Mood.DOWN : mood);
        assertThat(level(SignatureLevel.B_LTA).raised(sealed)).isEqualTo(sealed);
        assertThatThrownBy(() -> level(SignatureLevel.B_T).preserved(sealed, Duration.ofSeconds(1)))
                .hasMessage("sign.NOT_PROVED");
    }

    @Test
    void aSealThatMustBeStampedIsNotPutOnAnUnstampedSignature() {
        var checked = checked(Seed.corrected().findFirst().orElseThrow());
        var unstamped = new Signer(keys, new Unstamped(), CLOCK).sign(checked, SigningOrderTests.pin());
        var line = new NumberLine("07", LocalDate.of(2026, 11, 24));
        assertThatThrownBy(() -> new Sealer(keys, time, CLOCK).seal(unstamped, line, SigningOrderTests.pin()))
                .hasMessage("sign.NOT_READY");
    }

    @Test
    void aSealIsKeptWhenNoTimeStampCanBeHad() throws IOException {
        Content sealed = sealed();
        PKI.mood("/tsa", TestPki.Mood.DOWN);
        assertThat(level(SignatureLevel.B_LTA).raised(sealed)).isEqualTo(sealed);
        assertThat(level(SignatureLevel.B_LT).raised(sealed)).isNotEqualTo(sealed);
    }

    @Test
    void aRevokedCertificateDoesNotGoOut() throws IOException {
        Content sealed = sealed();
        var signer = LongTermRevision.of(sealed).parts().signers().iterator().next();
        PKI.revoke(signer, CLOCK.instant().minus(Duration.ofDays(1)));
        try {
            assertThatThrownBy(() -> level(SignatureLevel.B_LTA).raised(sealed)).hasMessage("sign.CERTIFICATE_REVOKED");
        } finally {
            PKI.forgive(signer);
        }
    }

    @Test
    void theListsAloneAreEnough() throws IOException {
        Content sealed = sealed();
        PKI.mood("/ocsp/issuing", TestPki.Mood.DOWN);
        PKI.mood("/ocsp/root", TestPki.Mood.DOWN);
        Content raised = level(SignatureLevel.B_LTA).raised(sealed);
        agreed("lists", raised, SignatureLevel.B_LTA, Order.SIGNATORY_THEN_SEAL);
    }

    /** What upholds the responder is kept in the file, or no judge could pass it offline. */
    @Test
    void aResponderIsProvedInTheFileToo() throws IOException {
        Content sealed = sealed();
        PKI.responderToBeAskedAbout(true);
        Content raised = level(SignatureLevel.B_LTA).raised(sealed);
        agreed("responder", raised, SignatureLevel.B_LTA, Order.SIGNATORY_THEN_SEAL);
    }

    @Test
    void renewedAgainAndAgainEverySignatureStaysValid() throws IOException {
        Content file = level(SignatureLevel.B_LTA).raised(sealed());
        for (int i = 0; i < 3; i++) {
            CLOCK.advance(Duration.ofDays(20));
            Content longer = level(SignatureLevel.B_LTA).preserved(file, Duration.ofSeconds(5));
            assertThat(SigningOrderTests.startsWith(longer, file)).isTrue();
            file = longer;
        }
        assertThat(Judges.dss(file, offline(), CLOCK.instant()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.indication()).isEqualTo(Indication.TOTAL_PASSED));
        assertThat(verifier.verify(file, "renewed").signatures())
                .hasSize(6)
                .allSatisfy(it -> assertThat(it.indication()).isEqualTo(Report.Indication.TOTAL_PASSED));
        assertThat(Peers.veraPdf(file.bytes(), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    /** What the library's own extension takes, beside ours: {@code -Dantin.bench=levels}; figures in the decision. */
    @Test
    @EnabledIfSystemProperty(named = "antin.bench", matches = "levels")
    void theLibrarysExtensionIsMeasuredBesideOurs() throws IOException {
        CLOCK.set(LocalDate.now(java.time.Clock.systemUTC()).minusDays(1));
        Content sealed = sealed();
        var judge = offline();
        judge.setOcspSource((certificate, issuer) -> {
            var good = (vn.antin.trust.Revocation.Good)
                    revocations.of(certificate.getCertificate(), issuer.getCertificate());
            try {
                var basic = (org.bouncycastle.cert.ocsp.BasicOCSPResp) new org.bouncycastle.cert.ocsp.OCSPResp(
                                good.proof().encoded().bytes())
                        .getResponseObject();
                return new eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken(
                        basic, basic.getResponses()[0], certificate, issuer);
            } catch (IOException | org.bouncycastle.cert.ocsp.OCSPException e) {
                throw new IllegalStateException(e);
            }
        });
        var service = new eu.europa.esig.dss.pades.signature.PAdESService(judge);
        service.setTspSource((algorithm, digest) -> {
            try {
                return new eu.europa.esig.dss.model.TimestampBinary(
                        time.stamp(vn.antin.kernel.Sha256.ofDigest(digest)));
            } catch (RuntimeException e) {
                throw new IllegalStateException(e);
            }
        });
        var wanted = new eu.europa.esig.dss.pades.PAdESSignatureParameters();
        wanted.getArchiveTimestampParameters()
                .setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        wanted.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LTA);
        int theirs = 0;
        int ours = 0;
        for (int round = 0; round < 3; round++) {
            long a = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                theirs = service.extendDocument(new eu.europa.esig.dss.model.InMemoryDocument(sealed.bytes()), wanted)
                        .openStream()
                        .readAllBytes()
                        .length;
            }
            long b = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                ours = level(SignatureLevel.B_LTA).raised(sealed).size();
            }
            long c = System.nanoTime();
            System.out.printf(
                    "B-T of %d bytes to B-LTA: library %.1f ms, %d bytes; ours %.1f ms, %d bytes%n",
                    sealed.size(), (b - a) / 20e6, theirs, (c - b) / 20e6, ours);
        }
        assertThat(ours).isGreaterThan(sealed.size());
    }
}
