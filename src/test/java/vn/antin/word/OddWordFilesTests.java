package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.antin.word.Docx.p;
import static vn.antin.word.Docx.r;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.LibreOffice;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Passage;
import vn.antin.kernel.Content;
import vn.antin.word.Remark.Sort;

/** Word files of odd structure, made by LibreOffice and by hand: each is read with a true account of what became of it. */
class OddWordFilesTests {
    private static final Path FOLDER = Path.of("src/test/resources/word");
    private static final String HEADING = p("<w:jc w:val='center'/>", r("<w:b/>", "KẾ HOẠCH"))
            + p("<w:jc w:val='center'/>", r("<w:b/>", "Tổ chức ngày hội đọc sách"));
    private static final String CLOSING = p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT.");

    /**
     * @param remarks what the account must tell, sort and words, no more and no less
     * @param words every word that the source says, wherever it stands
     */
    record Odd(String name, Content file, Set<String> remarks, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> made() throws IOException {
        var all = new ArrayList<Odd>();
        try (var office = new LibreOffice()) {
            all.add(office(office, "lists.fodt"));
            all.add(office(office, "notes.fodt", "ENDNOTE:"));
            all.add(office(office, "changes.fodt", "INSERTION:sẽ thêm", "DELETION:bỏ đi"));
            all.add(office(office, "comment.fodt", "COMMENT:Xem lại thời gian"));
            all.add(office(office, "textbox.fodt", "TEXT_BOX:Chữ nằm trong khung"));
            all.add(office(office, "tables.fodt", "NESTED_TABLE:"));
            all.add(office(
                    office,
                    "fields.fodt",
                    "LINK:http://example.vn/ke-hoach",
                    "HIDDEN:bị ẩn",
                    "FIELD:DATE \\@\"M/d/yy\"",
                    "DECORATION:"));
            all.add(office(
                    office,
                    "edges.fodt",
                    "HEADER:Tài liệu của nhà trường",
                    "FOOTER:Trang 1",
                    "PAGE_NUMBER:",
                    "COLUMNS:",
                    "PAGE_BORDER:"));
            all.add(office(office, "page.html", "LINK:http://example.vn/", "DECORATION:"));
        }
        all.addAll(byHand());
        return all.stream();
    }

    private static Odd office(LibreOffice office, String name, String... remarks) throws IOException {
        String source = Files.readString(FOLDER.resolve(name));
        byte[] docx = office.converted(
                source.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                name.substring(name.lastIndexOf('.')),
                name.endsWith(".html") ? "docx:MS Word 2007 XML" : "docx");
        String words = source.substring(Math.max(source.indexOf("<office:body>"), source.indexOf("<body>")))
                .replaceAll("(?s)<dc:(creator|date)>.*?</dc:\\1>", " ")
                .replaceAll("(?s)<text:note-citation>.*?</text:note-citation>", "")
                .replaceAll("<text:(change|span|a|date)[^>]*>|</text:(span|a|date)>", "")
                .replaceAll("<[^>]+>", " ");
        return new Odd(name, Content.of(docx), Set.of(remarks), words);
    }

    private static List<Odd> byHand() {
        return List.of(
                odd(
                        "a text box in two renderings",
                        "<w:p>" + r("Đoạn có khung")
                                + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx><w:txbxContent>"
                                + p("Chữ trong khung")
                                + "</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice>"
                                + "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" + p("Chữ trong khung")
                                + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                        "TEXT_BOX:Chữ trong khung"),
                odd(
                        "an image, a drawing and an embedded file",
                        "<w:p>" + r("Trước hình")
                                + "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='a' descr='Ảnh sân trường'/><a:graphic><a:graphicData>"
                                + "<pic:pic><pic:blipFill><a:blip r:embed='rId9'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
                                + "</wp:inline></w:drawing></w:r><w:r><w:pict><v:line from='0,0' to='9,0'/></w:pict></w:r>"
                                + "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12' r:id='rId8'/></w:object></w:r></w:p>",
                        "IMAGE:Ảnh sân trường",
                        "DRAWING:",
                        "OBJECT:Excel.Sheet.12"),
                new Odd(
                        "a chart",
                        Docx.of(HEADING
                                        + "<w:p>" + r("Trước biểu đồ")
                                        + "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
                                        + "<c:chart r:id='rId7'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
                                        + CLOSING)
                                .related(
                                        "rId7",
                                        "chart",
                                        "chart1.xml",
                                        "<c:chartSpace " + Docx.NAMES
                                                + "><c:chart><c:title><a:t>Số sách mượn</a:t></c:title><c:v>12</c:v></c:chart></c:chartSpace>")
                                .file(),
                        Set.of("CHART:Số sách mượn 12"),
                        "Trước biểu đồ Số sách mượn 12 Nơi nhận Như trên Lưu VT"),
                odd(
                        "an equation and a smart tag",
                        "<w:p>" + r("Diện tích là ") + "<m:oMath><m:r><m:t>S=a×b</m:t></m:r></m:oMath>"
                                + "<w:smartTag w:element='place'>" + r(" tại Hải Phòng") + "</w:smartTag></w:p>",
                        "EQUATION:S=a×b"),
                odd(
                        "content controls of all sizes",
                        "<w:sdt><w:sdtContent>" + p("Đoạn trong ô điền")
                                + "</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>" + r("Chữ trong ô điền")
                                + "</w:sdtContent></w:sdt></w:p>",
                        "CONTROL:"),
                odd(
                        "letters of before Unicode",
                        "<w:p>"
                                + r(
                                        "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>",
                                        "Tr\u00ad\u00eang ti\u00d3u h\u00e4c")
                                + r("<w:rFonts w:ascii='VNI-Times' w:hAnsi='VNI-Times'/>", " toå chöùc") + "</w:p>",
                        "LEGACY_TCVN3:",
                        "LEGACY_VNI:"),
                odd(
                        "composed letters, soft hyphens, signs of direction",
                        p("Nhà trươ\u0300ng thông\u00ad báo\u200f kê\u0301t quả"),
                        "NFD:",
                        "SOFT_HYPHEN:",
                        "INVISIBLE:"),
                odd(
                        "signs of symbol fonts",
                        "<w:p>" + r("Nhiệt độ ") + "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + r(" ba mươi")
                                + "<w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r></w:p>",
                        "SYMBOL:≥",
                        "UNKNOWN_SYMBOL:Wingdings 4a"),
                odd(
                        "hidden words, underlined words, tabs and breaks",
                        "<w:p>" + r("<w:vanish/>", "Chữ ẩn") + r("<w:u w:val='single'/>", "Gạch chân")
                                + "<w:r><w:tab/></w:r>" + r("sau tab") + "<w:r><w:br/></w:r>" + r("dòng mới")
                                + "<w:r><w:br w:type='page'/></w:r></w:p>",
                        "HIDDEN:Chữ ẩn",
                        "DECORATION:",
                        "TAB:",
                        "PAGE_BREAK:"),
                odd(
                        "moves and changes of form",
                        "<w:p><w:moveFrom><w:r><w:t>chuyển đi</w:t></w:r></w:moveFrom>" + r("giữa ") + "<w:moveTo>"
                                + r("chuyển đi")
                                + "</w:moveTo><w:r><w:rPr><w:rPrChange/></w:rPr><w:t> định dạng</w:t></w:r></w:p>",
                        "MOVE:chuyển đi",
                        "FORMAT_CHANGE:"),
                odd(
                        "fields over several runs",
                        "<w:p>" + r("Ngày ")
                                + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
                                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("05/3/2026")
                                + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
                        "FIELD:DATE"),
                odd("words of another file", p("Đoạn còn lại") + "<w:altChunk r:id='rId5'/>", "OTHER_FILE:"));
    }

    private static Odd odd(String name, String body, String... remarks) {
        // No word of these files is parted between two runs.
        String words = body.replaceAll("<w:instrText>.*?</w:instrText>", "").replaceAll("<[^>]+>", " ");
        // What is written in a code of its own is asked for by the tests of that code.
        String unicode = words.matches("(?s).*[\u00ad\u0300-\u036f\u00e5\u00f8].*") ? "" : words;
        return new Odd(
                name, Docx.of(HEADING + body + CLOSING).file(), Set.of(remarks), unicode + " Nơi nhận Như trên Lưu VT");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("made")
    void isReadWithATrueAccount(Odd odd) {
        WordDraft draft = WordReader.read(odd.file());
        Set<String> told = draft.remarks().stream()
                .map(it -> it.sort() + ":" + it.words())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).as("account").isEqualTo(new TreeSet<>(odd.remarks()));
        assertThat(words(odd.words())).as("words of the source").isNotEmpty().isSubsetOf(words(everything(draft)));
        assertThat(draft.recipients()).hasSize(2);
    }

    /** All that the document says, and all that the account tells. */
    private static String everything(WordDraft draft) {
        var document = draft.asTyped(
                WordCheck.NO_AGENCY,
                WordCheck.NO_SIGNATORY,
                vn.antin.compose.DemonstrationBodies.ID,
                vn.antin.compose.DemonstrationBodies.CODE);
        var words = new ArrayList<String>();
        Passage.of(document).forEach(it -> words.add(it.text().plain()));
        draft.understood().forEach(it -> words.add(it.words()));
        draft.remarks().forEach(it -> words.add(it.words()));
        draft.body().forEach(it -> {
            if (it instanceof Block.Item item) {
                words.add(item.typed());
            }
        });
        return String.join(" ", words);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .toLowerCase(Locale.ROOT)
                        .split(" "))
                .filter(it -> !it.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void oldCodesBecomeTheRightLetters() {
        var draft = WordReader.read(byHand().stream()
                .filter(it -> it.name().startsWith("letters of before"))
                .findFirst()
                .orElseThrow()
                .file());
        assertThat(plain(draft)).containsExactly("Trường tiểu học tổ chức");
    }

    @Test
    void composedLettersBecomeOne() {
        var draft = WordReader.read(byHand().stream()
                .filter(it -> it.name().startsWith("composed"))
                .findFirst()
                .orElseThrow()
                .file());
        assertThat(plain(draft)).containsExactly("Nhà trường thông báo kết quả");
    }

    private static List<String> plain(WordDraft draft) {
        return draft.body().stream()
                .map(it -> switch (it) {
                    case Block.Paragraph paragraph -> paragraph.text().plain();
                    case Block.Item item -> item.marker() + " " + item.text().plain();
                    case Block.Centred line -> line.text().plain();
                    case Block.Table table -> "";
                })
                .toList();
    }

    @Test
    void listsOfLibreOfficeKeepTheirLevels() throws IOException {
        try (var office = new LibreOffice()) {
            var draft = WordReader.read(office(office, "lists.fodt").file());
            assertThat(plain(draft))
                    .containsExactly(
                            "Nhà trường tổ chức như sau:",
                            "I. MỤC ĐÍCH",
                            "1. Khoản một",
                            "a) Điểm thứ nhất",
                            "b) Điểm thứ hai",
                            "2. Khoản hai",
                            "II. TỔ CHỨC",
                            "1. Khoản đánh lại",
                            "- Gạch đầu dòng",
                            "+ Dấu cộng");
            assertThat(draft.legalBases())
                    .extracting(Inline.Text::plain)
                    .containsExactly("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;");
        }
    }

    @Test
    void mergedCellsOfLibreOfficeStayMerged() throws IOException {
        try (var office = new LibreOffice()) {
            var draft = WordReader.read(office(office, "tables.fodt").file());
            var table = draft.body().stream()
                    .filter(Block.Table.class::isInstance)
                    .map(Block.Table.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(table.rows().get(1).cells())
                    .extracting(Block.Cell::rowSpan)
                    .containsExactly(2, 1);
            assertThat(table.rows().get(1).cells())
                    .extracting(Block.Cell::columnSpan)
                    .containsExactly(1, 2);
            assertThat(table.rows().get(2).cells()).hasSize(2);
        }
    }

    @Test
    void aHeadOfTabsIsAHead() {
        var draft = WordReader.read(Docx.of("<w:p>" + r("UBND HUYỆN A") + "<w:r><w:tab/></w:r>"
                        + r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + "</w:p>"
                        + "<w:p>" + r("<w:b/>", "TRƯỜNG TIỂU HỌC B") + "<w:r><w:tab/></w:r>"
                        + r("Độc lập - Tự do - Hạnh phúc")
                        + "</w:p><w:p>" + r("Số: 12/KH-THB") + "<w:r><w:tab/></w:r>"
                        + r("Hải Phòng, ngày 05 tháng 3 năm 2026")
                        + "</w:p>" + HEADING + p("Nội dung kế hoạch./.")
                        + "<w:p>" + r("Nơi nhận:") + "<w:r><w:tab/></w:r>" + r("HIỆU TRƯỞNG") + "</w:p>"
                        + p("- Như trên;")
                        + "<w:p>" + r("- Lưu: VT.") + "<w:r><w:tab/></w:r>" + r("Nguyễn Văn Bình") + "</w:p>")
                .file());
        var typed = draft.asTyped(
                WordCheck.NO_AGENCY,
                WordCheck.NO_SIGNATORY,
                vn.antin.compose.DemonstrationBodies.ID,
                vn.antin.compose.DemonstrationBodies.CODE);
        assertThat(typed.issuer().superior()).isEqualTo("UBND HUYỆN A");
        assertThat(typed.issuer().name()).isEqualTo("TRƯỜNG TIỂU HỌC B");
        assertThat(draft.symbol()).isEqualTo("KH-THB");
        assertThat(draft.recipients()).containsExactly("Như trên;", "Lưu: VT.");
        assertThat(typed.signatory().fullName()).isEqualTo("Nguyễn Văn Bình");
        assertThat(typed.signatory().authority().lines()).containsExactly("HIỆU TRƯỞNG");
        assertThat(draft.body()).hasSize(1);
        assertThat(draft.remarks()).extracting(Remark::sort).isSubsetOf(Sort.TAB);
    }

    @Test
    void numberingByStyleAndStartsAnewAreComputedAsWordShowsThem() {
        String numbering = "<w:numbering " + Docx.NAMES + "><w:abstractNum w:abstractNumId='0'>"
                + "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>"
                + "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
                + "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>"
                + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
                + "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>";
        String styles = "<w:styles " + Docx.NAMES
                + "><w:style w:type='paragraph' w:styleId='Muc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
        java.util.function.BiFunction<Integer, String, String> item =
                (depth, text) -> p("<w:numPr><w:ilvl w:val='" + depth + "'/><w:numId w:val='1'/></w:numPr>", r(text));
        var draft = WordReader.read(Docx.of(HEADING
                        + p("<w:pStyle w:val='Muc'/>", r("PHẦN MỘT"))
                        + item.apply(1, "một")
                        + item.apply(2, "a")
                        + item.apply(2, "b")
                        + item.apply(2, "c")
                        + item.apply(2, "d")
                        + item.apply(2, "thứ năm")
                        + item.apply(1, "hai")
                        + p("<w:pStyle w:val='Muc'/>", r("PHẦN HAI"))
                        + item.apply(1, "lại một")
                        + p("<w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>", r("từ năm"))
                        + CLOSING)
                .related("rId2", "numbering", "numbering.xml", numbering)
                .related("rId3", "styles", "styles.xml", styles)
                .file());
        assertThat(draft.body().stream().map(it -> ((Block.Item) it).typed()))
                .containsExactly("I.", "1.", "a)", "b)", "c)", "d)", "e)", "2.", "II.", "1.", "5.");
        // What it means is counted by us: the fifth point is đ.
        assertThat(plain(draft).get(6)).isEqualTo("đ) thứ năm");
    }
}
