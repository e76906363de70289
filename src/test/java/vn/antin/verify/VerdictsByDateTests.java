package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.antin.SetClock;
import vn.antin.agency.Agencies;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.render.Renderer;
import vn.antin.sign.LongTerm;
import vn.antin.sign.Pin;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.trust.TestPki;
import vn.antin.trust.TestPki.Holder;
import vn.antin.trust.TrustAnchors;

/**
 * The verdict on a file and its reason at each date, as certificates expire, authorities are revoked and algorithms end, by
 * trust data that an administrator signed off; beside the standard's validation called plainly with the same policy.
 */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc
class VerdictsByDateTests {
    private static final LocalDate START = LocalDate.of(2026, 11, 24);
    private static final SetClock CLOCK = new SetClock(START);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2060-01-01T00:00:00Z");
    private static final Instant SIGNER_UNTIL = Instant.parse("2029-01-01T00:00:00Z");
    private static final TestPki PUBLIC = new TestPki(CLOCK, FROM, FAR);
    private static final TestPki STAMPS = new TestPki(CLOCK, FROM, FAR);
    private static final RequestPostProcessor ADMINISTRATOR =
            user("quan-tri-so").roles("ADMINISTRATOR");
    private static final String USUAL_LIMITS = """
            {"algorithm": "SHA256", "source": "thử"}, {"algorithm": "RSA", "bits": 1900, "until": "2028-12-31", "source": "thử"},
            {"algorithm": "ECDSA", "bits": 256, "source": "thử"}""";

    private static final String CONSTRAINTS = """
            , "constraints": {"PUBLIC": [
              {"until": "2026-10-31", "revocation": true, "timestamp": true, "policies": ["2.16.704.9"]},
              {"from": "2026-11-01", "revocation": true, "timestamp": true, "keys": {"RSA": 3072, "ECDSA": %d},
               "keyUsage": ["nonRepudiation"]}]}""";

    private static Path keys = Path.of("");
    private static int versions;
    private static long documents;

