package vn.antin.word;

import static vn.antin.word.Docx.p;
import static vn.antin.word.Docx.r;

import vn.antin.kernel.Content;

/** Word files made by hand, for tests of other rooms. */
public final class WordSampleFiles {
    private WordSampleFiles() {}

    /** A plan with a comment, a tracked deletion, wrong letters and no file copy. */
    public static Content faultyPlan() {
        return Docx.of("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
                        + Docx.cell(p("UBND XÃ TIÊN MINH") + p("TRƯỜNG TIỂU HỌC TOÀN THẮNG") + p("Số: 05 /KH-THTT"))
                        + Docx.cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                                + p("Độc lập - Tự do - Hạnh phúc")
                                + p("Tiên Minh, ngày 5 tháng 3 năm 2026"))
                        + "</w:tr></w:tbl>"
                        + p("<w:jc w:val='center'/>", r("<w:b/>", "KẾ HOẠCH"))
                        + p("<w:jc w:val='center'/>", r("<w:b/>", "Tổ chức ngày hội đọc sách"))
                        + p("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;")
                        + p("Thủ tướng chính phủ giao các trường tổ chức ngày hội như sau:")
                        + p("<w:jc w:val='both'/>", r("<w:b/>", "I. MỤC ĐÍCH"))
                        + p("a) Khuyến khích học sinh đọc sách.")
                        + "<w:p>" + r("c) Xây dựng thói quen ")
                        + "<w:del w:id='1' w:author='Lan'><w:r><w:delText>rất </w:delText></w:r></w:del>"
                        + r("đọc sách.") + "</w:p>"
                        + p("Nhà trường giao thư viện thực hiện.")
                        + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
                        + Docx.cell(p("Nơi nhận:") + p("- Các tổ chuyên môn;"))
                        + Docx.cell(p("HIỆU TRƯỞNG") + p("Phạm Thị Nga"))
                        + "</w:tr></w:tbl><w:p/>")
                .related(
                        "rId2",
                        "comments",
                        "comments.xml",
                        "<w:comments " + Docx.NAMES + "><w:comment w:id='0' w:author='Bình'>" + p("Xem lại giúp tôi")
                                + "</w:comment></w:comments>")
                .file();
    }
}
