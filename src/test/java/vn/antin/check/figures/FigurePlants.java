package vn.antin.check.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.antin.check.Plant;
import vn.antin.check.wording.Change;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.SchoolYear;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;

/** How mistakes of figures, dates, counts and references are planted. */
public final class FigurePlants implements Plant.Bed {
    @Override
    public List<Plant> plants() {
        var plants = new ArrayList<Plant>();
        said(
                plants,
                "SchoolYearsAreTwoYearsRunning",
                "So với năm học 2023-2025, số lớp không đổi.",
                "So với năm học 2025-2024, số lớp không đổi.");
        plants.add(Plant.said("SchoolYearIsTheSubjects", "the year before", repeatsItsSubject(-1)));
        plants.add(Plant.said("SchoolYearIsTheSubjects", "two years before", repeatsItsSubject(-2)));
        said(
                plants,
                "DatesExist",
                "Hội thi tổ chức ngày 31/4/2098.",
                "Hội thi tổ chức ngày 30 tháng 02 năm 2098.",
                "Hội thi tổ chức ngày 12/13/2098.");
        said(
                plants,
                "WeekdaysFitTheirDate",
                "Chào cờ vào thứ Ba, ngày 15 tháng 9 năm 2025.",
                "Hội thi tổ chức Chủ nhật, ngày 17/11/2025.");
        said(
                plants,
                "PeriodsRunForward",
                "Thời gian từ ngày 20/5/2098 đến ngày 15/5/2098.",
                "Áp dụng cho giai đoạn 2030-2026.",
                "Thực hiện từ tháng 9/2098 đến tháng 5/2098.");
        for (DocumentKind kind : List.of(DocumentKind.PLAN, DocumentKind.LETTER, DocumentKind.NOTICE)) {
            plants.add(Plant.said(
                    "DeadlinesAreAhead",
                    kind.name(),
                    Change.only(
                            kind,
                            Change.blocks(
                                    paragraph("Các tổ gửi báo cáo trước ngày 20/10/2019."),
                                    paragraph("Số liệu dùng chung đến hết năm học 2098-2099.")))));
        }
        plants.add(Plant.said(
                "ColumnsAddUp",
                "one too many",
                Change.blocks(Change.table(
                        "TT|Khối|Số lớp|Học sinh", "1|Khối 1|6|201", "2|Khối 2|5|180", "|Tổng cộng|12|381"))));
        plants.add(Plant.said(
                "ColumnsAddUp",
                "an amount",
                Change.blocks(Change.table(
                        "TT|Nội dung|Kinh phí", "1|Sách|1.200.000", "2|Giá sách|2.500.000", "|Cộng|3.600.000"))));
        plants.add(Plant.said(
                "RowsAddUp",
                "the last row",
                Change.blocks(Change.table(
                        "TT|Lớp|Nam|Nữ|Tổng", "1|1A|15|17|32", "2|1B|16|16|32", "3|1C|14|15|29", "4|1D|14|18|33"))));
        plants.add(Plant.said(
                "RowsAddUp",
                "the first row",
                Change.blocks(Change.table(
                        "TT|Lớp|Nam|Nữ|Cộng", "1|1A|15|17|31", "2|1B|16|16|32", "3|1C|14|15|29", "4|1D|14|18|32"))));
        plants.add(Plant.said(
                "RunningNumbersRun",
                "one left out",
                Change.blocks(Change.table("TT|Việc", "1|Một", "2|Hai", "4|Bốn"))));
        plants.add(Plant.said(
                "RunningNumbersRun", "one twice", Change.blocks(Change.table("STT|Việc", "1|Một", "2|Hai", "2|Ba"))));
        plants.add(Plant.said(
                "ScoresKeepTheirMaximum",
                "one point",
                Change.blocks(Change.table(
                        "TT|Tiêu chí|Điểm tối đa|Điểm tự đánh giá", "1|Dạy, học|30|31", "2|Quản trị|20|15"))));
        plants.add(Plant.said(
                "ScoresKeepTheirMaximum",
                "half a point",
                Change.blocks(
                        Change.table("TT|Tiêu chí|Điểm tối đa|Điểm đạt", "1|Dạy, học|30|28", "2|Quản trị|20|20,5"))));
        said(plants, "PercentagesFitTheirParts", "Có 45/50 học sinh (95%) tham gia.", "Có 30/40 giáo viên, đạt 70,5%.");
        said(plants, "PartsKeepWithinTheWhole", "Có 52/50 học sinh tham gia.", "Học sinh nữ chiếm 120%.");
        said(
                plants,
                "AmountsAgreeWithTheirWords",
                "Kinh phí 1.500.000 đồng (Một triệu bốn trăm nghìn đồng).",
                "Kinh phí 25.000.000 đồng (bằng chữ: hai mươi lăm nghìn đồng).");
        plants.add(Plant.said(
                "CountsFitTheirLists",
                "a table",
                Change.blocks(
                        paragraph("Tổ công tác gồm 4 ông, bà có tên sau:"),
                        Change.table("TT|Họ và tên", "1|Nguyễn Văn Bình", "2|Trần Thị Hà"))));
        plants.add(Plant.said(
                "CountsFitTheirLists",
                "dashes",
                Change.blocks(
                        paragraph("Nhà trường thực hiện ba nhiệm vụ sau đây:"),
                        Change.dash("Quét sân trường;"),
                        Change.dash("Trồng cây."),
                        paragraph("Các lớp cùng tham gia."))));
        plants.add(Plant.said("OwnArticlesExist", "recipients", Change.recipient(it -> {
            var changed = new ArrayList<>(it);
            changed.replaceAll(line -> line.startsWith("Như Điều") ? "Như Điều 99;" : line);
            return changed;
        })));
        plants.add(Plant.said(
                "OwnArticlesExist",
                "text",
                Change.only(
                        DocumentKind.DECISION, Change.paragraph("Các ông, bà có tên tại Điều 77 chịu trách nhiệm."))));
        plants.add(Plant.said(
                "OwnSectionsExist",
                "a part",
                Change.only(DocumentKind.PLAN, Change.paragraph("Các tổ thực hiện theo mục XIX Kế hoạch này."))));
        plants.add(Plant.said(
                "OwnSectionsExist",
                "a clause",
                Change.only(DocumentKind.PLAN, Change.paragraph("Các tổ thực hiện nội dung tại mục I.47."))));
        said(plants, "OwnAnnexesExist", "Số liệu ở Phụ lục XIX.", "Danh mục sách ở Phụ lục XX.");
        said(plants, "AnnexesAreCounted", "Kèm theo Kế hoạch này 19 phụ lục.", "Hồ sơ gồm 17 phụ lục.");
        String line = "Các lớp giữ gìn vệ sinh sân trường và chăm sóc bồn hoa được giao";
        plants.add(Plant.said(
                "ParagraphsAreNotRepeated", "paragraphs", Change.blocks(paragraph(line + "."), paragraph(line + "."))));
        plants.add(Plant.said(
                "ParagraphsAreNotRepeated", "dashes", Change.blocks(Change.dash(line + ";"), Change.dash(line + "."))));
        plants.add(Plant.said(
                "SpeaksOfItsOwnKind",
                "a plan",
                Change.only(DocumentKind.PLAN, Change.paragraph("Trên đây là Báo cáo của nhà trường."))));
        plants.add(Plant.said(
                "SpeaksOfItsOwnKind",
                "a report",
                Change.only(DocumentKind.REPORT, Change.paragraph("Trên đây là Kế hoạch của nhà trường."))));
        return plants;
    }

    private static UnaryOperator<AdministrativeDocument> repeatsItsSubject(int years) {
        return document -> {
            String subject = document.particulars().subject();
            var own = SchoolYear.in(subject);
            if (own.size() != 1 || own.getFirst().start() < 30) {
                return document;
            }
            String year =
                    (own.getFirst().from() + years) + "-" + (own.getFirst().to() + years);
            return Change.paragraph("Nhà trường chú trọng nội dung "
                            + Prose.uncapitalised(
                                    subject.substring(0, own.getFirst().start())) + year + ".")
                    .apply(document);
        };
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(Inline.Text.plain(text));
    }

    private static void said(List<Plant> plants, String rule, String... paragraphs) {
        for (int i = 0; i < paragraphs.length; i++) {
            plants.add(Plant.said(rule, "paragraph " + (i + 1), Change.paragraph(paragraphs[i])));
        }
    }
}
