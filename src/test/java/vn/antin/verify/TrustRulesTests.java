package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import vn.antin.kernel.Content;
import vn.antin.trust.AlgorithmLimit;
import vn.antin.trust.SignatureKind;
import vn.antin.trust.TrustView;
import vn.antin.trust.TrustView.Constraint;
import vn.antin.trust.TrustView.Days;
import vn.antin.trust.TrustView.KeyUse;

/** What is laid down for a kind of signature holds for signatures of that kind, at the time proved for each. */
class TrustRulesTests extends IssuedPages {
    private static final Set<SignatureKind> SIGNING = Set.of(SignatureKind.PUBLIC);
    private static final Set<SignatureKind> STAMPING = Set.of(SignatureKind.TIMESTAMP);

    @Autowired
    Phrases phrases;

    private static TrustView.Anchor root(Set<SignatureKind> kinds, Days days) {
        return new TrustView.Anchor("Gốc thử", AttackTests.anchors().getFirst(), kinds, days);
    }

    private static TrustView view(List<TrustView.Anchor> anchors, Map<SignatureKind, List<Constraint>> constraints) {
        return new TrustView("thử-1", anchors, List.of(AttackTests.anchors().getLast()), List.of(), constraints);
    }

    private static TrustView demanding(SignatureKind kind, Constraint asked) {
        return view(List.of(root(TrustView.EVERY_KIND, Days.ALL)), Map.of(kind, List.of(asked)));
    }

    private static Constraint asked(Days days, Map<String, Integer> keys, Set<String> policies, Set<KeyUse> uses) {
        return new Constraint(days, false, false, keys, policies, uses);
    }

    private Report judged(TrustView view, Instant at) {
        var limits = new VerificationProperties(DataSize.ofMegabytes(50), Duration.ofSeconds(20), 30);
        return new Judgement(view, phrases, Clock.fixed(at, ZoneOffset.UTC), limits).of(sealed().pdf(), "thu.pdf");
    }

    private Report judged(TrustView view) {
        return judged(view, signedAt().plus(Duration.ofMinutes(5)));
    }

    private Instant signedAt() {
        return Objects.requireNonNull(
                judged(sealed().pdf().bytes()).signatures().getLast().signingTime());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void doubted(Report report, Finding finding, String words) {
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.INDETERMINATE);
        assertThat(report.signatures()).anySatisfy(it -> {
            assertThat(it.subIndication()).isEqualTo(finding.subIndication().orElseThrow());
            assertThat(it.remarks()).anySatisfy(remark -> {
                assertThat(remark.code()).isEqualTo(finding.name());
                assertThat(remark.text()).contains(words);
            });
        });
        assertThat(report.signatures())
                .as("the file itself is as it was")
                .allSatisfy(it -> assertThat(it.integrity()).isEqualTo(Report.Integrity.INTACT));
    }

    @Test
    void saysAtWhichAnchorTheChainEndsAndForWhatItIsBelieved() {
        Report report = judged(view(
                List.of(root(Set.of(SignatureKind.OFFICIAL, SignatureKind.TIMESTAMP), Days.ALL)), Map.of()));
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(report.signatures()).allSatisfy(it -> {
            var anchor = Objects.requireNonNull(it.anchor());
            assertThat(anchor.name()).isEqualTo("Gốc thử");
            assertThat(anchor.kinds()).containsExactly(SignatureKind.OFFICIAL);
            assertThat(anchor.at()).isEqualTo(it.signingTime());
            assertThat(anchor.trustData()).isEqualTo("thử-1");
        });
        assertThat(new AnswerWords(phrases).of(report).signed().proved())
                .anySatisfy(it -> assertThat(it).contains("“Gốc thử”, được tin cậy cho chữ ký số chuyên dùng công vụ"));
    }

    @Test
    void anAnchorOfTimeStampsCarriesNoSignature() {
        doubted(
                judged(view(List.of(root(STAMPING, Days.ALL)), Map.of())),
                Finding.TRUST_KIND,
                "“Gốc thử”; nơi này chỉ được tin cậy cho dấu thời gian, không phải cho chữ ký số công cộng");
    }

    @Test
    void anAnchorOfSignaturesProvesNoTime() {
        Report report = judged(view(List.of(root(SIGNING, Days.ALL)), Map.of()));
        doubted(report, Finding.TRUST_STAMP, "chỉ được tin cậy cho chữ ký số công cộng, không phải cho dấu thời gian");
        assertThat(report.signatures()).noneMatch(Report.Signature::timeProved);
    }

