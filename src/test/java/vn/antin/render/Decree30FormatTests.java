package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.render.MeasuredPage.TextLine;

/** Measures finished pages against the numbers of Decree 30/2020/NĐ-CP, annex I, part I, whose clauses are cited. */
class Decree30FormatTests {
    private static final float HAIR = 0.2f;

    private final List<MeasuredPage> plan = pages(SampleDocuments.plan());
    private final List<MeasuredPage> decision = pages(SampleDocuments.decision());
    private final List<MeasuredPage> letter = pages(SampleDocuments.letter());
    private final List<MeasuredPage> report = pages(SampleDocuments.withAnnexes());

    private static List<MeasuredPage> pages(AdministrativeDocument document) {
        try {
            return MeasuredPage.all(
                    RendererTests.RENDERER.render(document).pdf().bytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static float mm(float points) {
        return points * 25.4f / 72;
    }

    /** Lines of the text area: without page number and look-up code, which stand in the margins. */
    private static List<TextLine> textLines(MeasuredPage page) {
        return page.lines().stream()
                .filter(it -> !it.text().matches("\\d+") || it.baseline < 770)
                .filter(it -> !it.text().startsWith("Mã tra cứu"))
                .toList();
    }

    @Test
    void everythingStandsInsideTheMargins() {
        // I.1: A4. I.3: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
        for (List<MeasuredPage> pages : List.of(plan, decision, letter, report)) {
            for (MeasuredPage page : pages) {
                assertThat(page.paper().getWidth()).isEqualTo(595.28f, within(0.1f));
                assertThat(page.paper().getHeight()).isEqualTo(841.89f, within(0.1f));
                for (TextLine line : textLines(page)) {
                    assertThat(mm(line.left)).as("left of " + line).isGreaterThanOrEqualTo(30 - 0.01f);
                    assertThat(mm(595.28f - line.right)).as("right of " + line).isGreaterThanOrEqualTo(15 - 0.1f);
                    assertThat(mm(841.89f - line.baseline - line.size * 0.68f))
                            .as("top of " + line)
                            .isGreaterThanOrEqualTo(20 - 0.01f);
                    assertThat(mm(line.baseline)).as("bottom of " + line).isGreaterThanOrEqualTo(20);
                }
            }
        }
        double leftmost =
                textLines(plan.get(1)).stream().mapToDouble(it -> it.left).min().orElseThrow();
        double rightmost = textLines(plan.get(1)).stream()
                .mapToDouble(it -> it.right)
                .max()
                .orElseThrow();
        assertThat(mm((float) leftmost)).isBetween(30f, 35f);
        assertThat(mm(595.28f - (float) rightmost)).isBetween(14.99f, 20f);
    }

    @Test
    void theNationStandsOnTheRightOverItsMottoAndARuleOfItsLength() {
        for (List<MeasuredPage> pages : List.of(plan, decision, letter)) {
            MeasuredPage page = pages.getFirst();
            TextLine nation = page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            assertUpright(nation, true, 12, 13); // II.1.a
            assertThat(nation.left).isGreaterThan(595.28f * 0.4f);
            TextLine motto = page.line("Độc lập - Tự do - Hạnh phúc");
            assertUpright(motto, true, 13, 14); // II.1.b
            assertThat(motto.middle()).isEqualTo(nation.middle(), within(HAIR));
            assertThat(page.ruleUnder(motto).length()).isEqualTo(motto.width(), within(HAIR)); // II.1.b
            assertThat(nation.baseline - motto.baseline).isBetween(14f, 18f); // II.1.c: single-spaced
        }
    }

    @Test
    void theIssuingBodyStandsUnderItsSuperiorOverAShortRule() {
        MeasuredPage page = plan.getFirst();
        TextLine superior = page.line("UBND HUYỆN AN DƯƠNG");
        assertUpright(superior, false, 12, 13); // II.2.b
        TextLine body = page.line("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        assertUpright(body, true, 12, 13); // II.2.b
        assertThat(body.middle()).isEqualTo(superior.middle(), within(HAIR));
        assertShortRule(page, body); // II.2.b
    }

    @Test
    void numberAndDateShareABaselineUnderTheirColumns() {
        MeasuredPage page = plan.getFirst();
        TextLine before = page.line("Số:");
        TextLine symbol = page.line("/KH-PGDĐT");
        assertUpright(before, false, 13, 13); // II.3.c
        assertUpright(symbol, false, 13, 13);
        assertThat(symbol.baseline).isEqualTo(before.baseline);
        TextLine body = page.line("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        assertThat((before.left + symbol.right) / 2).isEqualTo(body.middle(), within(HAIR)); // II.3.c
        assertThat(symbol.text()).isEqualTo("/KH-PGDĐT"); // II.3.c: no spaces
        // Room for five digits.
        assertThat(symbol.left - before.right).isGreaterThan(5 * 6.5f);
    }

    @Test
    void kindAndSubjectAreBoldAndCentredOverAShortRule() {
        for (MeasuredPage page : List.of(plan.getFirst(), decision.getFirst())) {
            TextLine kind = page.lines().stream()
                    .filter(it -> List.of("KẾ HOẠCH", "QUYẾT ĐỊNH").contains(it.text()))
                    .findFirst()
                    .orElseThrow();
            assertUpright(kind, true, 13, 14); // II.5.b
            assertCentred(kind);
        }
        TextLine subject = decision.getFirst().line("Về việc phân công");
        assertUpright(subject, true, 13, 14); // II.5.b
        assertCentred(subject);
        assertShortRule(decision.getFirst(), subject); // II.5.b
        assertShortRule(plan.getFirst(), plan.getFirst().line("2024-2025")); // under the last of two lines
    }

    @Test
    void aLettersSubjectStandsUnderItsNumber() {
        MeasuredPage page = letter.getFirst();
        TextLine subject = page.line("V/v báo cáo");
        assertUpright(subject, false, 12, 13); // II.5.b
        TextLine number = page.line("Số:");
        float middle = page.line("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO").middle();
        assertThat(subject.middle()).isEqualTo(middle, within(HAIR));
        // II.5.b: 6 points between the lines, single spacing aside.
        assertThat(number.baseline - subject.baseline).isBetween(6 + 12f, 6 + 14 * 1.2f);
    }

    @Test
    void groundsAreItalicAndTheContentIsJustifiedWithItsFirstLinesIndented() {
        MeasuredPage page = plan.getFirst();
        TextLine basis = page.line("Căn cứ Quyết định số 131");
        assertThat(basis.italic()).isTrue(); // II.6.a
        assertThat(basis.size).isBetween(13f, 14f);
        List<TextLine> lines = page.lines();
        TextLine item = page.line("- Tiếp tục triển khai");
        int at = lines.indexOf(item);
        assertUpright(item, false, 13, 14); // II.6.e
        float left = LayoutProfile.DECREE_30.left();
        assertThat(mm(item.left - left)).isEqualTo(10, within(0.1f)); // II.6.e: 1 cm
        TextLine second = lines.get(at + 1);
        TextLine third = lines.get(at + 2);
        assertThat(second.left).isEqualTo(left, within(1f));
        for (TextLine line : List.of(item, second, third)) {
            assertThat(line.right).isEqualTo(LayoutProfile.DECREE_30.rightEdge(), within(1f)); // II.6.e: both sides
        }
        // II.6.e: line spacing from single (1.15 of the size) to 1.5 lines.
        assertThat(second.baseline - third.baseline).isBetween(14 * 1.149f, 14 * 1.149f * 1.5f);
        TextLine heading = page.line("II. NHIỆM VỤ TRỌNG TÂM");
        TextLine above = lines.get(lines.indexOf(heading) - 1);
        assertThat(above.baseline - heading.baseline - 14 * 1.15f).isGreaterThanOrEqualTo(6 - 0.01f); // II.6.e
        assertUpright(heading, true, 13, 14);
        assertUpright(page.line("1. Chuyển đổi số trong dạy"), true, 13, 14); // II.6.đ: a clause with a title
        assertUpright(decision.getFirst().line("Điều 1."), true, 14, 14); // II.6.đ
    }

    @Test
    void recipientsAndSignatureStandSideBySide() {
        MeasuredPage page = decision.getFirst();
        TextLine title = page.line("Nơi nhận:");
        assertThat(title.bold() && title.italic()).isTrue(); // II.9.d
        assertThat(title.size).isEqualTo(12);
        TextLine first = page.line("- Như Điều 3;");
        assertUpright(first, false, 11, 11); // II.9.d
        assertThat(first.left).isEqualTo(LayoutProfile.DECREE_30.left(), within(1f)); // II.9.d: at the left margin
        TextLine authority = page.line("KT. TRƯỞNG PHÒNG");
        assertThat(authority.baseline).isEqualTo(title.baseline, within(0.01f)); // II.9.d: on one line
        assertUpright(authority, true, 13, 14); // II.7.đ
        TextLine name = page.line("Vũ Mạnh Hùng");
        assertUpright(name, true, 13, 14); // II.7.đ
        assertThat(name.middle()).isEqualTo(authority.middle(), within(HAIR)); // II.7.đ
    }

    @Test
    void severalAddresseesStandUnderTheColon() {
        MeasuredPage page = letter.getFirst();
        TextLine salute = page.line("Kính gửi:");
        assertUpright(salute, false, 13, 14); // II.9.d
        TextLine first = page.line("- Các trường Mầm non");
        TextLine second = page.line("- Trung tâm");
        assertThat(first.left).isEqualTo(second.left, within(0.01f)); // II.9.d: dashes in one line
        assertThat(first.left).isBetween(salute.right - 5, salute.right + 1); // II.9.d: under the colon
    }

    @Test
    void theBodysAddressStandsAtTheFootOfALettersFirstPage() {
        MeasuredPage page = letter.getFirst();
        TextLine contact = page.line("Số 1 đường");
        assertUpright(contact, false, 11, 12); // III.4
        var rule = page.rules().stream()
                .filter(it -> it.y1() > contact.baseline && it.y1() < contact.baseline + 20)
                .findFirst()
                .orElseThrow();
        assertThat(rule.length()).isEqualTo(LayoutProfile.DECREE_30.textWidth(), within(0.01f)); // III.4: full width
    }

    @Test
    void pagesAreNumberedInTheTopMarginFromTheSecondOn() {
        // I.7; III.1.đ: each annex counts from 1 again, and its first page shows none either.
        assertThat(numbers(plan)).containsExactly("", "2", "3");
        assertThat(numbers(report)).containsExactly("", "", "2", "3", "4", "");
        TextLine number = plan.get(1).lines().getLast();
        assertUpright(number, false, 13, 14);
        assertCentred(number);
        assertThat(mm(841.89f - number.baseline)).isBetween(8f, 20f);
    }

    private static List<String> numbers(List<MeasuredPage> pages) {
        return pages.stream()
                .map(page -> page.lines().stream()
                        .filter(it -> it.baseline > 841.89f - LayoutProfile.mm(20))
                        .map(TextLine::text)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    @Test
    void anAnnexIsHeadedByItsNumberTitleAndReference() {
        MeasuredPage page = report.get(1);
        TextLine heading = page.line("Phụ lục I");
        assertUpright(heading, true, 14, 14); // III.1.b
        assertCentred(heading);
        TextLine title = page.line("BẢNG ĐIỂM TỰ ĐÁNH GIÁ");
        assertUpright(title, true, 13, 14); // III.1.b
        assertCentred(title);
        TextLine reference = page.line("(Kèm theo Báo cáo số");
        assertThat(reference.italic()).isTrue(); // III.1.c
        assertThat(reference.size).isBetween(13f, 14f);
        assertCentred(reference);
    }

    @Test
    void footnotesStandOnThePageOfTheirMarksUnderAShortRule() {
        MeasuredPage page = plan.getFirst();
        for (int note = 1; note <= 2; note++) {
            TextLine line = page.line("Chú thích số " + note);
            assertThat(line.baseline).isLessThan(page.line("Thực hiện Đề án").baseline);
        }
        TextLine first = page.line("Chú thích số 1");
        var rule = page.rules().stream()
                .filter(it -> it.y1() > first.baseline && it.y1() < first.baseline + 25)
                .findFirst()
                .orElseThrow();
        assertThat(rule.length()).isEqualTo(LayoutProfile.DECREE_30.textWidth() / 3, within(0.1f));
    }

    @Test
    void headerRowsComeAgainOnEachPageOfATable() {
        for (MeasuredPage page : report.subList(1, 5)) {
            assertThat(page.has("Tiêu chí")).isTrue();
            assertThat(page.lines().stream().filter(it -> it.text().equals("STT")))
                    .hasSize(1);
        }
    }

    private static void assertUpright(TextLine line, boolean bold, float smallest, float largest) {
        assertThat(line.size).as("size of " + line).isBetween(smallest, largest);
        assertThat(line.bold()).as("bold of " + line).isEqualTo(bold);
        assertThat(line.italic()).as("italic of " + line).isFalse();
    }

    private static void assertCentred(TextLine line) {
        assertThat(line.middle()).as("middle of " + line).isEqualTo(LayoutProfile.DECREE_30.centre(), within(HAIR));
    }

    /** A rule of a third to a half of the line over it, in its middle. */
    private static void assertShortRule(MeasuredPage page, TextLine line) {
        var rule = page.ruleUnder(line);
        assertThat(rule.length() / line.width()).isBetween(1 / 3f, 1 / 2f);
        assertThat(rule.middle()).isEqualTo(line.middle(), within(HAIR));
    }
}
