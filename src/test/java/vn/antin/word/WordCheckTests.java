package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import vn.antin.LibreOffice;
import vn.antin.check.Gate;
import vn.antin.kernel.Content;

class WordCheckTests {
    private static final WordCheck CHECK = new WordCheck(new Gate(Clock.systemUTC()));

    /** A letter without the file copy, and without the end mark. */
    private static final Content FAULTY = Docx.of("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
                    + Docx.cell(Docx.p("TRƯỜNG TIỂU HỌC A") + Docx.p("Số: 05/THA-VP") + Docx.p("V/v nộp báo cáo"))
                    + Docx.cell(Docx.p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                            + Docx.p("Độc lập - Tự do - Hạnh phúc")
                            + Docx.p("Hải Phòng, ngày 05 tháng 3 năm 2026"))
                    + "</w:tr></w:tbl>"
                    + Docx.p("Kính gửi: Các tổ chuyên môn")
                    + "<w:p>" + Docx.r("Đề nghị các tổ ") + Docx.r("<w:b/>", "nộp báo cáo") + Docx.r(" đúng hạn.")
                    + "</w:p>"
                    + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + Docx.cell(Docx.p("Nơi nhận:") + Docx.p("- Như trên;"))
                    + Docx.cell(Docx.p("HIỆU TRƯỞNG") + Docx.p("Nguyễn Văn A")) + "</w:tr></w:tbl><w:p/>")
            .part("word/media/image1.png", new byte[] {1, 2, 3})
            .file();

    @Test
    void findingsBecomeCommentsWhereTheyBelong() throws Exception {
        var checked = CHECK.check(FAULTY, WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY);
        assertThat(checked.findings()).extracting(it -> it.rule()).contains("RecipientsEndWithTheFileCopy");
        try (var opened =
                new XWPFDocument(new ByteArrayInputStream(checked.copy().bytes()))) {
            assertThat(opened.getComments()).hasSameSizeAs(checked.findings());
            assertThat(opened.getComments())
                    .allSatisfy(it -> assertThat(it.getAuthor()).isEqualTo("Ấn Tín"));
            assertThat(opened.getComments())
                    .extracting(it -> it.getText())
                    .anySatisfy(it -> assertThat(it).contains("Phải sửa", "Lưu: VT", "Nghị định 30/2020/NĐ-CP"));
        }
        assertThat(WordWriterTests.invalid(checked.copy())).isEmpty();
        try (var office = new LibreOffice()) {
            String text = new String(
                    office.converted(checked.copy().bytes(), ".docx", "fodt"), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text.split("<office:annotation ", -1))
                    .hasSize(checked.findings().size() + 1);
        }
    }

    @Test
    void everythingElseStaysByteForByte() throws IOException {
        var checked = CHECK.check(FAULTY, WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY);
        Map<String, byte[]> before = parts(FAULTY);
        Map<String, byte[]> after = parts(checked.copy());
        assertThat(after.keySet()).containsAll(before.keySet());
        for (String name : before.keySet()) {
            if (!name.matches("\\[Content_Types].xml|.*\\.rels|word/document.xml")) {
                assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
            }
        }
        // The words are the same ones.
        assertThat(WordReader.read(checked.copy()).body())
                .isEqualTo(WordReader.read(FAULTY).body());
    }

    @Test
    void commentsAreAddedToThoseThatAreThere() throws Exception {
        Content once =
                CHECK.check(FAULTY, WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY).copy();
        var twice = CHECK.check(once, WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY);
        try (var opened = new XWPFDocument(new ByteArrayInputStream(twice.copy().bytes()))) {
            assertThat(opened.getComments()).hasSize(2 * twice.findings().size());
            assertThat(opened.getComments()).extracting(it -> it.getId()).doesNotHaveDuplicates();
        }
        assertThat(twice.draft().remarks()).extracting(Remark::sort).contains(Remark.Sort.COMMENT);
    }

    private static Map<String, byte[]> parts(Content file) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
