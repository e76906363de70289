package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Waiver;
import vn.antin.render.RealPages;

class GateTests {
    private static final AdministrativeDocument SOUND = SoundDocuments.all().stream()
            .filter(it -> it.particulars().kind() == DocumentKind.PLAN
                    && it.particulars().template().equals("thu@0"))
            .findFirst()
            .orElseThrow();

    /** An error that a signatory may let pass. */
    private static final AdministrativeDocument TITLED =
            Change.signatoryName(it -> "TS. " + it).apply(SOUND);

    private final Gate gate = new Gate(Clock.systemUTC());

    @Test
    void letsASoundDocumentPassWithoutAWord() {
        var verdict = gate.examine(RealPages.of(SOUND));
        assertThat(verdict).isInstanceOf(Gate.Verdict.Passed.class);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void stopsADocumentWithAnError() {
        var verdict = gate.examine(RealPages.of(TITLED));
        assertThat(verdict).isInstanceOf(Gate.Verdict.Stopped.class);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("NamesBearNoTitles");
    }

    @Test
    void letsADocumentPassWithAWarningAndTellsIt() {
        var verdict = gate.examine(RealPages.of(Change.subject(it -> it + ".").apply(SOUND)));
        assertThat(verdict).isInstanceOf(Gate.Verdict.Passed.class);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("SubjectEndsWithoutAStop");
    }

    @Test
    void aFindingTellsOnWhichPageAndHowFarDown() {
        AdministrativeDocument late = Change.body(it -> {
                    List<Block> longer = it;
                    for (int i = 0; i < 30; i++) {
                        longer = Change.inserted(
                                longer, 0, new Block.Paragraph(Change.plain("Một đoạn ngắn ở phía trước.")));
                    }
                    return Change.inserted(
                            longer, 30, new Block.Paragraph(Change.plain("Đoạn này hết quá sớm ở đây./.")));
                })
                .apply(SOUND);
        var finding = gate.examine(RealPages.of(late)).findings().getFirst();
        assertThat(finding.rule()).isEqualTo("EndMarkStandsOnce");
        assertThat(finding.place().index()).isEqualTo(30);
        var spot = Objects.requireNonNull(finding.spot());
        assertThat(spot.page()).isEqualTo(2);
        assertThat(spot.top()).isBetween(20.0, 277.0);
    }

    @Test
    void aWaivedBreachIsListedWithItsReasonAndTravelsWithTheDocument() {
        Finding stopped = gate.examine(RealPages.of(TITLED)).findings().getFirst();
        Waiver waiver = waiver(stopped);
        var verdict = gate.examine(RealPages.of(TITLED), List.of(waiver));
        assertThat(verdict).isInstanceOf(Gate.Verdict.Passed.class);
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.findings().getFirst().waiver()).isEqualTo(waiver);
        var passed = (Gate.Verdict.Passed) verdict;
        assertThat(passed.document().particulars().waivers()).containsExactly(waiver);
    }

    @Test
    void aWaiverFallsWhenTheWordsChange() {
        Waiver waiver = waiver(gate.examine(RealPages.of(TITLED)).findings().getFirst());
        AdministrativeDocument changed =
                Change.signatoryName(it -> "PGS. " + it).apply(SOUND);
        var verdict = gate.examine(RealPages.of(changed), List.of(waiver));
        assertThat(verdict).isInstanceOf(Gate.Verdict.Stopped.class);
        assertThat(verdict.findings()).allMatch(it -> it.waiver() == null);
    }

    @Test
    void aWaiverFallsWhenTheTextAroundTheWordsChanges() {
        AdministrativeDocument shouting =
                Change.subject(it -> "HỘI NGHỊ TỔNG KẾT").apply(SOUND);
        Waiver waiver = waiver(gate.examine(RealPages.of(shouting)).findings().getFirst());
        assertThat(gate.examine(RealPages.of(shouting), List.of(waiver))).isInstanceOf(Gate.Verdict.Passed.class);
        AdministrativeDocument changed =
                Change.subject(it -> "HỘI NGHỊ TỔNG KẾT NĂM HỌC").apply(SOUND);
        assertThat(gate.examine(RealPages.of(changed), List.of(waiver))).isInstanceOf(Gate.Verdict.Stopped.class);
    }

    @Test
    void aWaiverOfOneRuleLetsNoOtherPass() {
        Finding stopped = gate.examine(RealPages.of(TITLED)).findings().getFirst();
        Waiver it = waiver(stopped);
        var other = new Waiver(
                "SubjectIsPresent",
                it.citation(),
                it.part(),
                it.where(),
                it.words(),
                it.text(),
                it.person(),
                it.name(),
                it.reason(),
                it.at());
        assertThat(gate.examine(RealPages.of(TITLED), List.of(other))).isInstanceOf(Gate.Verdict.Stopped.class);
    }

    @Test
    void aStateSecretIsNeverLetPass() {
        AdministrativeDocument secret = Change.body(
                        it -> Change.inserted(it, 0, new Block.Paragraph(Change.plain("TỐI MẬT"))))
                .apply(SOUND);
        Finding stopped = gate.examine(RealPages.of(secret)).findings().stream()
                .filter(it -> it.rule().equals("SecretsAreRefused"))
                .findFirst()
                .orElseThrow();
        assertThat(stopped.mayBeWaived()).isFalse();
        assertThat(gate.examine(RealPages.of(secret), List.of(waiver(stopped))))
                .isInstanceOf(Gate.Verdict.Stopped.class);
    }

    @Test
    void aReasonOfAWordIsNone() {
        Finding stopped = gate.examine(RealPages.of(TITLED)).findings().getFirst();
        assertThatThrownBy(() -> waiver(stopped, "  vì vậy   ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void breachesWithoutNumberAreToldInAReportThatCanBeRead() {
        AdministrativeDocument hostile = Change.body(it -> {
                    List<Block> longer = it;
                    for (int i = 0; i < 350; i++) {
                        longer = Change.inserted(longer, 0, new Block.Paragraph(Change.plain("Hết ở đây./.")));
                    }
                    return longer;
                })
                .apply(SOUND);
        var verdict = gate.examine(RealPages.of(hostile));
        var ends = verdict.findings().stream()
                .filter(it -> it.rule().equals("EndMarkStandsOnce"))
                .toList();
        assertThat(ends).hasSize(101);
        assertThat(ends.getLast().what()).contains("Còn 250 lỗi cùng loại");
    }

    @Test
    void aRuleIsNotAskedBeforeItIsInForce() {
        var before = new Gate(Clock.fixed(
                LocalDate.of(2020, 3, 4).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        assertThat(before.examine(RealPages.of(TITLED)).findings()).isEmpty();
    }

    private static Waiver waiver(Finding finding) {
        return waiver(finding, "Bộ Giáo dục và Đào tạo quy định ghi học vị");
    }

    private static Waiver waiver(Finding finding, String reason) {
        return new Waiver(
                finding.rule(),
                finding.citation(),
                finding.part(),
                finding.where(),
                finding.place().quote(),
                Objects.requireNonNull(finding.text()),
                new PersonId("nguoi-ky-0"),
                "Nguyễn Thị Thu Hà",
                reason,
                Instant.EPOCH);
    }
}
