package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.MeasuredPage.TextLine;

class PageFlowTests {
    private static List<MeasuredPage> pages(AdministrativeDocument document) throws IOException {
        return MeasuredPage.all(RendererTests.RENDERER.render(document).pdf().bytes());
    }

    private static String text(MeasuredPage page) {
        return page.lines().stream().map(TextLine::text).collect(Collectors.joining(" "));
    }

    @Test
    void neverLeavesTheSignatureAlone() throws IOException {
        for (int paragraphs = 18; paragraphs <= 34; paragraphs++) {
            MeasuredPage last = pages(SampleDocuments.planOf(SampleDocuments.paragraphs(paragraphs)))
                    .getLast();
            long linesOfText = last.lines().stream()
                    .filter(it -> it.text().startsWith("Đoạn "))
                    .count();
            assertThat(linesOfText).as(paragraphs + " paragraphs").isGreaterThanOrEqualTo(2);
            assertThat(last.has("Nơi nhận:")).isTrue();
            assertThat(last.has("Vũ Mạnh Hùng")).isTrue();
        }
    }

    @Test
    void putsEachFootnoteOnThePageOfItsMark() throws IOException {
        List<Block> body = IntStream.rangeClosed(1, 60)
                .<Block>mapToObj(i -> new Block.Paragraph(new Inline.Text(List.of(
                        SampleDocuments.run("Đoạn có dấu thứ " + i + ":"),
                        SampleDocuments.note(i),
                        SampleDocuments.run(" " + SampleDocuments.SENTENCE)))))
                .toList();
        List<MeasuredPage> pages = pages(SampleDocuments.planOf(body));
        int found = 0;
        for (MeasuredPage page : pages) {
            for (int i = 1; i <= 60; i++) {
                boolean marked = page.has("dấu thứ " + i + ":");
                assertThat(page.has("Chú thích số " + i + ":")).as("note " + i).isEqualTo(marked);
                found += marked ? 1 : 0;
            }
        }
        assertThat(found).isEqualTo(60);
    }

    @Test
    void carriesAFootnoteLongerThanAPageOver() throws IOException {
        String longNote = IntStream.range(0, 2_000).mapToObj(i -> "từ" + i).collect(Collectors.joining(" "));
        var note = new Inline.Footnote(1, Inline.Text.plain(longNote));
        var body = new ArrayList<>(SampleDocuments.paragraphs(20));
        body.add(new Block.Paragraph(new Inline.Text(List.of(SampleDocuments.run("Dấu"), note))));
        body.addAll(SampleDocuments.paragraphs(20));
        List<MeasuredPage> pages = pages(SampleDocuments.planOf(body));
        String all = pages.stream().map(PageFlowTests::text).collect(Collectors.joining(" "));
        for (int i = 0; i < 2_000; i++) {
            assertThat(all).contains("từ" + i);
        }
        assertThat(pages.size()).isBetween(3, 8);
        for (MeasuredPage page : pages) {
            assertThat(page.lines()).allMatch(it -> it.baseline > 20);
        }
    }

    @Test
    void breaksARowTallerThanAPageAndReadsItCellByCell() throws IOException {
        String left = IntStream.range(0, 900).mapToObj(i -> "trái" + i).collect(Collectors.joining(" "));
        String right = IntStream.range(0, 900).mapToObj(i -> "phải" + i).collect(Collectors.joining(" "));
        var table = new Block.Table(
                List.of(1, 1),
                1,
                List.of(
                        new Block.Row(List.of(SampleDocuments.head("Cột một"), SampleDocuments.head("Cột hai"))),
                        new Block.Row(List.of(SampleDocuments.cell(left, false), SampleDocuments.cell(right, false)))));
        List<MeasuredPage> pages = pages(SampleDocuments.planOf(List.of(table)));
        assertThat(pages.size()).isGreaterThan(2);
        String first = text(pages.getFirst());
        assertThat(first.indexOf("trái40")).isLessThan(first.indexOf("phải0"));
        String all = pages.stream().map(PageFlowTests::text).collect(Collectors.joining(" "));
        assertThat(all).contains("trái899").contains("phải899");
        assertThat(pages.subList(0, pages.size() - 1)).allMatch(it -> it.has("Cột một"));
        for (MeasuredPage page : pages.subList(0, pages.size() - 1)) {
            float lowest = page.lines().stream()
                    .filter(it -> it.text().matches("(trái|phải).*"))
                    .map(it -> it.baseline)
                    .min(Float::compare)
                    .orElseThrow();
            assertThat(page.rules())
                    .as("the table is closed at the foot of the page")
                    .anyMatch(it -> it.horizontal() && it.length() > 400 && it.y1() < lowest && it.y1() > lowest - 12);
        }
    }

    @Test
    void letsAVeryLongListOfRecipientsRunOn() throws IOException {
        String[] recipients =
                IntStream.range(0, 300).mapToObj(i -> "Nơi thứ " + i + ";").toArray(String[]::new);
        var document = SampleDocuments.document(DocumentKind.PLAN, "Kế hoạch thử")
                .body(SampleDocuments.paragraphs(3))
                .recipients(recipients)
                .make();
        List<MeasuredPage> pages = pages(document);
        String all = pages.stream().map(PageFlowTests::text).collect(Collectors.joining(" "));
        assertThat(all).contains("Nơi thứ 0;").contains("Nơi thứ 299;");
        assertThat(pages).allSatisfy(page -> assertThat(page.lines()).allMatch(it -> it.baseline > 20));
    }

