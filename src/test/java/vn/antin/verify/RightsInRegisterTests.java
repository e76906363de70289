package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.kernel.AgencyId;
import vn.antin.verify.Report.Held;

/** With what right somebody signed, beside whether the signature is valid. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
class RightsInRegisterTests {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final Optional<AgencyId> SCHOOL = Optional.of(new AgencyId("th-toan-thang"));

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    RightsInRegister rights;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDeputyOfTheBodyHadTheRight() {
        var told = told(signature("people/pham-thi-nga", NOON, true), SCHOOL);
        assertThat(told.held()).isEqualTo(Held.YES);
        assertThat(told.text())
                .contains("24/11/2026", "Phạm Thị Nga", "KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG", "TRƯỜNG TIỂU HỌC");
    }

    @Test
    void theHeadOfAnotherBodyHadNone() {
        assertThat(told(signature("people/vu-manh-hung", NOON, true), SCHOOL).held())
                .isEqualTo(Held.NO);
        assertThat(told(signature("people/vu-manh-hung", NOON, true), Optional.empty())
                        .held())
                .isEqualTo(Held.YES);
    }

    @Test
    void theSealIsThatOfTheBodyAndNoOther() {
        assertThat(told(signature("agencies/th-toan-thang", NOON, true), SCHOOL).held())
                .isEqualTo(Held.YES);
        assertThat(told(signature("agencies/pgd-huyen", NOON, true), SCHOOL).held())
                .isEqualTo(Held.NO);
    }

    @Test
    void beforeTheFirstDayInOfficeThereWasNoRight() {
        jdbc.sql("update post set from_day = '2026-11-25' where person = 'pham-quoc-hieu'")
                .update();
        var told = told(signature("people/pham-quoc-hieu", NOON, true), Optional.empty());
        assertThat(told.held()).isEqualTo(Held.NO);
        assertThat(told.text()).contains("không có quyền ký");
    }

    @Test
    void whatWasWithdrawnBeforeTheSignatureGivesNoRightAndAfterItTakesNone() {
        String certificate = digest("people/cao-van-roi");
        jdbc.sql("insert into certificate_event (certificate, event, at, reason, document, actor, recorded_at)"
                        + " values (:it, 'WITHDRAWN', '2026-11-24T05:30:00.000000Z', 'Nghỉ hưu', '', 'quan-tri', '')")
                .param("it", certificate)
                .update();
        assertThat(told(signature("people/cao-van-roi", NOON, true), Optional.empty())
                        .held())
                .isEqualTo(Held.YES);
        assertThat(told(signature("people/cao-van-roi", NOON.plusSeconds(3600), true), Optional.empty()))
                .satisfies(it -> assertThat(it.held()).isEqualTo(Held.NO))
                .satisfies(it -> assertThat(it.text()).contains("thu hồi"));
    }

    @Test
    void aTimeThatTheSignerOnlyClaimsProvesNoRight() {
        assertThat(told(signature("people/pham-thi-nga", NOON, false), SCHOOL).held())
                .isEqualTo(Held.UNKNOWN);
        assertThat(told(signature("people/pham-thi-nga", null, false), SCHOOL).held())
                .isEqualTo(Held.UNKNOWN);
    }

    @Test
    void aCertificateThatNobodyRegisteredIsUnknownAndTheVerdictStaysWhatItWas() {
        var report = report(signature("special/tsa", NOON, true));
        var told = rights.told(report, SCHOOL);
        assertThat(told.signatures().getFirst().authority())
                .satisfies(it -> assertThat(it.held()).isEqualTo(Held.UNKNOWN));
        assertThat(told.conclusion()).isEqualTo(report.conclusion());
        assertThat(told.signatures().getFirst().indication()).isEqualTo(Report.Indication.TOTAL_PASSED);
    }

    private Report.Authority told(Report.Signature signature, Optional<AgencyId> issuer) {
        var told =
                rights.told(report(signature), issuer).signatures().getFirst().authority();
        return Objects.requireNonNull(told);
    }

    private static Report report(Report.Signature signature) {
        return new Report(
                "tep.pdf",
                null,
                1,
                Conclusion.TOTAL_PASSED,
                null,
                NOON,
                List.of(signature),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Report.Signature signature(String certificate, @Nullable Instant at, boolean proved) {
        return new Report.Signature(
                "ky_lanh_dao",
                Report.Kind.CERTIFICATION,
                "Ai đó",
                null,
                null,
                null,
                at,
                proved,
                Report.Indication.TOTAL_PASSED,
                null,
                Report.Integrity.INTACT,
                Report.Coverage.WHOLE_DOCUMENT,
                Report.LaterChanges.NONE,
                "B_T",
                List.of(),
                digest(certificate),
                null,
                null);
    }

    private static String digest(String certificate) {
        try (var pem = new PEMParser(
                Files.newBufferedReader(Path.of("keys-sample", certificate + ".pem"), StandardCharsets.US_ASCII))) {
            return RightsInRegister.digest((X509CertificateHolder) pem.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