    @DynamicPropertySource
    static void authorities(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-dates");
        keys = Files.createDirectories(home.resolve("keys"));
        Files.createDirectories(home.resolve("anchors"));
        properties.add("antin.home", () -> home.resolve("state").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.sign.keys", keys::toString);
        properties.add("antin.sign.level", () -> "B_LTA");
        properties.add("antin.trust.anchors", () -> home.resolve("anchors").toString());
        properties.add("antin.trust.timestamp-url", () -> STAMPS.address("/tsa"));
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
        PUBLIC.close();
        STAMPS.close();
    }

    @Autowired
    MockMvc web;

    @Autowired
    Templates templates;

    @Autowired
    Agencies agencies;

    @Autowired
    Composer composer;

    @Autowired
    Renderer renderer;

    @Autowired
    Gate gate;

    @Autowired
    Signer signer;

    @Autowired
    LongTerm longTerm;

    @Autowired
    Verifier verifier;

    @Autowired
    TrustAnchors trust;

    @Autowired
    LibraryAccount library;

    @BeforeEach
    void everyoneIsBelieved() throws Exception {
        PUBLIC.allWell();
        STAMPS.allWell();
        CLOCK.set(START.plusDays(documents * 12));
        STAMPS.stamper("/tsa", TestPki.Key.P256, FROM, FAR);
        laidDown("", "", USUAL_LIMITS, "");
    }

    /** An administrator loads trust data, sees them and signs them off; from that moment they hold. */
    private void laidDown(String ofSignatures, String ofStamps, String limits, String more) throws Exception {
        String json = """
                {"version": "%d", "note": "Để thử", "anchors": [
                  {"name": "Công cộng", "certificate": "%s", "kinds": ["PUBLIC"]%s},
                  {"name": "Dấu thời gian", "certificate": "%s", "kinds": ["TIMESTAMP"]%s}],
                 "algorithms": [%s]%s}""".formatted(
                        ++versions,
                        TestPki.pem(PUBLIC.root()).replace("\n", "\\n"),
                        ofSignatures,
                        TestPki.pem(STAMPS.root()).replace("\n", "\\n"),
                        ofStamps,
                        limits,
                        more);
        signedOff(json);
    }

    private void signedOff(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String there = "/tin-cay/" + Sha256.of(bytes);
        web.perform(multipart("/tin-cay")
                        .file(new MockMultipartFile("tep", "trust.json", "application/json", bytes))
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(redirectedUrl(there));
        web.perform(post(there + "/ap-dung")
                        .param("da-xem", "true")
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(redirectedUrl("/tin-cay"));
    }

    private Holder person(Instant until) throws IOException {
        Holder it = PUBLIC.signer("Người ký", TestPki.Key.P256, FROM, until);
        TestPki.write(it, keys.resolve("pham-thi-nga.p12"));
        return it;
    }

    /** Signed and stamped today: B-T. */
    private Content signed() {
        var agency = agencies.named(new AgencyId("th-toan-thang"));
        var template = templates.named("cong-van");
        var document = composer.compose(
                template,
                template.sample(),
                agency,
                agencies.signatory(agency.id(), new PersonId("pham-thi-nga"), LocalDate.now(CLOCK)),
                new DocumentId(new UUID(9, ++documents)),
                LookupCode.random(new java.util.Random(documents)));
        var checked = ((Gate.Verdict.Passed) gate.examine(renderer.render(document))).document();
        try (var pin = new Pin(TestPki.PIN)) {
            return signer.sign(checked, pin).pdf();
        }
    }

    /** A bare page with a signature that no time-stamp goes with. */
    private static Content unstamped(Holder by) throws IOException {
        try (var document = new PDDocument();
                var page = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(page);
            return Content.of(ForeignSigner.pdfBox(page.toByteArray(), by.key(), by.chain(), "SHA256withECDSA"));
        }
    }

    /** What was there before the time-stamp over the whole. */
    private Content withoutLastStamp(Content file) {
        Report report = verifier.judge(file, "la.pdf");
        var stamp = report.revisions().stream()
                .filter(it -> it.signatures().stream()
                        .anyMatch(name -> report.signatures().stream()
                                .anyMatch(one ->
                                        one.field().equals(name) && one.kind() == Report.Kind.DOCUMENT_TIMESTAMP)))
                .findFirst()
                .orElseThrow();
        return Content.of(Arrays.copyOf(file.bytes(), (int) stamp.from()));
    }

    /** The verdict at that date with the words a person reads; {@code reason} is part of them. */
    private void expect(String what, Content file, LocalDate on, String verdict, String reason) {
        CLOCK.set(on);
        Report report = verifier.judge(file, "van-ban.pdf");
        var worst = report.signatures().stream()
                .reduce((one, other) -> other.indication().compareTo(one.indication()) > 0 ? other : one)
                .orElseThrow();
        String reasons = worst.remarks().stream().map(Report.Remark::text).collect(Collectors.joining(" "));
        String dss = plainly(file);
        // A line for whoever wants to read the whole table.
        System.out.printf(
                "%s | %s | %s %s | %s | %s%n",
                what, on, report.conclusion(), Objects.toString(worst.subIndication(), ""), dss, reasons);
        assertThat((report.conclusion() + " " + Objects.toString(worst.subIndication(), "")).strip())
                .as(what + " " + on + " " + report)
                .startsWith(verdict);
        assertThat(reasons).as(what + " " + on).contains(reason);
        if (verdict.equals("TOTAL_PASSED")) {
            assertThat(report.signatures().getFirst().timeProved()).isTrue();
            // The library alone knows no kinds and no days of anchors: ours is the same or stricter, never looser.
            assertThat(dss).as(what + " " + on).isEqualTo("TOTAL_PASSED");
        }
    }

    /** The worst of what the library says of signatures and time-stamps over the document, with our policy and anchors. */
    private String plainly(Content file) {
        var anchors = new CommonTrustedCertificateSource();
        trust.anchors().forEach(it -> anchors.addCertificate(new CertificateToken(it)));
        var judge = new CommonCertificateVerifier();
        judge.setTrustedCertSources(anchors);
        judge.setAIASource(null);
        var validator = new SignatureReader(new InMemoryDocument(file.bytes(), "file.pdf"));
        validator.setCertificateVerifier(judge);
        validator.setValidationTime(Date.from(CLOCK.instant()));
        var reports = validator.validateDocument(
                ValidationPolicies.load(trust.algorithmLimits()).choose(true));
        var simple = reports.getSimpleReport();
        var said = reports.getDiagnosticData().getSignatures().stream()
                .map(it -> simple.getIndication(it.getId()))
                .collect(Collectors.toCollection(ArrayList::new));
        reports.getDiagnosticData().getTimestampList().stream()
                .filter(it -> it.getPDFRevision() != null)
                .forEach(it -> said.add(simple.getIndication(it.getId())));
        if (said.stream().anyMatch(it -> it == Indication.TOTAL_FAILED || it == Indication.FAILED)) {
            return "TOTAL_FAILED";
        }
        return said.stream().allMatch(it -> it == Indication.TOTAL_PASSED || it == Indication.PASSED)
                ? "TOTAL_PASSED"
                : "INDETERMINATE";
    }

    @Test
    void anExpiredSignersCertificateByLevel() throws Exception {
        Holder by = person(SIGNER_UNTIL);
        Content bare = unstamped(by);
        Content stamped = signed();
        Content full = longTerm.raised(stamped);
        assertThat(longTerm.standing(full).level().name()).isEqualTo("B_LTA");
        Content proved = withoutLastStamp(full);
        for (LocalDate on : List.of(
                LocalDate.now(CLOCK).plusDays(10),
                LocalDate.of(2028, 12, 30),
                LocalDate.of(2029, 1, 2),
                LocalDate.of(2045, 1, 1))) {
            expect("B-B", bare, on, "INDETERMINATE", "chưa chứng minh được chúng chưa bị thu hồi");
            expect("B-B", bare, on, "INDETERMINATE", "Thời điểm ký chỉ là lời khai của người ký");
            expect("B-T", stamped, on, "INDETERMINATE", "chưa chứng minh được chúng chưa bị thu hồi");
            String expired = on.getYear() < 2029 ? "" : "Chứng thư đã hết hạn lúc 07:00:00 ngày 01/01/2029";
            expect("B-B", bare, on, "INDETERMINATE", expired);
            expect("B-T", stamped, on, "INDETERMINATE", expired);
            expect("B-LT", proved, on, "TOTAL_PASSED", "");
            expect("B-LTA", full, on, "TOTAL_PASSED", "");
        }
        // The authority's certificate ends with 2059, and nothing later vouches for its stamps.
        LocalDate ended = LocalDate.of(2060, 1, 2);
        expect("B-LT", proved, ended, "INDETERMINATE", "hết hạn");
        expect("B-LTA", full, ended, "INDETERMINATE OUT_OF_BOUNDS", "chứng thư đã hết hạn");
    }

    @Test
    void anAuthorityOfTimeStampsWhoseKeyBecomesTooWeak() throws Exception {
        person(FAR);
        STAMPS.stamper("/tsa", TestPki.Key.RSA2048, FROM, FAR);
        Content full = longTerm.raised(signed());
        String weak =
                "Khoá RSA-2048 chỉ được tin cậy đến hết ngày 31/12/2028; thời điểm đem xét là 09:00:00 ngày 02/01/2029";
        LocalDate last = LocalDate.of(2028, 12, 30);
        LocalDate first = LocalDate.of(2029, 1, 2);
        expect("RSA-2048", full, LocalDate.of(2027, 6, 5), "TOTAL_PASSED", "");
        expect("RSA-2048", full, last, "TOTAL_PASSED", "");
        expect("RSA-2048", full, first, "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE", weak);
        STAMPS.stamper("/tsa", TestPki.Key.P256, FROM, FAR);
        CLOCK.set(LocalDate.of(2028, 12, 1));
        Content renewed = longTerm.preserved(full, Duration.ofSeconds(5));
        expect("RSA-2048, renewed by P-256", renewed, first, "TOTAL_PASSED", "");
        expect("RSA-2048, renewed by P-256", renewed, LocalDate.of(2050, 1, 2), "TOTAL_PASSED", "");
        // An administrator may end an algorithm earlier, and then it ends earlier.
        laidDown("", "", USUAL_LIMITS.replace("2028-12-31", "2026-12-31"), "");
        expect(
                "RSA-2048, ended 2026 by trust data",
                full,
                LocalDate.of(2027, 6, 5),
                "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
                "Khoá RSA-2048 chỉ được tin cậy đến hết ngày 31/12/2026");
    }

    @Test
    void anAuthorityOrACertificateThatIsRevoked() throws Exception {
        Holder by = person(FAR);
        Content before = longTerm.raised(signed());
        LocalDate day = LocalDate.now(CLOCK);
        Instant since = day.plusDays(60).atStartOfDay(CLOCK.getZone()).toInstant();
        PUBLIC.revoke(PUBLIC.issuing(), since);
        try {
            CLOCK.set(day.plusDays(90));
            Content later = longTerm.preserved(before, Duration.ofSeconds(5));
            Content after = longTerm.preserved(signed(), Duration.ofSeconds(5));
            expect("CA revoked later", before, day.plusDays(40), "TOTAL_PASSED", "");
            expect("CA revoked later, as its list now says", later, day.plusDays(100), "TOTAL_PASSED", "");
            expect(
                    "CA revoked before",
                    after,
                    day.plusDays(100),
                    "INDETERMINATE REVOKED_CA_NO_POE",
                    "chứng thư của tổ chức chứng thực đã bị thu hồi, không có gì chứng minh chữ ký đã có từ trước đó");
        } finally {
            PUBLIC.forgive(PUBLIC.issuing());
        }
        PUBLIC.revoke(by.certificate(), since);
        CLOCK.set(day.plusDays(110));
        Content later = longTerm.preserved(before, Duration.ofSeconds(5));
        Content after = longTerm.preserved(signed(), Duration.ofSeconds(5));
        expect("signer revoked later", later, day.plusDays(120), "TOTAL_PASSED", "");
        expect(
                "signer revoked before",
                after,
                day.plusDays(120),
                "INDETERMINATE REVOKED_NO_POE",
                "chứng thư đã bị thu hồi, không có gì chứng minh chữ ký đã có từ trước đó");
    }

    @Test
    void whatCouldNotBeLearnedOfRevocationIsToldApart() throws Exception {
        person(FAR);
        for (var it : Map.of(
                        TestPki.Mood.WELL, "",
                        TestPki.Mood.EXPIRED, "(cũ, đến ",
                        TestPki.Mood.DOWN, "(không trả lời)",
                        TestPki.Mood.GARBAGE, "(trả lời không tin được)",
                        TestPki.Mood.IGNORANT, "(không biết chứng thư này)")
                .entrySet()) {
            // Nothing is kept of an earlier answer about a certificate that is new.
            person(FAR);
            CLOCK.advance(Duration.ofDays(10));
            Content file = signed();
            PUBLIC.mood("/ocsp/issuing", it.getKey());
            PUBLIC.mood("/crl/issuing", it.getKey() == TestPki.Mood.IGNORANT ? TestPki.Mood.DOWN : it.getKey());
            String told = "";
            try {
                file = longTerm.preserved(file, Duration.ofSeconds(5));
            } catch (Refusal e) {
                told = e.reason().key() + " " + e.arguments();
            }
            boolean well = it.getKey() == TestPki.Mood.WELL;
            assertThat(told).startsWith(well ? "" : "sign.NOT_PROVED").contains(it.getValue());
            expect(
                    "revocation " + it.getKey(),
                    file,
                    LocalDate.now(CLOCK).plusDays(1),
                    well ? "TOTAL_PASSED" : "INDETERMINATE",
                    well ? "" : "chưa chứng minh được chúng chưa bị thu hồi");
            PUBLIC.allWell();
        }
    }

    @Test
    void trustDataHoldAtOnceEverywhere() throws Exception {
        person(FAR);
        Content full = longTerm.raised(signed());
        LocalDate day = LocalDate.now(CLOCK).plusDays(10);
        expect("believed", full, day, "TOTAL_PASSED", "");
        assertThat(byDigest(full)).doesNotContain("NO_CERTIFICATE_CHAIN_FOUND");
        assertThat(libraryOn(full)).doesNotContain("NO_CERTIFICATE_CHAIN_FOUND");
        signedOff("""
                {"version": "%d", "note": "Để thử", "anchors": [], "algorithms": [%s]}""".formatted(++versions, USUAL_LIMITS));
        expect("nobody believed", full, day, "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND", "không dẫn đến tổ chức");
        assertThat(byDigest(full)).contains("NO_CERTIFICATE_CHAIN_FOUND");
        assertThat(libraryOn(full)).contains("NO_CERTIFICATE_CHAIN_FOUND");
        laidDown(", \"until\": \"2026-11-01\"", "", USUAL_LIMITS, "");
        expect(
                "anchor ended before",
                full,
                day,
                "INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND_NO_POE",
                "“Công cộng”, được tin cậy cho chữ ký số công cộng đến hết 01/11/2026");
        laidDown("", ", \"until\": \"2026-11-01\"", USUAL_LIMITS, "");
        expect(
                "anchor of stamps ended before",
                full,
                day,
                "INDETERMINATE NO_",
                "“Dấu thời gian”, được tin cậy cho dấu thời gian đến hết 01/11/2026");
        laidDown("", "", USUAL_LIMITS, CONSTRAINTS.formatted(384));
        expect(
                "longer keys asked for",
                full,
                day,
                "INDETERMINATE CRYPTO_CONSTRAINTS_FAILURE",
                "Khoá ECDSA-256 không đạt yêu cầu đã đặt ra cho chữ ký số công cộng");
        laidDown("", "", USUAL_LIMITS, CONSTRAINTS.formatted(256));
        expect("everything asked for is there", full, day, "TOTAL_PASSED", "");
    }

    private String byDigest(Content file) throws IOException {
        var handed = Objects.requireNonNull(SignaturesOfFile.of(file).signatures());
        return verifier.byDigest(file.digest(), handed).signatures().toString();
    }

    private String libraryOn(Content file) {
        var paper = library.of(file, verifier.judge(file, "van-ban.pdf"), LibraryAccount.Paper.DETAILED);
        return new String(paper, StandardCharsets.UTF_8);
    }
}
