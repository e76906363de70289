package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.antin.check.Finding;
import vn.antin.check.Gate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Seed;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentKind;

/** The customer's five documents as somebody types them into Word, without styles and with their faults. */
class SeedsTypedIntoWordTests {
    private static final WordCheck CHECK = new WordCheck(new Gate(Clock.systemUTC()));
    private static final Map<String, List<Finding>> FINDINGS = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            004 | NumberLineIsWritten        | Phụ lục I, Phần I, II.3.c     | Số: 459 /CV-PGDĐT
            004 | LettersBearNoCv            | Phụ lục I, Phần I, II.3.b     | CV
            004 | SalutationHasItsColon      | Phụ lục I, Phần I, II.9.d     | Kính gửi
            000 | GroundsAreItalic           | Phụ lục I, Phần I, II.6.a     | Căn cứ Quyết định số 131/QĐ-TTg
            002 | RecipientsTitleIsExact     | Phụ lục I, Phần I, II.9.d     | Nơi nhận :
            000 | LegalBasesCloseInOrder     | Phụ lục I, Phần I, II.6.a     | năm học 2024 – 2025;
            003 | LegalBasesCloseInOrder     | Phụ lục I, Phần I, II.6.a     | Hải Phòng
            000 | GroundsBeginAsGrounds      | Phụ lục I, Phần I, II.6.a     | Thực hiện
            000 | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | đ) Rà soát, đầu tư mới
            000 | PointsAreVietnameseLetters | Phụ lục I, Phần I, II.6.đ     | f) Đẩy mạnh triển khai
            001 | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | e) Rà soát, đầu tư mới
            001 | PointsAreVietnameseLetters | Phụ lục I, Phần I, II.6.đ     | f)
            004 | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | đ) Triển khai, củng cố
            000 | NumbersAreNotRepeated      | Phụ lục I, Phần I, II.6.c, đ  | 2. Tiếp tục triển khai hiệu quả dịch vụ công
            003 | NumbersAreNotRepeated      | Phụ lục I, Phần I, II.6.c, đ  | V. KINH PHÍ
            003 | FileCopyNamesVtFirst       | Phụ lục I, Phần I, II.9.d     | Lưu: HS, VT.
            004 | SmallTitlesAreInSmallLetters | Phụ lục I, Phần I, II.6.đ   | KIỆN TOÀN TỔ CHỨC
            001 | AnnexesAreReferredTo       | Phụ lục I, Phần I, III.1.a    | ''
            003 | AnnexesReferredToAreThere  | Phụ lục I, Phần I, III.1.a    | Phụ lục kèm theo Kế hoạch này
            """)
    void eachKnownFaultIsFoundWithItsCitation(String name, String rule, String clause, String words) {
        List<Finding> findings = FINDINGS.computeIfAbsent(name, it -> {
            Seed seed =
                    Seed.all().filter(one -> one.name().equals(it)).findFirst().orElseThrow();
            return CHECK.check(typed(seed), WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY)
                    .findings();
        });
        assertThat(findings)
                .filteredOn(it -> it.rule().equals(rule))
                .as(findings.stream().map(Finding::rule).toList().toString())
                .anySatisfy(it -> {
                    assertThat(it.citation()).startsWith("Nghị định 30/2020/NĐ-CP, " + clause);
                    assertThat(it.place().quote() + it.what()).contains(words);
                });
    }

    /** The document in the paragraphs that people make: a table for the head, typed numbers, no style at all. */
    private static Content typed(Seed seed) {
        AdministrativeDocument it = seed.document();
        boolean letter = it.particulars().kind() == DocumentKind.LETTER;
        var notes = new ArrayList<String>();
        var body = new StringBuilder();
        String left = plain(String.valueOf(it.issuer().superior()), "")
                + plain(it.issuer().name(), "<w:b/>")
                + plain(scanned(seed, "Số:", "Số: /" + it.particulars().symbol()), "")
                + (letter ? plain("V/v " + it.particulars().subject(), "") : "");
        String right = plain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/>")
                + plain("Độc lập - Tự do - Hạnh phúc", "<w:b/>")
                + plain(
                        scanned(
                                seed,
                                it.issuer().place() + ", ngày",
                                it.issuer().place() + ", ngày 10 tháng 9 năm 2024"),
                        "<w:i/>");
        body.append("<w:tbl><w:tr>")
                .append(Docx.cell(left))
                .append(Docx.cell(right))
                .append("</w:tr></w:tbl>");
        if (!letter) {
            body.append(centred(it.particulars().kind().heading()))
                    .append(centred(it.particulars().subject()));
        }
        if (!it.addressees().isEmpty()) {
            body.append(plain(
                    scanned(seed, "Kính gửi", "Kính gửi: " + it.addressees().getFirst()), ""));
        }
        // The grounds of the data, whose closing marks are as they were typed.
        seed.file().path("data").path("legalBases").forEach(basis -> body.append(plain(basis.asString(), "")));
        it.body().forEach(block -> body.append(block(block, notes)));
        var recipients =
                new StringBuilder(plain(scanned(seed, "Nơi nhận", "Nơi nhận:").replace("*", ""), "<w:b/><w:i/>"));
        it.recipients().forEach(to -> recipients.append(plain("- " + to, "")));
        var signature = new StringBuilder();
        it.signatory().authority().lines().forEach(line -> signature.append(plain(line, "<w:b/>")));
        signature.append(plain(it.signatory().fullName(), "<w:b/>"));
        body.append("<w:tbl><w:tr>")
                .append(Docx.cell(recipients.toString()))
                .append(Docx.cell(signature.toString()))
                .append("</w:tr></w:tbl>");
        it.annexes().forEach(annex -> {
            body.append(centred(annex.heading())).append(centred(annex.title()));
            body.append(plain(annex.reference(), "<w:i/>"));
            annex.body().forEach(block -> body.append(block(block, notes)));
        });
        var footnotes = new StringBuilder();
        for (int i = 0; i < notes.size(); i++) {
            footnotes
                    .append("<w:footnote w:id='")
                    .append(i + 1)
                    .append("'>")
                    .append(plain(notes.get(i), ""))
                    .append("</w:footnote>");
        }
        return Docx.of(body.toString())
                .related(
                        "rId1",
                        "footnotes",
                        "footnotes.xml",
                        "<w:footnotes " + Docx.NAMES + ">" + footnotes + "</w:footnotes>")
                .file();
    }

    /** The line of the scan that begins so, or what would stand there. */
    private static String scanned(Seed seed, String beginning, String otherwise) {
        return seed.scan()
                .lines()
                .map(line -> line.strip().replaceAll("^[*#]+\\s*|\\**$", ""))
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse(otherwise);
    }

    private static String block(Block block, List<String> notes) {
        return switch (block) {
            case Block.Paragraph it -> "<w:p>" + runs(it.text(), false, notes) + "</w:p>";
            case Block.Centred it -> centred(it.text().plain());
            case Block.Item it ->
                "<w:p>" + Docx.r(it.titled() ? "<w:b/>" : "", it.typed() + " ") + runs(it.text(), it.titled(), notes)
                        + "</w:p>";
            case Block.Table it -> {
                var rows = new StringBuilder("<w:tbl>");
                it.rows().forEach(row -> {
                    rows.append("<w:tr>");
                    row.cells()
                            .forEach(cell -> rows.append("<w:tc><w:tcPr><w:gridSpan w:val='")
                                    .append(cell.columnSpan())
                                    .append("'/></w:tcPr><w:p>")
                                    .append(runs(cell.text(), cell.bold(), notes))
                                    .append("</w:p></w:tc>"));
                    rows.append("</w:tr>");
                });
                yield rows.append("</w:tbl>").toString();
            }
        };
    }

    private static String runs(Inline.Text text, boolean bold, List<String> notes) {
        var runs = new StringBuilder();
        for (Inline part : text.parts()) {
            switch (part) {
                case Inline.Run run ->
                    runs.append(Docx.r(
                            (bold || run.bold() ? "<w:b/>" : "") + (run.italic() ? "<w:i/>" : ""),
                            escaped(run.text())));
                case Inline.Break line -> runs.append("<w:r><w:br/></w:r>");
                case Inline.Footnote note -> {
                    notes.add(note.note().plain());
                    runs.append("<w:r><w:footnoteReference w:id='")
                            .append(notes.size())
                            .append("'/></w:r>");
                }
            }
        }
        return runs.toString();
    }

    private static String plain(String text, String properties) {
        return "<w:p>" + Docx.r(properties, escaped(text)) + "</w:p>";
    }

    private static String centred(String text) {
        return Docx.p("<w:jc w:val='center'/>", Docx.r("<w:b/>", escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
