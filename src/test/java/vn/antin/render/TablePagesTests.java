package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.compose.Block;
import vn.antin.compose.Block.Alignment;
import vn.antin.render.MeasuredPage.TextLine;

class TablePagesTests {
    private static byte[] pdf(Block... body) {
        return RendererTests.RENDERER
                .render(SampleDocuments.planOf(List.of(body)))
                .pdf()
                .bytes();
    }

    private static List<MeasuredPage> pages(Block... body) throws IOException {
        return MeasuredPage.all(pdf(body));
    }

    private static Block.Cell cell(String text, int columns, int rows) {
        return LongDocuments.cell(text, columns, rows, Alignment.LEFT);
    }

    private static Block.Row row(Block.Cell... cells) {
        return new Block.Row(List.of(cells));
    }

    private static String words(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining(" "));
    }

    private static String text(List<MeasuredPage> pages) {
        return pages.stream()
                .flatMap(it -> it.lines().stream())
                .map(TextLine::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void aMergedCellLongerThanAPageGoesOnOnTheNext() throws IOException {
        var rows = new ArrayList<Block.Row>();
        rows.add(row(SampleDocuments.head("Một"), SampleDocuments.head("Hai")));
        rows.add(row(cell(words("gộp", 700), 1, 5), cell("h0", 1, 1)));
        for (int i = 1; i < 5; i++) {
            rows.add(row(cell("h" + i, 1, 1)));
        }
        List<MeasuredPage> pages = pages(new Block.Table(List.of(1, 1), 1, rows));
        assertThat(pages.size()).isGreaterThan(2);
        String all = text(pages) + " ";
        for (int i = 0; i < 700; i++) {
            assertThat(all.split("gộp" + i + " ", -1)).as("gộp" + i).hasSize(2);
        }
        assertThat(all).contains("h0", "h1", "h2", "h3", "h4");
        for (MeasuredPage page : pages) {
            float foot = (float) page.rules().stream()
                    .filter(it -> it.horizontal() && it.length() > 400)
                    .mapToDouble(MeasuredPage.Rule::y1)
                    .min()
                    .orElseThrow();
            assertThat(page.lines().stream().filter(it -> it.text().startsWith("gộp")))
                    .as("every line of the cell stands over its lower edge")
                    .allMatch(it -> it.baseline > foot + 2);
        }
    }

    @Test
    void aGroupOfCommonHeightIsNotParted() throws IOException {
        for (int before = 25; before < 40; before++) {
            var body = new ArrayList<>(SampleDocuments.paragraphs(before));
            var rows = new ArrayList<Block.Row>();
            for (int group = 0; group < 3; group++) {
                rows.add(row(cell("Nhóm " + group + ".", 1, 3), cell("a" + group, 1, 1)));
                rows.add(row(cell("b" + group, 1, 1)));
                rows.add(row(cell("c" + group, 1, 1)));
            }
            body.add(new Block.Table(List.of(1, 1), 0, rows));
            for (MeasuredPage page : pages(body.toArray(Block[]::new))) {
                for (int group = 0; group < 3; group++) {
                    boolean here = page.has("a" + group);
                    assertThat(List.of(page.has("Nhóm " + group + "."), page.has("b" + group), page.has("c" + group)))
                            .containsOnly(here);
                }
            }
        }
    }

    @Test
    void aMergedCellStandsInTheMiddleOfItsRows() throws IOException {
        MeasuredPage page = pages(new Block.Table(
                        List.of(1, 1),
                        0,
                        List.of(
                                row(cell("gộp", 1, 3), cell("trên", 1, 1)),
                                row(cell("giữa", 1, 1)),
                                row(cell("dưới", 1, 1)))))
                .getFirst();
        assertThat(page.line("gộp").baseline).isEqualTo(page.line("giữa").baseline, within(0.1f));
        float left = page.line("gộp").left;
        assertThat(page.rules().stream().filter(it -> it.horizontal() && it.x1() < left && it.x2() > left))
                .as("no line runs through it")
                .noneMatch(it -> it.y1() < page.line("trên").baseline - 1 && it.y1() > page.line("dưới").baseline + 1);
    }

    @Test
    void numbersOfAColumnEndInOneLine() throws IOException {
        var table = new Block.Table(
                List.of(1, 1),
                0,
                List.of(
                        row(cell("a", 1, 1), LongDocuments.cell("5", 1, 1, Alignment.RIGHT)),
                        row(cell("b", 1, 1), LongDocuments.cell("1.250.000", 1, 1, Alignment.RIGHT))));
        MeasuredPage page = pages(table).getFirst();
        assertThat(page.line("1.250.000").right).isEqualTo(page.line("5").right, within(0.1f));
    }

    @Test
    void columnsWithoutWidthsAreAsWideAsTheirContent() throws IOException {
        var table = new Block.Table(
                List.of(0, 0, 0),
                1,
                List.of(
                        row(
                                SampleDocuments.head("TT"),
                                SampleDocuments.head("Nội dung"),
                                SampleDocuments.head("Số tiền")),
                        row(cell("1", 1, 1), cell(SampleDocuments.SENTENCE, 1, 1), cell("10.000.000 đồng", 1, 1))));
        MeasuredPage page = pages(table).getFirst();
        assertThat(page.has("10.000.000 đồng"))
                .as("a short cell stays on one line")
                .isTrue();
        List<Float> edges = page.rules().stream()
                .filter(it -> !it.horizontal())
                .map(MeasuredPage.Rule::x1)
                .distinct()
                .sorted()
                .toList();
        assertThat(edges).hasSize(4);
        assertThat(edges.get(1) - edges.get(0)).as("TT").isBetween(15f, 40f);
        assertThat(edges.get(3) - edges.get(0))
                .as("the whole width")
                .isEqualTo(LayoutProfile.DECREE_30.textWidth(), within(0.1f));
    }

    @Test
    void textBecomesSmallerBeforeAWordIsBroken() throws IOException {
        var cells =
                IntStream.range(0, 9).mapToObj(i -> cell("Nghiêng" + i, 1, 1)).toArray(Block.Cell[]::new);
        List<MeasuredPage> pages = pages(new Block.Table(Collections.nCopies(9, 0), 0, List.of(row(cells))));
        TextLine line = pages.getFirst().line("Nghiêng4");
        assertThat(line.size).isBetween(11f, 12f);
    }

    @Test
    void everySpanOfATableIsSound() {
        byte[] pdf = pdf(LongDocuments.merged(4));
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void bearsStairsOfMergedCells() throws IOException {
        var rows = new ArrayList<Block.Row>();
        rows.add(row(cell("a0", 1, 1), cell("b0", 1, 2)));
        for (int i = 1; i < 300; i++) {
            rows.add(i % 2 == 1 ? row(cell("a" + i, 1, 2)) : row(cell("b" + i, 1, 2)));
        }
        String all = text(pages(new Block.Table(List.of(1, 1), 0, rows)));
        assertThat(all).contains("a299").contains("b298").contains("a151");
    }

    @Test
    void bearsSpansOverEverythingInTime() {
        long began = System.nanoTime();
        var wide = new ArrayList<Block.Row>();
        wide.add(row(cell("tất cả", 15, Integer.MAX_VALUE)));
        wide.addAll(Collections.nCopies(1_999, new Block.Row(List.of())));
        pdf(new Block.Table(Collections.nCopies(15, 1), 0, wide));

        var full = new ArrayList<Block.Row>();
        for (int i = 0; i < 2_000; i++) {
            full.add(new Block.Row(Collections.nCopies(15, cell("x", 1, 1))));
        }
        pdf(new Block.Table(Collections.nCopies(15, 0), 2_000, full));

        var columns = new ArrayList<Block.Row>();
        columns.add(new Block.Row(Collections.nCopies(10, cell(words("dài", 300), 1, 2_000))));
        columns.addAll(Collections.nCopies(1_999, new Block.Row(List.of())));
        pdf(new Block.Table(Collections.nCopies(10, 0), 0, columns));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void takesNoTwoCellsForOnePlace() {
        var table =
                new Block.Table(List.of(1, 1), 0, List.of(row(cell("a", 1, 1), cell("b", 1, 2)), row(cell("c", 2, 1))));
        assertThatThrownBy(() -> pdf(table)).isInstanceOf(IllegalArgumentException.class);
    }
}
