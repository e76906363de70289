package vn.antin.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class QuestionsTests {
    private final Templates templates = ProjectTemplates.read();

    QuestionsTests() throws IOException {}

    @Test
    void asksForWhatIsMissingOrBlank() {
        assertThat(problems("ke-hoach", it -> it.remove("subject")))
                .containsExactly(new FieldProblem("subject", "Cần điền “Trích yếu”."));
        assertThat(problems("ke-hoach", it -> it.put("subject", "  \t ")))
                .containsExactly(new FieldProblem("subject", "Cần điền “Trích yếu”."));
        assertThat(problems("ke-hoach", it -> it.putArray("recipients").add(" ")))
                .containsExactly(new FieldProblem("recipients", "Cần điền “Nơi nhận”."));
    }

    @Test
    void aBlankAnswerToAnOptionalQuestionIsNoAnswer() {
        assertThat(problems("ke-hoach", it -> it.put("legalBases", "").putNull("annexes")))
                .isEmpty();
        assertThat(problems("ke-hoach", it -> {
                    it.putArray("annexes").addObject().put("title", "").put("body", "");
                }))
                .isEmpty();
    }

    @Test
    void refusesAnAnswerThatIsTooLong() {
        assertThat(problems("ke-hoach", it -> it.put("subject", "x".repeat(601))))
                .containsExactly(new FieldProblem("subject", "“Trích yếu” dài quá 600 ký tự; hãy rút ngắn."));
        assertThat(problems("ke-hoach", it -> it.putArray("recipients").add("a").add("x".repeat(501))))
                .containsExactly(
                        new FieldProblem("recipients/1", "“Nơi nhận”, mục thứ 2 dài quá 500 ký tự; hãy rút ngắn."));
        assertThat(problems("ke-hoach", it -> it.put("body", "x".repeat(400_001))))
                .containsExactly(new FieldProblem("body", "“Nội dung kế hoạch” dài quá 400000 ký tự; hãy rút ngắn."));
    }

    @Test
    void refusesAnswersThatAreTooLongTogether() {
        assertThat(problems("ke-hoach", it -> it.put("body", "x".repeat(2_000_000))))
                .extracting(FieldProblem::field)
                .containsExactly("");
        assertThat(problems("ke-hoach", it -> {
                    var lines = it.putArray("recipients");
                    for (int i = 0; i < 30_000; i++) {
                        lines.add("x");
                    }
                }))
                .extracting(FieldProblem::field)
                .containsExactly("");
    }

    @Test
    void refusesAnswersNestedWithoutEnd() {
        String deep = "{\"body\":" + "[".repeat(400) + "]".repeat(400) + "}";
        assertThat(templates.named("ke-hoach").problems(JsonMapper.shared().readTree(deep)))
                .extracting(FieldProblem::field)
                .containsExactly("");
    }

    @Test
    void refusesAnAnswerOfTheWrongSort() {
        assertThat(problems("ke-hoach", it -> it.put("subject", 7)))
                .containsExactly(new FieldProblem("subject", "“Trích yếu” phải là một dòng chữ."));
        assertThat(problems("ke-hoach", it -> it.putArray("recipients").add(true)))
                .containsExactly(new FieldProblem("recipients/0", "“Nơi nhận”, mục thứ 1 phải là các dòng chữ."));
        assertThat(problems("ke-hoach", it -> it.putObject("body")))
                .containsExactly(new FieldProblem("body", "“Nội dung kế hoạch” phải là văn bản, mỗi đoạn một dòng."));
        assertThat(problems("ke-hoach", it -> it.put("subject", "một\nhai")))
                .containsExactly(new FieldProblem("subject", "“Trích yếu” phải nằm trên một dòng."));
        assertThat(templates.named("ke-hoach").problems(JsonMapper.shared().readTree("[1]")))
                .hasSize(1);
    }

    @Test
    void refusesAQuestionTheTemplateDoesNotAsk() {
        assertThat(problems("ke-hoach", it -> it.put("so", "12")))
                .containsExactly(new FieldProblem("so", "Mẫu này không có mục “so”."));
    }

    @Test
    void refusesAChoiceANumberOrADateThatCannotBe() {
        assertThat(problems(
                        "bao-cao-tu-danh-gia",
                        it -> it.put("level", "Mức độ 9")
                                .put("teachingScore", 101)
                                .put("managementScore", "tám")
                                .put("assessedOn", "2026-02-30")))
                .containsExactly(
                        new FieldProblem(
                                "assessedOn",
                                "“Ngày tự đánh giá” phải là một ngày có thật, viết dạng năm-tháng-ngày như 2025-05-20."),
                        new FieldProblem(
                                "teachingScore", "“Điểm nhóm “Chuyển đổi số trong dạy, học”” không được lớn hơn 100."),
                        new FieldProblem(
                                "managementScore",
                                "“Điểm nhóm “Chuyển đổi số trong quản trị cơ sở giáo dục”” phải là một con số."),
                        new FieldProblem("level", "“Mức độ tự đánh giá” phải là một trong các lựa chọn đã cho."));
    }

    @Test
    void takesANumberAsItIsTypedInAForm() {
        assertThat(problems("bao-cao-tu-danh-gia", it -> it.put("teachingScore", " 78,5 ")))
                .isEmpty();
    }

    @Test
    void saysInWordsWhichFormALineMustHave() {
        assertThat(problems("quyet-dinh-dau-moi", it -> it.putArray("members").add("Bà Nga")))
                .containsExactly(new FieldProblem(
                        "members/0",
                        "“Những người làm đầu mối”, mục thứ 1 chưa đúng dạng: mỗi dòng có ba phần ngăn bằng dấu gạch"
                                + " đứng, như “Bà Phạm Thị Nga | Phó Hiệu trưởng | Phụ trách chung”."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b", "a\u202eb", "a\ufffeb", "a\ud800b"})
    void refusesControlCharacters(String text) {
        assertThat(problems("ke-hoach", it -> it.putArray("body").add("tốt").add(text)))
                .extracting(FieldProblem::field)
                .containsExactly("body/1");
    }

    @Test
    void namesTheProblemOfAnAnnexByItsPlace() {
        assertThat(problems("ke-hoach", it -> it.putArray("annexes").addObject().put("title", "A")))
                .containsExactly(
                        new FieldProblem("annexes/0/body", "“Phụ lục”, mục thứ 1: cần điền nội dung phụ lục."));
    }

    @Test
    void writesAnswersInComposedFormWithOneKindOfLineEnd() {
        ObjectNode answers = (ObjectNode) templates.named("ke-hoach").sample();
        answers.put("subject", Normalizer.normalize("Triển khai", Normalizer.Form.NFD));
        answers.put("recipients", "Như trên;\r\n\r\n  Lưu: VT.\r\n");
        answers.putArray("body").add("Một").add("Hai\r\nBa");
        var model = templates.named("ke-hoach").answers(answers);
        assertThat(model)
                .containsEntry("subject", "Triển khai")
                .containsEntry("recipients", List.of("Như trên;", "Lưu: VT."))
                .containsEntry("body", "Một\nHai\nBa")
                .containsEntry("annexes", List.of());
    }

    private List<FieldProblem> problems(String template, Consumer<ObjectNode> change) {
        ObjectNode answers = (ObjectNode) templates.named(template).sample();
        change.accept(answers);
        return templates.named(template).problems(answers);
    }
}
