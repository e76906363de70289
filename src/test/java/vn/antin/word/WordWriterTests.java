package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import vn.antin.LibreOffice;
import vn.antin.kernel.Content;
import vn.antin.render.OurPages;

class WordWriterTests {
    private static final WordWriter.Standing DRAFT = new WordWriter.Standing.Draft();
    private static LibreOffice office;

    @BeforeAll
    static void startTheOffice() {
        office = new LibreOffice();
    }

    @AfterAll
    static void closeTheOffice() {
        office.close();
    }

    static Stream<WordSamples.Sample> all() {
        return Stream.of(
                        WordSamples.seeds(),
                        WordSamples.templates(),
                        WordSamples.kinds(),
                        Stream.of(new WordSamples.Sample("everything", WordSamples.everything())))
                .flatMap(it -> it);
    }

    static Stream<WordSamples.Sample> seedsAndTemplates() {
        return Stream.concat(WordSamples.seeds(), WordSamples.templates());
    }

    /** Each part against the published schema of WordprocessingML, as XMLBeans compiled it. */
    @ParameterizedTest
    @MethodSource("all")
    void everyPartIsValid(WordSamples.Sample sample) throws Exception {
        Content file = WordWriter.write(sample.document(), DRAFT);
        assertThat(invalid(file)).isEmpty();
        try (var opened = new XWPFDocument(new ByteArrayInputStream(file.bytes()))) {
            assertThat(opened.getBodyElements()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seedsAndTemplates")
    void libreOfficeMakesTheSamePages(WordSamples.Sample sample) throws IOException {
        byte[] ours = OurPages.pages(sample.document());
        byte[] word = WordWriter.write(sample.document(), DRAFT).bytes();
        Files.write(Path.of("target", sample + ".docx"), word);
        byte[] theirs = office.pdf(word, ".docx");
        Files.write(Path.of("target", sample + ".docx.pdf"), theirs);
        Files.write(Path.of("target", sample + ".pdf"), ours);
        List<List<String>> a = lines(ours);
        List<List<String>> b = lines(theirs);
        System.out.printf(
                "%s: %d pages, LibreOffice %d; lines a page %s / %s%n", sample, a.size(), b.size(), sizes(a), sizes(b));
        assertThat(b).hasSameSizeAs(a);
    }

    private static List<Integer> sizes(List<List<String>> pages) {
        return pages.stream().map(List::size).toList();
    }

    private static List<List<String>> lines(byte[] pdf) throws IOException {
        try (var opened = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<List<String>>();
            for (int i = 1; i <= opened.getNumberOfPages(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(opened)
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList());
            }
            return pages;
        }
    }

    static List<String> invalid(Content file) throws Exception {
        var wrong = new ArrayList<String>();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                var bytes = new ByteArrayInputStream(zip.readAllBytes());
                XmlObject part = switch (name.replaceAll("\\d*\\.xml$", "")) {
                    case "word/document" -> DocumentDocument.Factory.parse(bytes);
                    case "word/styles" -> StylesDocument.Factory.parse(bytes);
                    case "word/numbering" -> NumberingDocument.Factory.parse(bytes);
                    case "word/footnotes" -> FootnotesDocument.Factory.parse(bytes);
                    case "word/settings" -> SettingsDocument.Factory.parse(bytes);
                    case "word/comments" ->
                        org.openxmlformats.schemas.wordprocessingml.x2006.main.CommentsDocument.Factory.parse(bytes);
                    case "word/header" -> HdrDocument.Factory.parse(bytes);
                    case "word/footer" -> FtrDocument.Factory.parse(bytes);
                    default -> null;
                };
                var errors = new ArrayList<XmlError>();
                if (part != null && !part.validate(new XmlOptions().setErrorListener(errors))) {
                    errors.stream()
                            .limit(5)
                            .forEach(it -> wrong.add(name + ": " + it.getMessage() + " at "
                                    + it.getCursorLocation()
                                            .xmlText()
                                            .substring(
                                                    0,
                                                    Math.min(
                                                            200,
                                                            it.getCursorLocation()
                                                                    .xmlText()
                                                                    .length()))));
                }
            }
        }
        return wrong;
    }

    @Test
    void theValidatorKnowsAnInvalidPart() throws Exception {
        var part = StylesDocument.Factory.parse(new ByteArrayInputStream(
                "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:tbl/></w:styles>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(part.validate()).isFalse();
    }
}
