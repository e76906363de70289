package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.SetClock;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Posts, delegations and certificates by the day; each test leaves the register as it found it. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
class DirectoryTests {
    private static final AgencyId SCHOOL = new AgencyId("th-toan-thang");
    private static final PersonId DEPUTY = new PersonId("pham-thi-nga");
    private static final PersonId CLERK = new PersonId("van-thu-toan-thang");
    private static final PersonId KEEPER = new PersonId("quan-tri");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SetClock CLOCK = new SetClock(TODAY);
    private static final ZoneId VIETNAM = CLOCK.getZone();

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return CLOCK;
        }
    }

    @Autowired
    Directory directory;

    @Autowired
    Agencies agencies;

    @Autowired
    Certificates certificates;

    @Autowired
    CertificateDesk desk;

    @Autowired
    Expiries expiries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nineInTheMorning() {
        CLOCK.set(TODAY);
    }

    @Test
    void aDelegationGivesTheRightOnItsOwnDaysOnly() {
        undone(() -> {
            directory.delegate(
                    delegation(
                            "nguyen-van-to-truong",
                            new Authority.Delegated("HIỆU TRƯỞNG", "TỔ TRƯỞNG"),
                            day(10),
                            day(20)),
                    KEEPER);
            var person = new PersonId("nguyen-van-to-truong");
            assertThat(agencies.signatory(SCHOOL, person, day(10)).authority().lines())
                    .containsExactly("TUQ. HIỆU TRƯỞNG", "TỔ TRƯỞNG");
            assertThat(agencies.signatory(SCHOOL, person, day(20)).fullName()).isEqualTo("Nguyễn Văn Tổ");
            for (LocalDate outside : new LocalDate[] {day(9), day(21)}) {
                assertThatThrownBy(() -> agencies.signatory(SCHOOL, person, outside))
                        .hasMessage("agency.MAY_NOT_SIGN");
            }
            assertThat(agencies.member(person, day(15)).orElseThrow().roles()).containsExactly(Role.SIGNATORY);
            assertThat(agencies.member(person, day(21))).isEmpty();
        });
    }

    @Test
    void signingUnderADelegationWithoutAnEndIsRefused() {
        undone(() -> assertThatThrownBy(() -> directory.delegate(
                        delegation(
                                "nguyen-van-to-truong",
                                new Authority.Delegated("HIỆU TRƯỞNG", "TỔ TRƯỞNG"),
                                day(10),
                                null),
                        KEEPER))
                .hasMessage("agency.DELEGATION_WITHOUT_END"));
    }

    @Test
    void aDeputyMadeActingHeadSignsAsSuchUntilThatEnds() {
        undone(() -> {
            var given = directory.delegate(
                    delegation(DEPUTY.value(), new Authority.Acting("HIỆU TRƯỞNG"), day(1), null), KEEPER);
            assertThat(lines(day(5))).containsExactly("Q. HIỆU TRƯỞNG");
            directory.endDelegation(SCHOOL, given.id(), day(6), KEEPER);
            assertThat(lines(day(6))).containsExactly("Q. HIỆU TRƯỞNG");
            assertThat(lines(day(7))).containsExactly("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG");
            assertThatThrownBy(() -> directory.endDelegation(SCHOOL, given.id(), day(8), KEEPER))
                    .hasMessage("agency.UNKNOWN_ENTRY");
        });
    }

    @Test
    void nobodyWritesARightForThemselves() {
        undone(() -> {
            assertThatThrownBy(() -> directory.delegate(
                            delegation(
                                    CLERK.value(),
                                    new Authority.Deputy("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
                                    day(1),
                                    null),
                            CLERK))
                    .hasMessage("agency.NOT_FOR_ONESELF");
            assertThatThrownBy(
                            () -> desk.register(sample("vu-manh-hung"), person(KEEPER), Optional.empty(), "", KEEPER))
                    .hasMessage("agency.NOT_FOR_ONESELF");
        });
    }

    @Test
    void aPersonAndABodyNeverShareAName() {
        undone(() -> {
            assertThatThrownBy(() -> directory.delegate(
                            delegation(
                                    "pgd-huyen", new Authority.Deputy("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), day(1), null),
                            KEEPER))
                    .hasMessage("agency.ALREADY_THERE");
            var body = new Agency(new AgencyId("pham-thi-nga"), null, "TRƯỜNG", "T", "Tiên Minh", null);
            assertThatThrownBy(() -> directory.addBody(body, KEEPER)).hasMessage("agency.ALREADY_THERE");
        });
    }

    @Test
    void whoRetiresSignsNoMoreAndTheirCertificatesAreWithdrawnTheDayAfter() {
        undone(() -> {
            var certificate = sample(DEPUTY.value());
            directory.retire(SCHOOL, DEPUTY, day(30), "Quyết định nghỉ hưu số 12/QĐ", KEEPER);
            assertThat(agencies.signatories(SCHOOL, day(30))).hasSize(1);
            assertThat(agencies.signatories(SCHOOL, day(31))).isEmpty();
            assertThat(certificates.standing(certificate, noon(day(30)))).isInstanceOf(Standing.InForce.class);
            assertThat(certificates.standing(certificate, noon(day(31)))).isInstanceOf(Standing.Withdrawn.class);
            certificates.require(certificate, DEPUTY.value(), CLOCK.instant());
            CLOCK.set(day(31));
            assertThatThrownBy(() -> certificates.require(certificate, DEPUTY.value(), CLOCK.instant()))
                    .hasMessage("agency.CERTIFICATE_WITHDRAWN");
        });
    }

    @Test
    void whoStillHoldsAnOfficeElsewhereKeepsTheirCertificate() {
        undone(() -> {
            directory.appoint(
                    new Entry.Post(
                            DEPUTY,
                            "",
                            new AgencyId("pgd-huyen"),
                            Role.SIGNATORY,
                            "PHÓ TRƯỞNG PHÒNG",
                            new Authority.Deputy("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
                            day(30),
                            null,
                            "Quyết định điều động"),
                    KEEPER);
            directory.retire(SCHOOL, DEPUTY, day(30), "Quyết định điều động", KEEPER);
            assertThat(certificates.standing(sample(DEPUTY.value()), noon(day(40))))
                    .isInstanceOf(Standing.InForce.class);
        });
    }

    @Test
    void aSuspendedCertificateIsNotUsedUntilItIsResumed() {
        undone(() -> {
            var certificate = sample(DEPUTY.value());
            var digest = Certificates.digest(certificate);
            desk.change(digest, CertificateEvent.Kind.SUSPENDED, TODAY, "Mất thiết bị", "", CLERK);
            assertThatThrownBy(() -> certificates.require(certificate, DEPUTY.value(), CLOCK.instant()))
                    .hasMessage("agency.CERTIFICATE_SUSPENDED");
            // What was signed before nine this morning was signed with right.
            assertThat(certificates.standing(certificate, CLOCK.instant().minusSeconds(1)))
                    .isInstanceOf(Standing.InForce.class);
            CLOCK.advance(Duration.ofHours(1));
            assertThatThrownBy(() -> desk.change(digest, CertificateEvent.Kind.RESUMED, TODAY, "Đã thấy", "", DEPUTY))
                    .hasMessage("agency.NOT_FOR_ONESELF");
            desk.change(digest, CertificateEvent.Kind.RESUMED, TODAY, "Đã tìm thấy", "", CLERK);
            certificates.require(certificate, DEPUTY.value(), CLOCK.instant());
        });
    }

    @Test
    void aWithdrawnCertificateNeverComesBackButALaterWithdrawalIsBroughtForward() {
        undone(() -> {
            var certificate = sample(DEPUTY.value());
            var digest = Certificates.digest(certificate);
            desk.change(digest, CertificateEvent.Kind.WITHDRAWN, day(31), "Nghỉ hưu", "", CLERK);
            assertThatThrownBy(() -> desk.change(digest, CertificateEvent.Kind.RESUMED, day(32), "Nhầm", "", CLERK))
                    .hasMessage("agency.CERTIFICATE_STANDS_OTHERWISE");
            desk.change(digest, CertificateEvent.Kind.WITHDRAWN, TODAY, "Mất thiết bị", "", CLERK);
            assertThat(certificates.standing(certificate, CLOCK.instant())).isInstanceOf(Standing.Withdrawn.class);
            assertThat(certificates.standing(certificate, noon(day(40))))
                    .isEqualTo(new Standing.Withdrawn(new Holder.Person(DEPUTY, "Phạm Thị Nga"), CLOCK.instant()));
        });
    }

    @Test
    void theSampleKeysBelongToThePeopleAndBodiesOfTheDemonstration() {
        certificates.require(sample(DEPUTY.value()), DEPUTY.value(), CLOCK.instant());
        certificates.require(seal(SCHOOL.value()), SCHOOL.value(), CLOCK.instant());
    }

    @Test
    void aCertificateOfAnotherOrOfNobodyIsRefused() {
        assertThatThrownBy(() -> certificates.require(sample("vu-manh-hung"), DEPUTY.value(), CLOCK.instant()))
                .hasMessage("agency.CERTIFICATE_OF_ANOTHER");
        var stranger = CertificateDesk.read(bytes(Path.of("keys-sample/special/tsa.pem")));
        assertThatThrownBy(() -> certificates.require(stranger, DEPUTY.value(), CLOCK.instant()))
                .hasMessage("agency.CERTIFICATE_NOT_REGISTERED");
        assertThat(certificates.standing(stranger, CLOCK.instant())).isEqualTo(new Standing.Unknown());
    }

    @Test
    void oneCertificateIsNeverTwoPeoples() {
        undone(() -> assertThatThrownBy(
                        () -> desk.register(sample("vu-manh-hung"), person(DEPUTY), Optional.empty(), "", KEEPER))
                .hasMessage("agency.CERTIFICATE_TAKEN"));
    }

    @Test
    void whatIsNoSignersCertificateIsRefused() {
        for (byte[] wrong : new byte[][] {
            {}, {1, 2, 3}, new byte[70_000], bytes(Path.of("keys-sample/anchors/root.pem")), bytes(Path.of("pom.xml"))
        }) {
            assertThatThrownBy(() -> CertificateDesk.read(wrong))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("agency.CERTIFICATE_UNREADABLE");
        }
    }

    @Test
    void theHolderAndTheRegistrarAreWarnedAtSixtyThirtyAndSevenDaysOnceEach() {
        undone(() -> {
            // The sample certificates are valid to the end of 2046.
            LocalDate last = LocalDate.of(2046, 12, 31);
            assertThat(warnedOn(last.minusDays(62))).isZero();
            assertThat(warnedOn(last.minusDays(59))).isOne();
            assertThat(expiries.unseen(CLERK)).hasSize(2);
            assertThat(warnedOn(last.minusDays(58))).isOne();
            expiries.seen(DEPUTY);
            assertThat(warnedOn(last.minusDays(40))).isZero();
            assertThat(expiries.unseen(CLERK)).hasSize(2);
            assertThat(warnedOn(last.minusDays(29))).isOne();
            expiries.seen(DEPUTY);
            assertThat(warnedOn(last.minusDays(6))).isOne();
            expiries.seen(DEPUTY);
            assertThat(warnedOn(last.minusDays(1))).isZero();
        });
    }

    @Test
    void aWithdrawnCertificateWarnsNobody() {
        undone(() -> {
            desk.change(
                    Certificates.digest(sample(DEPUTY.value())),
                    CertificateEvent.Kind.WITHDRAWN,
                    TODAY,
                    "Đổi",
                    "",
                    CLERK);
            assertThat(warnedOn(LocalDate.of(2046, 12, 28))).isZero();
        });
    }

    @Test
    void everyChangeIsOnRecord() {
        undone(() -> {
            directory.retire(SCHOOL, DEPUTY, day(30), "Quyết định nghỉ hưu số 12/QĐ", KEEPER);
            assertThat(jdbc.sql("select act from audit_entry where actor = 'quan-tri' order by sequence")
                            .query(String.class)
                            .list())
                    .containsExactly("person.retired", "certificate.withdrawn");
        });
    }

    private int warnedOn(LocalDate day) {
        CLOCK.set(day);
        expiries.warn();
        return expiries.unseen(DEPUTY).size();
    }

    private Iterable<String> lines(LocalDate day) {
        return agencies.signatory(SCHOOL, DEPUTY, day).authority().lines();
    }

    private void undone(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static Entry.Delegation delegation(
            String person, Authority authority, LocalDate from, @Nullable LocalDate until) {
        return new Entry.Delegation(
                "",
                new PersonId(person),
                "Nguyễn Văn Tổ",
                SCHOOL,
                authority,
                "Giấy mời, công văn thường",
                from,
                until,
                "Giấy uỷ quyền số 01/GUQ");
    }

    private static Holder person(PersonId id) {
        return new Holder.Person(id, id.value());
    }

    /** Days of December 2026; the 31st and later are of the next month. */
    private static LocalDate day(int of) {
        return LocalDate.of(2026, 11, 30).plusDays(of);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(VIETNAM).toInstant();
    }

    private static X509Certificate sample(String person) {
        return CertificateDesk.read(bytes(Path.of("keys-sample/people", person + ".pem")));
    }

    private static X509Certificate seal(String agency) {
        return CertificateDesk.read(bytes(Path.of("keys-sample/agencies", agency + ".pem")));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
