package vn.antin.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.kernel.Refusal;

class OutlineNotationTests {
    @Test
    void theTypedNumberTellsTheLevelAndOursIsPrinted() {
        assertThat(markers("""
                I. MỘT
                1. A
                a) x
                b) y
                e) z
                đ) t
                2. B
                2. C
                a) u
                V. HAI
                7. D
                - gạch
                + cộng
                """))
                .containsExactly("I.", "1.", "a)", "b)", "c)", "d)", "2.", "3.", "a)", "II.", "1.", "-", "+");
    }

    @Test
    void articlesRunThroughTheTextAndClausesBeginAgainInEach() {
        assertThat(markers("I. MỘT\nĐiều 1. A\n1. a\n2. b\nII. HAI\nĐiều 1. B\n1. c"))
                .containsExactly("I.", "Điều 1.", "1.", "2.", "II.", "Điều 2.", "1.");
    }

    @Test
    void partsChaptersAndSectionsTakeTheirTitleFromTheNextLineOrTheSame() {
        List<Block> blocks = read("""
                Phần I
                MỘT
                Chương I

                QUY ĐỊNH CHUNG
                Mục 1. SOẠN THẢO
                Tiểu mục 1 - NHÁP
                Điều 1. **A**
                Chương V: KÝ
                Mục 3
                BA
                Mục 2 của Chương này quy định việc ký.
                Điều 9. B
                """);
        assertThat(blocks.stream()
                        .filter(Block.Item.class::isInstance)
                        .map(Block.Item.class::cast)
                        .map(it ->
                                it.marker() + "/" + it.typed() + "/" + it.text().plain()))
                .containsExactly(
                        "Phần I/Phần I/MỘT",
                        "Chương I/Chương I/QUY ĐỊNH CHUNG",
                        "Mục 1/Mục 1/SOẠN THẢO",
                        "Tiểu mục 1/Tiểu mục 1/NHÁP",
                        "Điều 1./Điều 1./A",
                        "Chương II/Chương V/KÝ",
                        "Mục 1/Mục 3/BA",
                        "Điều 2./Điều 9./B");
        assertThat(blocks).contains(paragraph("Mục 2 của Chương này quy định việc ký."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chương I", "Chương I\nĐiều 1. A", "Chương I\nMục 1\nB", "Mục 1\n\n| a |", "Phần II\n- a"})
    void refusesAChapterWithoutATitle(String outline) {
        assertThatThrownBy(() -> read(outline))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(ComposeReason.ITEM_EMPTY));
    }

    @Test
    void anItemWhollyInBoldIsATitleAndARomanOneAlwaysIs() {
        List<Block> blocks = read("I. MỤC ĐÍCH\n1. **Chung**\n2. **Riêng** có thêm\n- *nghiêng*");
        assertThat(blocks.stream().map(it -> ((Block.Item) it).titled())).containsExactly(true, true, false, false);
        assertThat(((Block.Item) blocks.get(1)).text()).isEqualTo(Inline.Text.plain("Chung"));
        assertThat(((Block.Item) blocks.get(2)).text().parts())
                .containsExactly(new Inline.Run("Riêng", true, false), new Inline.Run(" có thêm", false, false));
    }

    @Test
    void aBackslashMakesAMarkALetter() {
        assertThat(read("\\- không phải mục\n\\1. cũng không\n\\*sao\\* và \\\\"))
                .containsExactly(paragraph("- không phải mục"), paragraph("1. cũng không"), paragraph("*sao* và \\"));
    }

    @Test
    void numbersInsideALineAreText() {
        assertThat(read("2024. Năm học\n-không cách\n1.5 điểm\na)liền\nĐiều 5 quy định").stream()
                        .map(Block::getClass))
                .containsExactly(
                        Block.Item.class,
                        Block.Paragraph.class,
                        Block.Paragraph.class,
                        Block.Paragraph.class,
                        Block.Paragraph.class);
    }

    @Test
    void aBackslashAtTheEndOfALineBreaksIt() {
        var paragraph = (Block.Paragraph) read("Một\\\nHai\n\nBa").getFirst();
        assertThat(paragraph.text().parts())
                .containsExactly(
                        new Inline.Run("Một", false, false), new Inline.Break(), new Inline.Run("Hai", false, false));
        assertThat(read("cuối\\")).containsExactly(paragraph("cuối"));
    }

    @Test
    void aStarWithoutItsPartnerIsAStar() {
        assertThat(read("* Hạn chế: một số")).containsExactly(paragraph("* Hạn chế: một số"));
        assertThat(read("2*3 và ** x")).containsExactly(paragraph("2*3 và ** x"));
        assertThat(read("**\\* 03 nội dung**"))
                .containsExactly(
                        new Block.Paragraph(new Inline.Text(List.of(new Inline.Run("* 03 nội dung", true, false)))));
        assertThat(read("***cả hai*** ****"))
                .containsExactly(new Block.Paragraph(new Inline.Text(
                        List.of(new Inline.Run("cả hai", true, true), new Inline.Run(" ****", false, false)))));
    }

    @Test
    void footnotesAreNumberedAsTheyAreMet() {
        var text = ((Block.Paragraph) read("A^[một *nghiêng*]; B^[hai [trong ngoặc] ^[không lồng]].")
                        .getFirst())
                .text();
        var notes = text.parts().stream()
                .filter(Inline.Footnote.class::isInstance)
                .map(Inline.Footnote.class::cast)
                .toList();
        assertThat(notes).extracting(Inline.Footnote::number).containsExactly(1, 2);
        assertThat(notes)
                .extracting(it -> it.note().plain())
                .containsExactly("một nghiêng", "hai [trong ngoặc] ^[không lồng]");
        assertThat(text.plain()).isEqualTo("A; B.");
    }

    @Test
    void readsATableWithWidthsAlignmentSpansAndHeader() {
        var table = (Block.Table) read("""
                | TT | Nội dung | Thời gian |
                |:-1-:|--5--|---|
                | **I** | **PHÒNG** ||
                | 1 | a \\| b | |
                """).getFirst();
        assertThat(table.widths()).containsExactly(1, 5, 1);
        assertThat(table.headerRows()).isEqualTo(1);
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().getFirst().cells())
                .allMatch(it -> it.bold() && it.centred())
                .hasSize(3);
        assertThat(table.rows().get(1).cells())
                .containsExactly(
                        new Block.Cell(Inline.Text.plain("I"), 1, true, true),
                        new Block.Cell(Inline.Text.plain("PHÒNG"), 2, false, true));
        assertThat(table.rows().get(2).cells().stream().map(it -> it.text().plain()))
                .containsExactly("1", "a | b", "");
    }

    @Test
    void aCircumflexCarriesOnTheCellOverIt() {
        var table = (Block.Table) read("""
                | TT | Kết quả || Ghi chú |
                | ^ | Số | % | ^ |
                |:--:|---|--:|---|
                | 1 | 5 | 50 | chung |
                | 2 | a || ^ |
                | 3 | ^ || ^ |
                """).getFirst();
        assertThat(table.headerRows()).isEqualTo(2);
        assertThat(table.widths()).as("no figure: the content decides").containsExactly(0, 0, 0, 0);
        assertThat(spans(table.rows().get(0))).containsExactly("TT 1x2", "Kết quả 2x1", "Ghi chú 1x2");
        assertThat(spans(table.rows().get(1))).containsExactly("Số 1x1", "% 1x1");
        assertThat(spans(table.rows().get(2))).containsExactly("1 1x1", "5 1x1", "50 1x1", "chung 1x3");
        assertThat(spans(table.rows().get(3))).containsExactly("2 1x1", "a 2x2");
        assertThat(spans(table.rows().get(4))).containsExactly("3 1x1");
        assertThat(table.rows().get(2).cells())
                .extracting(Block.Cell::alignment)
                .containsExactly(
                        Block.Alignment.CENTRED, Block.Alignment.LEFT, Block.Alignment.RIGHT, Block.Alignment.LEFT);
    }

    private static List<String> spans(Block.Row row) {
        return row.cells().stream()
                .map(it -> it.text().plain() + " " + it.columnSpan() + "x" + it.rowSpan())
                .toList();
    }

    @Test
    void refusesACircumflexUnderNoSuchCell() {
        assertRefused("chữ\n|^|b|", ComposeReason.MERGED_WITH_NOTHING, "dòng 2 của nội dung");
        assertRefused("|a|b|c|\n|a|^||", ComposeReason.MERGED_WITH_NOTHING, "dòng 2 của nội dung");
        assertRefused("|a||c|\n|^|b|c|", ComposeReason.MERGED_WITH_NOTHING, "dòng 2 của nội dung");
        assertRefused("|a|b|\n|---|---|\n|^|d|", ComposeReason.MERGED_WITH_NOTHING, "dòng 3 của nội dung");
        assertThat(((Block.Table) read("|a|\n|\\^|").getFirst())
                        .rows()
                        .get(1)
                        .cells()
                        .getFirst()
                        .text()
                        .plain())
                .isEqualTo("^");
    }

    @Test
    void aLineTurnsThePaperOfAnAnnex() {
        var notation = new OutlineNotation(new InlineNotation(), new Numbering(), "phụ lục");
        assertThat(notation.read("[ngang]\nNội dung")).containsExactly(paragraph("Nội dung"));
        assertThat(notation.landscape()).isTrue();
    }

    @Test
    void aBlankLineEndsATable() {
        assertThat(read("|a|\n|b|\n\n|c|\nsau")).hasSize(3);
    }

    @Test
    void refusesATableWhoseRowsDiffer() {
        assertRefused("chữ\n|a|b|\n|c|", ComposeReason.TABLE_UNEVEN, "dòng 2 của nội dung");
        assertRefused("|---|---|", ComposeReason.TABLE_UNEVEN, "dòng 1 của nội dung");
        assertRefused("|" + "a|".repeat(21), ComposeReason.TABLE_TOO_LARGE, "dòng 1 của nội dung");
        assertRefused("|a|\n".repeat(2001), ComposeReason.TABLE_TOO_LARGE, "dòng 1 của nội dung");
    }

    @Test
    void refusesAFootnoteThatIsNotClosed() {
        assertRefused("tốt\n\nA^[một [x]", ComposeReason.FOOTNOTE_NOT_CLOSED, "dòng 3 của nội dung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "1. ", "a)", "I.", "Điều 3.", "+"})
    void refusesAnItemWithoutWords(String line) {
        assertRefused(line, ComposeReason.ITEM_EMPTY, "dòng 1 của nội dung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a ", "**a ", "a* ", "^[a] ", "\\", "|", "^[[", "[", "***", "* "})
    void takesTimeInProportionToTheText(String part) {
        long start = System.nanoTime();
        try {
            read("x" + part.repeat(400_000 / part.length()));
        } catch (Refusal expected) {
            assertThat(expected.reason()).isEqualTo(ComposeReason.FOOTNOTE_NOT_CLOSED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static void assertRefused(String source, ComposeReason reason, String where) {
        assertThatThrownBy(() -> read(source)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(reason);
            assertThat(it.arguments()).containsExactly(where);
        });
    }

    private static List<String> markers(String source) {
        return read(source).stream().map(it -> ((Block.Item) it).marker()).collect(Collectors.toList());
    }

    private static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(Inline.Text.plain(text));
    }

    private static List<Block> read(String source) {
        return new OutlineNotation(new InlineNotation(), new Numbering(), "nội dung").read(source);
    }
}