    @Test
    void keepsATitleWithWhatItHeads() throws IOException {
        for (int paragraphs = 20; paragraphs <= 34; paragraphs++) {
            var body = new ArrayList<>(SampleDocuments.paragraphs(paragraphs));
            body.add(SampleDocuments.title(Level.ROMAN, 1, "ĐỀ MỤC"));
            body.add(SampleDocuments.paragraph(SampleDocuments.SENTENCE));
            body.addAll(SampleDocuments.paragraphs(10));
            for (MeasuredPage page : pages(SampleDocuments.planOf(body))) {
                assertThat(page.has("I. ĐỀ MỤC")).isEqualTo(page.has("Tiếp tục triển khai"));
            }
        }
    }

    @Test
    void partsANoteThatDoesNotFitTheRestOfItsPage() throws IOException {
        for (int before = 10; before < 34; before++) {
            var body = new ArrayList<>(SampleDocuments.paragraphs(before));
            body.add(new Block.Paragraph(
                    new Inline.Text(List.of(SampleDocuments.run("Dấu ở đây"), LongDocuments.longNote(1, 12)))));
            body.addAll(SampleDocuments.paragraphs(10));
            List<MeasuredPage> pages = pages(SampleDocuments.planOf(body));
            MeasuredPage marked =
                    pages.stream().filter(it -> it.has("Dấu ở đây")).findFirst().orElseThrow();
            for (MeasuredPage page : pages) {
                long lines = page.lines().stream()
                        .filter(it -> it.text().contains("chữ1/"))
                        .count();
                assertThat(lines).as(before + " paragraphs before").isNotEqualTo(1);
                assertThat(page != marked || lines >= 2)
                        .as("the note begins on the page of its mark")
                        .isTrue();
                assertThat(page.lines()).allMatch(it -> it.baseline > 20);
            }
            // As much as fits stands above it: a page with a parted note is full.
            long here = marked.lines().stream()
                    .filter(it -> it.text().contains("chữ1/"))
                    .count();
            if (here < 12) {
                float lowest = marked.lines().stream()
                        .filter(it -> it.text().contains("chữ1/"))
                        .map(it -> it.baseline)
                        .min(Float::compare)
                        .orElseThrow();
                assertThat(lowest).isLessThan(LayoutProfile.mm(20) + 3 * 13);
            }
        }
    }

    @Test
    void setsChaptersOnTwoCentredLinesTheirTitlesInCapitals() throws IOException {
        MeasuredPage page = pages(LongDocuments.chapters()).getFirst();
        for (String text :
                List.of("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "Tiểu mục 1", "TRÁCH NHIỆM CỦA HIỆU TRƯỞNG")) {
            TextLine line = page.lines().stream()
                    .filter(it -> it.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(text));
            // II.6.đ: a line of its own, in the middle, 13–14, bold.
            assertThat(line.middle())
                    .as(text)
                    .isCloseTo(LayoutProfile.DECREE_30.centre(), org.assertj.core.api.Assertions.within(0.2f));
            assertThat(line.bold()).isTrue();
            assertThat(line.size).isBetween(13f, 14f);
        }
        List<String> texts = page.lines().stream().map(TextLine::text).toList();
        assertThat(texts).containsSequence("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "TRÁCH NHIỆM");
    }

    @Test
    void turnsThePaperOfALandscapeAnnexOnly() throws IOException {
        List<MeasuredPage> pages = pages(LongDocuments.mixed());
        boolean landscapeSeen = false;
        String annex = "";
        int page = 0;
        for (MeasuredPage it : pages) {
            if (it.has("Phụ lục II") && !it.has("Phụ lục III")) {
                annex = "II";
                page = 0;
            } else if (it.has("Phụ lục III")) {
                annex = "III";
                page = 0;
            }
            page++;
            boolean landscape = it.paper().getWidth() > it.paper().getHeight();
            assertThat(landscape).isEqualTo(annex.equals("II"));
            landscapeSeen |= landscape;
            if (landscape) {
                LayoutProfile turned = LayoutProfile.DECREE_30.turned();
                assertThat(it.rules()).allMatch(rule -> Math.max(rule.x1(), rule.x2()) <= turned.rightEdge() + 0.3f);
                if (page > 1) {
                    // I.7: in the middle of the upper margin; III.1.đ: counted by annex.
                    TextLine number = it.lines().getLast();
                    assertThat(number.text()).isEqualTo(Integer.toString(page));
                    assertThat(number.baseline).isGreaterThan(turned.pageHeight() - turned.top());
                    assertThat(number.middle())
                            .isCloseTo(turned.centre(), org.assertj.core.api.Assertions.within(0.2f));
                }
            }
        }
        assertThat(landscapeSeen).isTrue();
    }

    @Test
    void bearsItemsOfEveryLevelInAnyOrder() throws IOException {
        var body = new ArrayList<Block>();
        Level[] levels = Level.values();
        for (int i = 0; i < 400; i++) {
            body.add(SampleDocuments.item(levels[i * 7 % levels.length], 1, "Mục thứ " + i + "."));
        }
        byte[] pdf = RendererTests.RENDERER
                .render(SampleDocuments.planOf(body))
                .pdf()
                .bytes();
        assertThat(vn.antin.Peers.veraPdf(pdf, org.verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1))
                .isEmpty();
    }
}
