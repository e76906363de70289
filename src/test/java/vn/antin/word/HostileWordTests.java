package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Files made to harm: each is refused with a reason, or read within bounds. */
class HostileWordTests {
    /** No test of time: what takes longer never ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Stream<Arguments> refused() throws Exception {
        byte[] sound = WordWriter.write(WordSamples.everything(), new WordWriter.Standing.Draft())
                .bytes();
        String nested = "<w:tbl><w:tr><w:tc>".repeat(10_000) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(10_000);
        String million = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(1_000_000);
        return Stream.of(
                Arguments.of("zip bomb", zip("word/document.xml", 2_000), WordReason.TOO_LARGE),
                Arguments.of("bomb of XML", zipOf("word/document.xml", bomb(), 3), WordReason.FOREIGN_XML),
                Arguments.of("external entity", xxe(), WordReason.FOREIGN_XML),
                Arguments.of(
                        "macros",
                        Docx.of("<w:p/>").part("word/vbaProject.bin", "x").file(),
                        WordReason.MACROS),
                Arguments.of(
                        "a document of macros",
                        Docx.of("<w:p/>")
                                .mainType("application/vnd.ms-word.document.macroEnabled.main+xml")
                                .file(),
                        WordReason.MACROS),
                Arguments.of("10,000 nested tables", Docx.of(nested).file(), WordReason.TOO_DEEP),
                Arguments.of("a million paragraphs", Docx.of(million).file(), WordReason.TOO_LARGE),
                Arguments.of(
                        "XML as deep as a well",
                        Docx.of("<w:sdt>".repeat(50_000) + "</w:sdt>".repeat(50_000))
                                .file(),
                        WordReason.TOO_DEEP),
                Arguments.of(
                        "a path out of the file",
                        Docx.of("<w:p/>").part("../../etc/passwd", "x").file(),
                        WordReason.DAMAGED),
                Arguments.of(
                        "a path from the root",
                        Docx.of("<w:p/>").part("/etc/passwd", "x").file(),
                        WordReason.DAMAGED),
                Arguments.of("cut short", Content.of(Arrays.copyOf(sound, sound.length / 2)), WordReason.DAMAGED),
                Arguments.of("cut to its first bytes", Content.of(Arrays.copyOf(sound, 40)), WordReason.DAMAGED),
                Arguments.of(
                        "another type", Docx.of("<w:p/>").mainType("text/plain").file(), WordReason.NOT_A_WORD_FILE),
                Arguments.of(
                        "a spreadsheet",
                        Docx.of("<w:p/>")
                                .mainType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                                .file(),
                        WordReason.NOT_A_WORD_FILE),
                Arguments.of(
                        "no zip", Content.of("văn bản".getBytes(StandardCharsets.UTF_8)), WordReason.NOT_A_WORD_FILE),
                Arguments.of("nothing", Content.of(new byte[0]), WordReason.NOT_A_WORD_FILE),
                Arguments.of("an old Word file", ole("WordDocument"), WordReason.OLD_WORD_FILE),
                Arguments.of("a file with a password", ole("EncryptedPackage"), WordReason.ENCRYPTED),
                Arguments.of(
                        "rich text",
                        Content.of("{\\rtf1 a}".getBytes(StandardCharsets.US_ASCII)),
                        WordReason.OLD_WORD_FILE),
                Arguments.of("broken XML", Docx.of("<w:p>").file(), WordReason.DAMAGED),
                Arguments.of("21 MB", Content.of(Arrays.copyOf(sound, 21 << 20)), WordReason.TOO_LARGE),
                Arguments.of("3,000 parts", many(3_000), WordReason.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithAReason(String name, Content file, WordReason reason) {
        long start = System.nanoTime();
        Refusal refusal = Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> catchThrowableOfType(Refusal.class, () -> WordReader.read(file)));
        System.out.printf(
                "%s: %,d bytes refused in %d ms%n", name, file.size(), (System.nanoTime() - start) / 1_000_000);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @Test
    void asMuchAsIsReadIsReadInBoundedMemory() {
        String paragraphs = IntStreamText.of(45_000, it -> Docx.p("Đoạn thứ " + it + " của một văn bản rất dài."));
        Content file = Docx.of(paragraphs).file();
        long start = System.nanoTime();
        var draft = Assertions.assertTimeoutPreemptively(PATIENCE, () -> WordReader.read(file));
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "45,000 paragraphs (%,d bytes) read in %d ms, heap in use after it %d MB%n",
                file.size(), (System.nanoTime() - start) / 1_000_000, used);
        assertThat(draft.body()).hasSize(45_000);
    }

    @Test
    void followsNothingOutside() {
        var draft = WordReader.read(Docx.of(Docx.p("Một đoạn./."))
                .relation("rId9", "image", "http://127.0.0.1:1/a.png", true)
                .relation("rId8", "attachedTemplate", "file:///etc/passwd", true)
                .relation("rId7", "oleObject", "\\\\host\\share\\a.doc", true)
                .file());
        assertThat(draft.remarks()).extracting(Remark::sort).containsOnly(Remark.Sort.OUTSIDE);
        assertThat(draft.remarks())
                .extracting(Remark::words)
                .contains("http://127.0.0.1:1/a.png", "file:///etc/passwd");
    }

    @Test
    void stylesAndListsThatGoInCirclesEnd() {
        var draft = WordReader.read(Docx.of(Docx.p("<w:pStyle w:val='A'/>", Docx.r("Một đoạn."))
                        + Docx.p("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", Docx.r("Một mục./.")))
                .related(
                        "rId2",
                        "styles",
                        "styles.xml",
                        "<w:styles " + Docx.NAMES + ">"
                                + "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
                                + "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>"
                                + "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
                                + "</w:styles>")
                .related(
                        "rId3",
                        "numbering",
                        "numbering.xml",
                        "<w:numbering " + Docx.NAMES + ">"
                                + "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='L'/></w:abstractNum>"
                                + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>")
                .file());
        assertThat(draft.body()).hasSize(2);
        assertThat(draft.remarks()).extracting(Remark::sort).contains(Remark.Sort.CIRCLE);
    }

    @Test
    void aNoteThatRefersToItselfEnds() {
        var draft =
                WordReader.read(Docx.of("<w:p>" + Docx.r("Chữ") + "<w:r><w:footnoteReference w:id='5'/></w:r></w:p>")
                        .related(
                                "rId2",
                                "footnotes",
                                "footnotes.xml",
                                "<w:footnotes " + Docx.NAMES + "><w:footnote w:id='5'>" + "<w:p>" + Docx.r("Lời chú")
                                        + "<w:r><w:footnoteReference w:id='5'/></w:r></w:p></w:footnote></w:footnotes>")
                        .file());
        assertThat(draft.body()).hasSize(1);
    }

    private static final class IntStreamText {
        static String of(int many, java.util.function.IntFunction<String> each) {
            return java.util.stream.IntStream.range(0, many).mapToObj(each).collect(Collectors.joining());
        }
    }

    private static Content zip(String name, int megabytes) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            zip.write("<w:document xmlns:w='x'>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < megabytes; i++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }
        return Content.of(bytes.toByteArray());
    }

    private static Content zipOf(String name, String text, int times) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? name : name + i));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Content.of(bytes.toByteArray());
    }

    private static String bomb() {
        var text = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 'aaaaaaaaaa'>");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY x")
                    .append(i)
                    .append(" '")
                    .append(("&x" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return text.append("]><w:document xmlns:w='x'>&x11;</w:document>").toString();
    }

    private static Content xxe() {
        return new Docx()
                .part(
                        "word/document.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document " + Docx.NAMES
                                + "><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")
                .file();
    }

    private static Content ole(String stream) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        bytes.writeBytes(new byte[500]);
        bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return Content.of(bytes.toByteArray());
    }

    private static Content many(int parts) {
        Docx docx = Docx.of("<w:p/>");
        for (int i = 0; i < parts; i++) {
            docx.part("word/a" + i + ".bin", "");
        }
        return docx.file();
    }
}
