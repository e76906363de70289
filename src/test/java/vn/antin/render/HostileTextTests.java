package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;

class HostileTextTests {
    private static String textOf(AdministrativeDocument document) throws IOException {
        try (var pdf =
                Loader.loadPDF(RendererTests.RENDERER.render(document).pdf().bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static AdministrativeDocument saying(String text) {
        return SampleDocuments.planOf(List.of(SampleDocuments.paragraph(text)));
    }

    static Stream<Arguments> unprintable() {
        return Stream.of(
                Arguments.of("漢", "漢 (U+6F22)"),
                Arguments.of("\u0007", "U+0007"),
                Arguments.of("\u202E", "U+202E"),
                Arguments.of("😀", "😀 (U+1F600)"),
                Arguments.of("\uFFFF", "U+FFFF"));
    }

    @ParameterizedTest
    @MethodSource("unprintable")
    void refusesWhatCannotBePrintedAndNamesIt(String character, String named) {
        assertThatThrownBy(() -> RendererTests.RENDERER.render(saying("Chữ " + character + " lạ")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(RenderReason.CHARACTER_NOT_PRINTABLE);
                    assertThat(refusal.arguments()).containsExactly(named);
                });
    }

    @Test
    void writesDecomposedLettersAsPrecomposedOnes() throws IOException {
        String decomposed = Normalizer.normalize("Trường Tiểu học Toàn Thắng", Normalizer.Form.NFD);
        assertThat(textOf(saying(decomposed))).contains("Trường Tiểu học Toàn Thắng");
    }

    @Test
    void takesTabsAndLineEndsForSpaces() throws IOException {
        assertThat(textOf(saying("một\thai\r\n  ba"))).contains("một hai ba");
    }

    @Test
    void breaksAWordLongerThanALine() throws IOException {
        String word = "ă".repeat(10_000);
        String text = textOf(saying("Đầu " + word + " cuối"));
        assertThat(text.chars().filter(it -> it == 'ă').count()).isEqualTo(10_000);
        for (MeasuredPage page : MeasuredPage.all(
                RendererTests.RENDERER.render(saying(word)).pdf().bytes())) {
            assertThat(page.lines()).allMatch(it -> Float.isNaN(it.left) || it.right <= 595.28f - 42);
        }
    }

    @Test
    void refusesATableWithMoreColumnsThanFit() {
        var cells = Collections.nCopies(100, SampleDocuments.cell("x", true));
        var table = new Block.Table(Collections.nCopies(100, 1), 0, List.of(new Block.Row(cells)));
        assertThatThrownBy(() -> RendererTests.RENDERER.render(SampleDocuments.planOf(List.of(table))))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(RenderReason.TABLE_TOO_WIDE));
    }

    @Test
    void narrowsNoColumnUnderItsLongestWord() throws IOException {
        var row = new Block.Row(List.of(
                SampleDocuments.cell("1", true),
                SampleDocuments.cell("https://igiaoduc.vn/khohoclieu", false),
                SampleDocuments.cell("Minh chứng", false)));
        var table = new Block.Table(List.of(4, 1, 4), 0, List.of(row));
        assertThat(textOf(SampleDocuments.planOf(List.of(table)))).contains("https://igiaoduc.vn/khohoclieu");
    }

    @Test
    void refusesADocumentOfTooManyPages() {
        var body = SampleDocuments.paragraphs(34_000);
        assertThatThrownBy(() -> RendererTests.RENDERER.render(SampleDocuments.planOf(body)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(RenderReason.TOO_MANY_PAGES));
    }

    @Test
    void bearsEmptinessEverywhere() throws IOException {
        var empty = Inline.Text.plain("");
        var document = SampleDocuments.document(DocumentKind.LETTER, "")
                .addressees("", "")
                .bases("")
                .enactedBy("")
                .recipients("")
                .body(List.of(
                        new Block.Paragraph(new Inline.Text(List.of())),
                        new Block.Centred(empty),
                        new Block.Item(Level.POINT, 1, true, empty),
                        new Block.Table(List.of(), 0, List.of()),
                        new Block.Table(List.of(1), 5, List.of(new Block.Row(List.of(SampleDocuments.cell("", true))))),
                        new Block.Table(List.of(1), 0, List.of(new Block.Row(List.of()))),
                        new Block.Paragraph(new Inline.Text(
                                List.of(new Inline.Break(), new Inline.Break(), new Inline.Footnote(1, empty))))))
                .annexes(new Annex(0, "", "", List.of()))
                .make();
        assertThat(textOf(document)).contains("CỘNG HÒA").contains("Phụ lục");
    }

    @Test
    void takesNoRowWiderThanItsTable() {
        var cell = SampleDocuments.cell("một", false);
        var table = new Block.Table(List.of(1, 1), 0, List.of(new Block.Row(List.of(cell, cell, cell))));
        assertThatThrownBy(() -> RendererTests.RENDERER.render(SampleDocuments.planOf(List.of(table))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
