package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.antin.Peers;
import vn.antin.SetClock;
import vn.antin.agency.Agencies;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.register.OutgoingRegister;
import vn.antin.render.Renderer;
import vn.antin.sign.LongTerm;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.Sealer;
import vn.antin.sign.SignatureLevel;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.trust.TestPki;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;
import vn.antin.verify.Verifier;

/** The clock is moved over thirty years: what becomes of a document that is renewed, and of one that is not. */
@DirtiesContext
@SpringBootTest(properties = "antin.archive.renewal.first-after=PT10H")
@AutoConfigureMockMvc
class RenewalTests {
    private static final LocalDate START = LocalDate.of(2026, 11, 24);
    private static final SetClock CLOCK = new SetClock(START);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final TestPki PKI = new TestPki(CLOCK, FROM, day(2066));
    private static final TestPki OTHER = new TestPki(CLOCK, FROM, day(2066));
    private static final PersonId REGISTRAR = new PersonId("van-thu-toan-thang");
    private static int documents;
    private static int days;

    @DynamicPropertySource
    static void authorities(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-renewal");
        Path keys = Files.createDirectories(home.resolve("keys"));
        Path anchors = home.resolve("anchors");
        PKI.writeAnchors(anchors);
        Files.writeString(anchors.resolve("other-root.pem"), TestPki.pem(OTHER.root()));
        Files.writeString(anchors.resolve("other-issuing.pem"), TestPki.pem(OTHER.issuing()));
        TestPki.write(PKI.signer("Người ký", TestPki.Key.P256, FROM, day(2029)), keys.resolve("pham-thi-nga.p12"));
        TestPki.write(PKI.signer("Cơ quan", TestPki.Key.RSA2048, FROM, day(2029)), keys.resolve("th-toan-thang.p12"));
        properties.add("antin.home", () -> home.resolve("state").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.sign.keys", keys::toString);
        properties.add("antin.sign.level", () -> "B_LTA");
        properties.add("antin.trust.anchors", anchors::toString);
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
        OTHER.close();
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
    Sealer sealer;

    @Autowired
    LongTerm longTerm;

    @Autowired
    OutgoingRegister register;

    @Autowired
    Archive archive;

    @Autowired
    Extensions extensions;

    @Autowired
    Calendar calendar;

    @Autowired
    Renewal renewal;

    @Autowired
    Integrity integrity;

    @Autowired
    Verifier verifier;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theFirstAuthority() {
        PKI.allWell();
        PKI.stamper("/tsa", TestPki.Key.RSA2048, FROM, day(2036));
    }

    /** The register does not let its dates run backwards. */
    private static LocalDate next() {
        days += 5;
        return START.plusDays(days);
    }

    @AfterEach
    void everythingIsWhole() {
        assertThat(integrity.examine().faults()).isEmpty();
    }

    private static Instant day(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Signed, numbered, sealed, raised and archived today. */
    private ArchivedOriginal issued(boolean raise) {
        var agency = agencies.named(new AgencyId("th-toan-thang"));
        var template = templates.named("cong-van");
        var today = LocalDate.now(CLOCK);
        var document = composer.compose(
                template,
                template.sample(),
                agency,
                agencies.signatory(agency.id(), new PersonId("pham-thi-nga"), today),
                new DocumentId(new UUID(4, ++documents)),
                LookupCode.random(new java.util.Random(documents)));
        var checked = ((Gate.Verdict.Passed) gate.examine(renderer.render(document))).document();
        var signed = signer.sign(checked, new Pin(TestPki.PIN));
        var entry = register.enter(signed, REGISTRAR);
        var sealed =
                sealer.seal(signed, new NumberLine(entry.number().digits(), entry.issuedOn()), new Pin(TestPki.PIN));
        Content file = raise ? longTerm.raised(sealed.pdf()) : sealed.pdf();
        return archive.keep(new SealedDocument(file, sealed.particulars(), sealed.line()), entry);
    }

    private Content now(ArchivedOriginal original) {
        return extensions.renewed(original).file();
    }

    private Report judged(Content file) {
        return verifier.verify(file, "van-ban.pdf");
    }

    private static List<String> inWords(Report report) {
        return report.signatures().getLast().remarks().stream()
                .map(Report.Remark::text)
                .toList();
    }

    private static List<String> why(Report report) {
        return report.signatures().stream()
                .map(it -> it.kind() + " " + it.subIndication())
                .toList();
    }

    @Test
    void renewedTwiceADocumentIsStillProvedAfterThirtyYears() {
        CLOCK.set(next());
        ArchivedOriginal original = issued(true);
        Content first = archive.read(original.digest());
        assertThat(longTerm.standing(first).level()).isEqualTo(SignatureLevel.B_LTA);
        Map<String, String> verdicts = new LinkedHashMap<>();
        note(verdicts, first, first);
        assertThat(judged(first).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);

        // By ETSI TS 119 312 RSA-2048 ends with 2028, long before the authority's certificate.
        renewal.run();
        assertThat(now(original)).isEqualTo(first);
        assertThat(calendar.of(new AgencyId("th-toan-thang"), 50)).anySatisfy(it -> {
            assertThat(it.document()).isEqualTo(original.entry().particulars().id());
            assertThat(it.endsAt()).isEqualTo(day(2029));
            assertThat(it.reason()).isEqualTo(Calendar.Reason.ALGORITHM);
            assertThat(it.endsName()).isEqualTo("RSA-1900");
        });
        CLOCK.set(LocalDate.of(2028, 6, 1));
        renewal.run();
        assertThat(now(original)).isEqualTo(first);
        // Due, but the authority still has the same key: nothing would be gained, and nothing is appended.
        CLOCK.set(LocalDate.of(2028, 8, 1));
        renewal.run();
        assertThat(now(original)).isEqualTo(first);
        PKI.stamper("/tsa", TestPki.Key.P256, FROM, day(2040));
        CLOCK.set(LocalDate.of(2028, 8, 3));
        renewal.run();
        Content second = now(original);
        assertThat(second).isNotEqualTo(first);
        note(verdicts, second, first);
        assertThat(judged(second).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(judged(second).register()).isNotNull();

        CLOCK.set(LocalDate.of(2030, 1, 1));
        note(verdicts, second, first);
        assertThat(judged(second).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(judged(first).conclusion()).isEqualTo(Conclusion.INDETERMINATE);
        assertThat(why(judged(first))).last().isEqualTo("DOCUMENT_TIMESTAMP CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
        assertThat(inWords(judged(first)))
                .contains("Khoá RSA-2048 chỉ được tin cậy đến hết ngày 31/12/2028; thời điểm đem xét là 09:00:00 ngày"
                        + " 01/01/2030, không có gì chứng minh chữ ký đã có từ trước.");
        renewal.run();
        assertThat(now(original)).isEqualTo(second);

        CLOCK.set(LocalDate.of(2039, 10, 1));
        PKI.stamper("/tsa", TestPki.Key.P256, day(2039), day(2060));
        assertThat(calendar.of(new AgencyId("th-toan-thang"), 50)).anySatisfy(it -> {
            assertThat(it.endsAt()).isEqualTo(day(2040));
            assertThat(it.reason()).isEqualTo(Calendar.Reason.CERTIFICATE);
        });
        renewal.run();
        Content third = now(original);
        note(verdicts, third, second);
        assertThat(judged(third).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);

        CLOCK.set(LocalDate.of(2056, 11, 24));
        note(verdicts, third, second);
        assertThat(judged(third).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(judged(third).signatures()).hasSize(5);
        assertThat(judged(second).conclusion()).isEqualTo(Conclusion.INDETERMINATE);
        assertThat(why(judged(second))).last().isEqualTo("DOCUMENT_TIMESTAMP OUT_OF_BOUNDS_NOT_REVOKED");
        assertThat(inWords(judged(second)))
                .anySatisfy(it -> assertThat(it).startsWith("Chứng thư đã hết hạn lúc 07:00:00 ngày 01/01/2040;"))
                .anySatisfy(it -> assertThat(it).contains("không có gì chứng minh chữ ký đã có từ trước đó"));

        // The original was never rewritten, and the renewed file begins with it.
        assertThat(archive.read(original.digest())).isEqualTo(first);
        assertThat(third.bytes()).startsWith(first.bytes());
        assertThat(Peers.said(third.bytes(), "pdfsig", "-nocert"))
                .contains("Signature Validation: Signature is Valid.");
        assertThat(Peers.veraPdf(third.bytes())).isEmpty();
        verdicts.forEach((when, what) -> System.out.println(when + ": " + what));
    }

    @Test
    void aRevokedAuthorityIsSurvivedByWhatAnotherStampedBefore() {
        CLOCK.set(next());
        Content first = archive.read(issued(true).digest());
        assertThat(judged(first).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        PKI.stamper("/tsa", OTHER.stamper("/tsa", TestPki.Key.P256, FROM, day(2045)));
        CLOCK.set(LocalDate.of(2027, 3, 1));
        Content before = longTerm.preserved(first, Duration.ofSeconds(5));
        PKI.revoke(PKI.issuing(), Instant.parse("2027-06-01T00:00:00Z"));
        try {
            CLOCK.set(LocalDate.of(2027, 9, 1));
            Content survived = longTerm.preserved(before, Duration.ofSeconds(5));
            Content tooLate = longTerm.preserved(first, Duration.ofSeconds(5));
            CLOCK.advance(Duration.ofDays(1));
            assertThat(judged(survived).conclusion())
                    .as(judged(survived).toString())
                    .isEqualTo(Conclusion.TOTAL_PASSED);
            assertThat(judged(tooLate).conclusion()).isEqualTo(Conclusion.INDETERMINATE);
            assertThat(why(judged(tooLate))).anyMatch(it -> it.contains("REVOKED_CA_NO_POE"));
        } finally {
            PKI.forgive(PKI.issuing());
        }
    }

    @Test
    void whatCouldNotBeHadAtSealingIsHadLater() {
        CLOCK.set(next());
        PKI.mood("/ocsp/issuing", TestPki.Mood.DOWN);
        PKI.mood("/crl/issuing", TestPki.Mood.DOWN);
        ArchivedOriginal original = issued(true);
        assertThat(longTerm.standing(now(original)).level()).isEqualTo(SignatureLevel.B_T);
        renewal.run();
        assertThat(longTerm.standing(now(original)).level()).isEqualTo(SignatureLevel.B_T);
        assertThat(calendar.of(new AgencyId("th-toan-thang"), 50))
                .anySatisfy(it -> assertThat(it.failure()).contains("sign.NOT_PROVED"));
        PKI.allWell();
        CLOCK.advance(Duration.ofDays(1));
        renewal.run();
        assertThat(longTerm.standing(now(original)).level()).isEqualTo(SignatureLevel.B_LTA);
        assertThat(judged(now(original)).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(archive.byDigest(now(original).digest())).contains(original);
    }

    /** As after a loss of power there: what was not written is made again by the next run. */
    @Test
    void aRunThatDiesBetweenTwoDocumentsGoesOnWithTheOthers() {
        CLOCK.set(next());
        var originals = List.of(issued(false), issued(false), issued(false));
        jdbc.sql("create trigger power_fails before insert on archived_extension when new.document = '"
                        + originals.get(1).entry().particulars().id()
                        + "' begin select raise(abort, 'the power fails'); end")
                .update();
        try {
            assertThatThrownBy(() -> renewal.run()).isInstanceOf(DataAccessException.class);
            assertThat(originals.stream().filter(it -> extensions.renewed(it).parts() == 1))
                    .hasSizeBetween(0, 2);
            assertThat(extensions.renewed(originals.get(1)).parts()).isZero();
        } finally {
            jdbc.sql("drop trigger power_fails").update();
        }
        renewal.run();
        assertThat(originals).allSatisfy(it -> {
            assertThat(extensions.renewed(it).parts()).isEqualTo(1);
            assertThat(judged(now(it)).conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        });
    }

    @Test
    void anExtensionIsNeverChangedAndASpoiledOneIsFound() {
        CLOCK.set(next());
        var original = issued(false);
        renewal.run();
        assertThat(extensions.renewed(original).parts()).isEqualTo(1);
        for (String change : List.of(
                "update archived_extension set reason = 'x'",
                "delete from archived_extension",
                "insert into archived_extension (document, part, bytes, digest, whole, made_at, reason) select document,"
                        + " part + 5, bytes, digest, '" + "0".repeat(64)
                        + "', made_at, reason from archived_extension")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        String guard = jdbc.sql("select sql from sqlite_schema where name = 'archived_extension_is_never_changed'")
                .query(String.class)
                .single();
        byte[] bytes = jdbc.sql("select bytes from archived_extension where document = :document")
                .param("document", original.entry().particulars().id().toString())
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] spoiled = bytes.clone();
        spoiled[100] ^= 1;
        jdbc.sql("drop trigger archived_extension_is_never_changed").update();
        try {
            put(original, spoiled);
            assertThat(integrity.examine().faults()).extracting(it -> it.code()).containsExactly("archive.EXTENSION");
            assertThatThrownBy(() -> extensions.renewed(original)).hasMessage("archive.EXTENSION_ALTERED");
        } finally {
            put(original, bytes);
            jdbc.sql(guard).update();
        }
        String keeper = jdbc.sql("select sql from sqlite_schema where name = 'archived_extension_is_never_removed'")
                .query(String.class)
                .single();
        jdbc.sql("drop trigger archived_extension_is_never_removed").update();
        String document = original.entry().particulars().id().toString();
        jdbc.sql("create table gone as select * from archived_extension where document = :document")
                .param("document", document)
                .update();
        try {
            jdbc.sql("delete from archived_extension where document = :document")
                    .param("document", document)
                    .update();
            assertThat(integrity.examine().faults()).extracting(it -> it.code()).contains("archive.EXTENSION");
        } finally {
            jdbc.sql("insert into archived_extension select * from gone").update();
            jdbc.sql("drop table gone").update();
            jdbc.sql(keeper).update();
        }
    }

    private void put(ArchivedOriginal original, byte[] bytes) {
        jdbc.sql("update archived_extension set bytes = :bytes where document = :document")
                .param("bytes", bytes)
                .param("document", original.entry().particulars().id().toString())
                .update();
    }

    @Test
    void theArchivistSeesTheCalendarAndMembersFetchTheRenewedFile() throws Exception {
        CLOCK.set(next());
        var original = issued(true);
        String document = original.entry().particulars().id().toString();
        var page = web.perform(
                        get("/luu-tru/gia-han").with(user("luu-tru-toan-thang").roles("ARCHIVIST")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(document, "01/01/2029", "Thuật toán của dấu thời gian hết hạn tin cậy: RSA-1900", "B-LTA");
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/gia-han.html"), page);
        web.perform(get("/luu-tru/" + document + "/ban-gia-han.pdf")
                        .with(user("van-thu-toan-thang").roles("REGISTRAR")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(now(original).bytes()));
        for (String path : List.of("/luu-tru/" + document + "/ban-gia-han.pdf", "/luu-tru/gia-han")) {
            assertThat(web.perform(get(path).with(user("van-thu-an-duong").roles("REGISTRAR")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
        }
    }

    private void note(Map<String, String> verdicts, Content renewed, Content other) {
        Report a = judged(renewed);
        Report b = judged(other);
        verdicts.put(
                CLOCK.instant().toString().substring(0, 10),
                a.conclusion() + " " + why(a) + "; one renewal less: " + b.conclusion() + " " + why(b));
    }
}
