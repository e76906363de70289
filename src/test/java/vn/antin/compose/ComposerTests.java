package vn.antin.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

class ComposerTests {
    private final Templates templates = ProjectTemplates.read();
    private final DemonstrationBodies bodies = new DemonstrationBodies();
    private final Composer composer = new Composer();

    ComposerTests() throws IOException {}

    @Test
    void everyTemplatesSampleMakesTheSameDocumentTwice() {
        assertThat(templates.all()).hasSize(32);
        for (TemplateRevision it : templates.all()) {
            assertThat(it.problems(it.sample())).as(it.name()).isEmpty();
            AdministrativeDocument document = compose(it.name(), it.sample());
            assertThat(document).isEqualTo(compose(it.name(), it.sample()));
            assertThat(document.particulars().template()).isEqualTo(it.name() + "@" + it.digest());
            assertThat(document.body()).isNotEmpty();
            assertThat(document.recipients().getLast()).startsWith("Lưu: VT").endsWith(".");
        }
    }

    @Test
    void aDecisionIsEnactedByTheHeadAndNamesItsPeopleInArticles() {
        AdministrativeDocument decision = compose("quyet-dinh-dau-moi", sample("quyet-dinh-dau-moi"));
        assertThat(decision.enactedBy()).isEqualTo("HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC TOÀN THẮNG - TIÊN THẮNG");
        assertThat(decision.particulars().symbol()).isEqualTo("QĐ-THTT-TT");
        assertThat(decision.body().getFirst()).isInstanceOf(Block.Centred.class);
        assertThat(decision.body().stream().filter(Block.Item.class::isInstance).map(it -> ((Block.Item) it).marker()))
                .containsExactly("Điều 1.", "Điều 2.", "1.", "2.", "3.", "Điều 3.");
        var table = (Block.Table) decision.body().get(2);
        assertThat(table.headerRows()).isEqualTo(1);
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1).cells().stream().map(it -> it.text().plain()))
                .containsExactly("1", "Bà Phạm Thị Nga", "Phó Hiệu trưởng", "Phụ trách chung");
    }

    @Test
    void theHeadOfAnOfficeEnactsWithoutSayingPhongTwice() {
        var decision = composer.compose(
                templates.named("quyet-dinh-dau-moi"),
                sample("quyet-dinh-dau-moi"),
                bodies.agency("pgd-an-duong"),
                bodies.signatory("vu-manh-hung"),
                DemonstrationBodies.ID,
                DemonstrationBodies.CODE);
        assertThat(decision.enactedBy()).isEqualTo("TRƯỞNG PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
    }

    @Test
    void aLettersSymbolNamesItsDraftingUnitAndItsSubjectBearsNoMark() {
        ObjectNode answers = sample("cong-van");
        answers.put("subject", "V/v báo cáo kết quả");
        AdministrativeDocument letter = compose("cong-van", answers);
        assertThat(letter.particulars().symbol()).isEqualTo("THTT-TT-CNTT");
        assertThat(letter.particulars().subject()).isEqualTo("báo cáo kết quả");
        assertThat(letter.enactedBy()).isNull();
    }

    @Test
    void aReportPrintsItsScoresAndItsDateInTheDecreesForm() {
        AdministrativeDocument report = compose("bao-cao-tu-danh-gia", sample("bao-cao-tu-danh-gia"));
        var first = (Block.Paragraph) report.body().getFirst();
        assertThat(first.text().plain()).contains("ngày 15 tháng 5 năm 2026 đơn vị");
        var table = (Block.Table) report.body().get(2);
        assertThat(table.rows().get(1).cells().getLast().text().plain()).isEqualTo("78,5");
        assertThat(table.rows().get(1).cells().getLast().centred()).isTrue();
    }

    @Test
    void addsTheClosingMarksThatWereLeftOut() {
        ObjectNode answers = sample("ke-hoach");
        answers.putArray("legalBases").add("Căn cứ Luật Giáo dục").add("Căn cứ Điều lệ");
        answers.putArray("recipients").add("- Như trên").add("Lưu: VT");
        answers.put("body", "I. MỘT\nNội dung.");
        AdministrativeDocument plan = compose("ke-hoach", answers);
        assertThat(plan.legalBases().stream().map(Inline.Text::plain))
                .containsExactly("Căn cứ Luật Giáo dục;", "Căn cứ Điều lệ.");
        assertThat(plan.recipients()).containsExactly("Như trên;", "Lưu: VT.");
        assertThat(((Block.Paragraph) plan.body().getLast()).text().plain()).isEqualTo("Nội dung./.");
    }

    @Test
    void theOnlyAnnexBearsNoNumberAndSeveralAreCounted() {
        ObjectNode answers = sample("ke-hoach");
        var annexes = answers.putArray("annexes");
        annexes.addObject().put("title", "DANH SÁCH").put("body", "|a|b|\n|c|d|");
        assertThat(compose("ke-hoach", answers).annexes())
                .extracting(Annex::heading)
                .containsExactly("Phụ lục");
        annexes.addObject().put("title", "BIỂU").put("body", "1. Một").put("reference", "(Kèm theo Kế hoạch)");
        assertThat(compose("ke-hoach", answers).annexes())
                .extracting(Annex::heading)
                .containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(compose("ke-hoach", answers).annexes())
                .extracting(it -> it.reference().replace('\u00a0', ' '))
                .containsExactly(
                        "(Kèm theo Kế hoạch số      /KH-THTT-TT ngày      tháng      năm      của Trường Tiểu học Toàn Thắng - Tiên Thắng)",
                        "(Kèm theo Kế hoạch)");
    }

    @Test
    void marksAreAskedForInTheDecreesWords() {
        ObjectNode answers = sample("ke-hoach");
        answers.put("urgency", "Thượng khẩn")
                .put("circulation", "Xem xong trả lại")
                .put("drafter", "PL.(300)");
        assertThat(compose("ke-hoach", answers).marks())
                .isEqualTo(new Marks(Marks.Urgency.VERY_URGENT, Marks.Circulation.RETURN_AFTER_READING, "PL.(300)"));
        assertThat(compose("ke-hoach", sample("ke-hoach")).marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void minutesAreSignedByTheirSecretaryToo() {
        AdministrativeDocument minutes = compose("bien-ban", sample("bien-ban"));
        assertThat(minutes.cosigners()).containsExactly(new Cosigner("THƯ KÝ", "Lê Thu Hà"));
        assertThat(minutes.signatoryCapacity()).isEqualTo("CHỦ TỌA");
    }

    @Test
    void theTextThatADecisionEnactsBearsItsKindAndIsNoNumberedAnnex() {
        AdministrativeDocument decision = compose("quyet-dinh-ban-hanh", sample("quyet-dinh-ban-hanh"));
        Annex statute = decision.annexes().getFirst();
        assertThat(statute.enacted()).isEqualTo(DocumentKind.STATUTE);
        assertThat(statute.heading()).isEqualTo("QUY CHẾ");
        assertThat(statute.reference()).startsWith("(Kèm theo Quyết định số").contains("/QĐ-THTT-TT");
        assertThat(statute.body().stream().filter(Block.Item.class::isInstance).map(it -> ((Block.Item) it).marker()))
                .startsWith("Chương I", "Điều 1.", "1.", "2.", "Điều 2.")
                .contains("Chương II", "Mục 1", "Mục 2", "Chương III", "Điều 6.");
    }

    @Test
    void anAnnexMayLieOnItsLongSide() {
        ObjectNode answers = sample("ke-hoach");
        var annexes = answers.putArray("annexes");
        annexes.addObject().put("title", "A").put("body", "|a|b|").put("orientation", "Trang ngang");
        annexes.addObject().put("title", "B").put("body", "|a|b|");
        assertThat(compose("ke-hoach", answers).annexes())
                .extracting(Annex::landscape)
                .containsExactly(true, false);
        annexes.addObject().put("title", "C").put("body", "|a|b|").put("orientation", "Trang xiên");
        assertThatThrownBy(() -> compose("ke-hoach", answers)).isInstanceOf(Refusal.class);
    }

    @Test
    void footnotesAreNumberedThroughTheDocumentAndItsAnnexes() {
        ObjectNode answers = sample("ke-hoach");
        answers.putArray("legalBases").add("Căn cứ^[một] A;");
        answers.put("body", "- B^[hai]\n\nC^[ba]./.");
        answers.putArray("annexes").addObject().put("title", "D").put("body", "E^[bốn]");
        AdministrativeDocument plan = compose("ke-hoach", answers);
        assertThat(footnote(plan.legalBases().getFirst())).isEqualTo(1);
        assertThat(footnote(((Block.Item) plan.body().getFirst()).text())).isEqualTo(2);
        assertThat(footnote(((Block.Paragraph) plan.body().getLast()).text())).isEqualTo(3);
        assertThat(footnote(((Block.Paragraph) plan.annexes().getFirst().body().getFirst()).text()))
                .isEqualTo(4);
    }

    @Test
    void answersCannotAddMarkup() {
        ObjectNode answers = sample("ke-hoach");
        String hostile = "A </outline></body><recipient>x</recipient> ]]> <![CDATA[ &amp; &xxe; <script> <!-- ${1+1}";
        answers.put("subject", hostile);
        answers.put("body", hostile);
        AdministrativeDocument plan = compose("ke-hoach", answers);
        assertThat(plan.particulars().subject()).isEqualTo(hostile);
        assertThat(((Block.Paragraph) plan.body().getFirst()).text().plain()).isEqualTo(hostile + "./.");
        assertThat(plan.recipients()).hasSize(3);
    }

    @Test
    void refusesAnswersWithProblemsAndNamesThem() {
        ObjectNode answers = sample("ke-hoach");
        answers.remove("subject");
        assertThatThrownBy(() -> compose("ke-hoach", answers)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(ComposeReason.ANSWERS_NOT_VALID);
            assertThat(it.arguments().getFirst()).isEqualTo("Cần điền “Trích yếu”.");
        });
    }

    @Test
    void composesTheLongestAnswersAllowed() {
        ObjectNode answers = sample("ke-hoach");
        answers.put("body", "“Một” & hai <ba>\n".repeat(20_000));
        assertThat(compose("ke-hoach", answers).body()).hasSize(20_000);
    }

    private static int footnote(Inline.Text text) {
        return text.parts().stream()
                .filter(Inline.Footnote.class::isInstance)
                .mapToInt(it -> ((Inline.Footnote) it).number())
                .findFirst()
                .orElseThrow();
    }

    private AdministrativeDocument compose(String template, JsonNode answers) {
        return composer.compose(
                templates.named(template),
                answers,
                bodies.agency("th-toan-thang"),
                bodies.signatory("pham-thi-nga"),
                DemonstrationBodies.ID,
                DemonstrationBodies.CODE);
    }

    private ObjectNode sample(String template) {
        return (ObjectNode) templates.named(template).sample();
    }
}