    @Test
    void anAnchorCountsAtTheTimeThatIsProvedForTheSignature() {
        Instant signed = signedAt();
        Instant later = signed.plus(Duration.ofDays(400));
        var stamps = root(STAMPING, Days.ALL);
        var ended = new Days(null, day(signed.minus(Duration.ofDays(1))));
        var endsAfter = new Days(null, day(signed.plus(Duration.ofDays(30))));
        var begins = new Days(day(signed.plus(Duration.ofDays(30))), null);
        assertThat(judged(view(List.of(stamps, root(SIGNING, endsAfter)), Map.of()), later)
                        .conclusion())
                .isEqualTo(Conclusion.TOTAL_PASSED);
        doubted(
                judged(view(List.of(stamps, root(SIGNING, ended)), Map.of()), later),
                Finding.TRUST_TIME,
                "được tin cậy cho chữ ký số công cộng đến hết ");
        doubted(judged(view(List.of(stamps, root(SIGNING, begins)), Map.of()), later), Finding.TRUST_TIME, "từ ");
        // Whoever vouches for time is asked when nothing but it proves that its stamp is as old as it says.
        doubted(
                judged(view(List.of(root(STAMPING, endsAfter), root(SIGNING, Days.ALL)), Map.of()), later),
                Finding.TRUST_STAMP,
                "nằm ngoài khoảng ấy");
    }

    @Test
    void aKeyOutlivedByItsAlgorithmIsToldWithItsDay() {
        Instant signed = signedAt();
        var limits = List.of(
                new AlgorithmLimit("ECDSA", 224, day(signed.minus(Duration.ofDays(2))), "thử"),
                new AlgorithmLimit("RSA", 1024, null, "thử"),
                new AlgorithmLimit("SHA256", 0, null, "thử"));
        Report report = judged(new TrustView(
                "thử-2",
                List.of(root(TrustView.EVERY_KIND, Days.ALL)),
                List.of(AttackTests.anchors().getLast()),
                limits,
                Map.of()));
        doubted(report, Finding.TRUST_ALGORITHM, "Khoá ECDSA-256 chỉ được tin cậy đến hết ngày ");
    }

    @Test
    void whatAKindMustHaveIsAskedInItsDaysOnly() {
        Instant signed = signedAt();
        var before = new Days(null, day(signed.minus(Duration.ofDays(2))));
        var since = new Days(day(signed.minus(Duration.ofDays(2))), null);
        for (Map.Entry<Finding, Constraint> it : Map.of(
                        Finding.TRUST_KEY, asked(since, Map.of("RSA", 3072, "ECDSA", 384), Set.of(), Set.of()),
                        Finding.TRUST_POLICY, asked(since, Map.of(), Set.of("2.16.704.1.1"), Set.of()),
                        Finding.TRUST_REVOCATION, new Constraint(since, true, false, Map.of(), Set.of(), Set.of()))
                .entrySet()) {
            doubted(judged(demanding(SignatureKind.PUBLIC, it.getValue())), it.getKey(), "chữ ký số công cộng");
            var old = it.getValue();
            var earlier =
                    new Constraint(before, old.revocation(), old.timestamp(), old.keys(), old.policies(), old.uses());
            assertThat(judged(demanding(SignatureKind.PUBLIC, earlier)).conclusion())
                    .isEqualTo(Conclusion.TOTAL_PASSED);
        }
    }

    @Test
    void whatIsMetIsNotHeldAgainstAnyone() {
        var met = new Constraint(
                Days.ALL,
                false,
                true,
                Map.of("RSA", 2048, "ECDSA", 256),
                Set.of(),
                Set.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.NON_REPUDIATION));
        Report report = judged(demanding(SignatureKind.OFFICIAL, met));
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
    }

    @Test
    void aStampThatDoesNotMeetItsOwnConstraintsProvesNothing() {
        doubted(
                judged(demanding(SignatureKind.TIMESTAMP, asked(Days.ALL, Map.of("ECDSA", 384), Set.of(), Set.of()))),
                Finding.TRUST_STAMP,
                "Khoá ECDSA-256 không đạt yêu cầu đã đặt ra cho dấu thời gian");
    }

    @Test
    void everyReasonOfTheStandardIsToldInWords() {
        for (var it : eu.europa.esig.dss.enumerations.SubIndication.values()) {
            assertThat(phrases.of(Finding.STANDARD_VALIDATION, it.name()).text())
                    .endsWith("(" + it + ").")
                    .doesNotContain(": (");
        }
    }

    @Test
    void theSameHoldsByDigest() throws Exception {
        var question = SignaturesOfFile.of(Content.of(sealed().pdf().bytes()));
        var judge = new SignatureByDigest(view(List.of(root(STAMPING, Days.ALL)), Map.of()), phrases);
        for (var it : Objects.requireNonNull(question.signatures())) {
            var told = judge.of(it, signedAt().plus(Duration.ofMinutes(5)));
            assertThat(told.indication()).isEqualTo(Report.Indication.INDETERMINATE);
            assertThat(told.subIndication()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
            assertThat(told.remarks()).extracting(Report.Remark::code).contains("TRUST_KIND");
        }
    }
}
