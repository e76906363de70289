package vn.antin.check.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.check.wording.Draft;
import vn.antin.kernel.DocumentKind;

/** For each rule: what it finds and how it mends it, and sound figures that look alike. */
class FigureRulesTests {
    private static List<String> found(Rule rule, String... lines) {
        return told(Draft.plan(lines).breaches(rule));
    }

    private static List<String> told(List<Rule.Breach> breaches) {
        assertThat(breaches).allSatisfy(it -> {
            assertThat(it.place().quote()).isNotEmpty();
            assertThat(it.what()).endsWith(".");
            assertThat(it.mend()).isNotEmpty();
        });
        return breaches.stream()
                .map(it -> it.place().quote() + (it.replacement().isEmpty() ? "" : " → " + it.replacement()))
                .toList();
    }

    @Test
    void schoolYearsAreTwoYearsRunning() {
        var rule = new SchoolYearsAreTwoYearsRunning();
        assertThat(found(rule, "Năm học 2026-2025 và năm học 2025 - 2027."))
                .containsExactly("2026-2025 → 2025-2026", "2025 - 2027");
        assertThat(found(rule, "Năm học 2025-2026, năm học 2025 – 2026; giai đoạn 2021-2025; các năm học 2020-2025."))
                .isEmpty();
    }

    @Test
    void schoolYearIsTheSubjects() {
        var rule = new SchoolYearIsTheSubjects();
        assertThat(found(
                        rule,
                        "Nhà trường xây dựng Kế hoạch triển khai nhiệm vụ chuyển đổi số năm học 2025-2026 như sau:"))
                .containsExactly("2025-2026 → 2026-2027");
        assertThat(told(Draft.plan("Nội dung.")
                        .with("TRIỂN KHAI NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM HỌC 2025-2026", "Phụ lục có nội dung.")
                        .breaches(rule)))
                .containsExactly("2025-2026 → 2026-2027");
        assertThat(
                        found(
                                rule,
                                "Nhà trường triển khai nhiệm vụ chuyển đổi số năm học 2026-2027.",
                                "Kết quả năm học 2025-2026: đạt.",
                                "Thực hiện Kế hoạch số 15/KH-SGDĐT của Sở về triển khai nhiệm vụ chuyển đổi số năm học 2025-2026."))
                .isEmpty();
        assertThat(told(Draft.plan("Tổng kết nhiệm vụ chuyển đổi số năm học 2025-2026 rất tốt.")
                        .about("Tổng kết nhiệm vụ chuyển đổi số năm học 2025-2026, phương hướng năm học 2026-2027")
                        .breaches(rule)))
                .isEmpty();
    }

    @Test
    void datesExist() {
        var rule = new DatesExist();
        assertThat(rule.severity()).isEqualTo(Severity.ERROR);
        assertThat(found(rule, "Trước ngày 31/4/2027; ngày 30 tháng 02 năm 2027; hạn 29/02/2027; ngày 12/13/2026."))
                .containsExactly("ngày 31/4/2027", "ngày 30 tháng 02 năm 2027", "29/02/2027", "ngày 12/13/2026");
        assertThat(found(
                        rule,
                        "Ngày 29/02/2028; 30/4/2027; công văn 45/50/2025; tỷ lệ 12/30; số 31/2025/TT; 1.31.2025."))
                .isEmpty();
    }

    @Test
    void weekdaysFitTheirDate() {
        var rule = new WeekdaysFitTheirDate();
        assertThat(found(rule, "Họp thứ Ba, ngày 15 tháng 9 năm 2025 và Chủ nhật (21/11/2026)."))
                .containsExactly(
                        "thứ Ba, ngày 15 tháng 9 năm 2025 → thứ Hai, ngày 15 tháng 9 năm 2025",
                        "Chủ nhật (21/11/2026 → thứ Bảy (21/11/2026");
        assertThat(found(rule, "Họp thứ Hai, ngày 15/9/2025; thứ 2, ngày 15/9/2025; lần thứ ba vào ngày 15/9/2025."))
                .isEmpty();
    }

    @Test
    void periodsRunForward() {
        var rule = new PeriodsRunForward();
        assertThat(found(
                        rule,
                        "Từ ngày 20/5/2027 đến ngày 15/5/2027; giai đoạn 2030-2026; từ tháng 9/2027 đến tháng 5/2027."))
                .containsExactlyInAnyOrder(
                        "ngày 20/5/2027 đến ngày 15/5/2027", "giai đoạn 2030-2026", "từ tháng 9/2027 đến tháng 5/2027");
        assertThat(
                        found(
                                rule,
                                "Từ ngày 15/5/2027 đến ngày 20/5/2027; giai đoạn 2026-2030; từ tháng 9/2026 đến tháng 5/2027; gửi trước ngày 20/5/2027, họp ngày 15/5/2027."))
                .isEmpty();
    }

    @Test
    void deadlinesAreAhead() {
        var rule = new DeadlinesAreAhead();
        assertThat(found(rule, "Các tổ gửi báo cáo về Ban Giám hiệu trước ngày 20/10/2026."))
                .containsExactly("ngày 20/10/2026");
        assertThat(found(
                        rule,
                        "Các tổ gửi báo cáo trước ngày 20/12/2026.",
                        "Các tổ đã gửi báo cáo trước ngày 20/10/2026.",
                        "Luật có hiệu lực từ ngày 01/01/2026."))
                .isEmpty();
        Draft late = Draft.plan("Các tổ gửi báo cáo trước ngày 20/10/2026.");
        assertThat(told(late.of(DocumentKind.REPORT).breaches(rule))).isEmpty();
        assertThat(told(late.at(LocalDate.of(2027, 9, 15)).breaches(rule))).isEmpty();
    }

    @Test
    void columnsAddUp() {
        var rule = new ColumnsAddUp();
        assertThat(found(
                        rule,
                        "| TT | Khối | Số lớp | Học sinh | Tỷ lệ |",
                        "|--|--|--|--|--|",
                        "| 1 | Khối 1 | 6 | 1.201 | 50,1% |",
                        "| 2 | Khối 2 | 5 | 180 | 49,9% |",
                        "| | Tổng cộng | 12 | 1.381 | 100% |"))
                .containsExactly("12");
        assertThat(found(
                        rule,
                        "| TT | Khối | Số lớp | Điểm | Kinh phí |",
                        "|--|--|--|--|--|",
                        "| 1 | Khối 1 | 6 | 8,5 | 1,25 |",
                        "| 2 | Khối 2 | - | 9,5 | 2,75 |",
                        "| 3 | Khối 3 | | 7,0 | 3 |",
                        "| Tổng || 6 | 8,3 | 7 |",
                        "Bảng có nhóm:",
                        "| TT | Nội dung | Số |",
                        "|--|--|--|",
                        "| I | Nhóm một | 5 |",
                        "| 1 | Một | 2 |",
                        "| 2 | Hai | 3 |",
                        "| | Tổng cộng | 5 |",
                        "Bảng khác:",
                        "| TT | Nội dung | Số |",
                        "|--|--|--|",
                        "| 1 | Một | 2 |",
                        "| 2 | Hai | khoảng 3 |",
                        "| | Tổng cộng | 7 |"))
                .isEmpty();
    }

    @Test
    void rowsAddUp() {
        var rule = new RowsAddUp();
        assertThat(found(
                        rule,
                        "| TT | Lớp | Nam | Nữ | Tổng |",
                        "|--|--|--|--|--|",
                        "| 1 | 1A | 15 | 17 | 32 |",
                        "| 2 | 1B | 16 | 16 | 32 |",
                        "| 3 | 1C | 14 | 15 | 29 |",
                        "| 4 | 1D | 14 | 18 | 33 |"))
                .containsExactly("33");
        assertThat(found(
                        rule,
                        "| TT | Lớp | Sĩ số | Nữ | Tổng |",
                        "|--|--|--|--|--|",
                        "| 1 | 1A | 32 | 17 | 32 |",
                        "| 2 | 1B | 32 | 16 | 32 |",
                        "| 3 | 1C | 29 | 0 | 29 |"))
                .isEmpty();
    }

    @Test
    void runningNumbersRun() {
        var rule = new RunningNumbersRun();
        assertThat(found(rule, "| TT | Việc |", "|--|--|", "| 1 | Một |", "| 2 | Hai |", "| 4 | Bốn |", "| 5 | Năm |"))
                .containsExactly("4");
        assertThat(found(rule, "| STT | Việc |", "|--|--|", "| 1 | Một |", "| 1 | Hai |"))
                .containsExactly("1");
        assertThat(found(
                        rule,
                        "| TT | Việc |",
                        "|--|--|",
                        "| I | Nhóm |",
                        "| 1 | Một |",
                        "| 2 | Hai |",
                        "| II | Nhóm |",
                        "| 1 | Ba |",
                        "| 1.1 | Bốn |",
                        "| 2 | Năm |",
                        "| | Tổng |"))
                .isEmpty();
    }

    @Test
    void scoresKeepTheirMaximum() {
        var rule = new ScoresKeepTheirMaximum();
        assertThat(found(
                        rule,
                        "| TT | Tiêu chí | Điểm tối đa | Điểm tự đánh giá |",
                        "|--|--|--|--|",
                        "| 1 | Dạy, học | 30 | 28,5 |",
                        "| 2 | Quản trị | 20 | 22 |"))
                .containsExactly("22");
        assertThat(found(
                        rule,
                        "| TT | Tiêu chí | Điểm tối đa | Điểm tự đánh giá |",
                        "|--|--|--|--|",
                        "| 1 | Dạy, học | 100 | 78.5 |",
                        "| 2 | Điều kiện | bắt buộc | Đạt |"))
                .isEmpty();
    }

    @Test
    void percentagesFitTheirParts() {
        var rule = new PercentagesFitTheirParts();
        assertThat(found(rule, "Có 45/50 học sinh (95%) và 30/40 giáo viên, đạt 70,5%."))
                .containsExactly("45/50 học sinh (95%", "30/40 giáo viên, đạt 70,5%");
        assertThat(found(
                        rule,
                        "Có 45/50 học sinh (90%), 1/3 giáo viên (33%), 2/3 lớp (66%), 2/3 lớp (66,7%).",
                        "Trước ngày 15/10 đạt 90%; đến 10/12 học sinh đạt 95%; năm 2025/2026 đạt 90%.",
                        "Có 45/50 học sinh, trong đó 20 nữ, 95% đạt."))
                .isEmpty();
    }

    @Test
    void partsKeepWithinTheWhole() {
        var rule = new PartsKeepWithinTheWhole();
        assertThat(found(rule, "Có 52/50 học sinh đạt; nữ chiếm 120%."))
                .containsExactly("52/50 học sinh", "chiếm 120%");
        assertThat(
                        found(
                                rule,
                                "Có 50/52 học sinh; đạt 120% kế hoạch; chiếm 100%; trước 15/10 học sinh nộp; lớp 5/2 học sinh."))
                .isEmpty();
    }

    @Test
    void amountsAgreeWithTheirWords() {
        var rule = new AmountsAgreeWithTheirWords();
        assertThat(found(rule, "Kinh phí 1.500.000 đồng (Một triệu bốn trăm nghìn đồng)."))
                .containsExactly("1.500.000 đồng (Một triệu bốn trăm nghìn đồng)");
        assertThat(found(
                        rule,
                        "Kinh phí 1.500.000 đồng (Một triệu năm trăm nghìn đồng), 25.000 đồng (bằng chữ: hai mươi lăm nghìn đồng chẵn), 2.005.010.000 đồng (hai tỷ không trăm linh năm triệu không trăm mười nghìn đồng).",
                        "Thu 1.500.000 đồng (một triệu rưỡi đồng)."))
                .isEmpty();
    }

    @Test
    void countsFitTheirLists() {
        var rule = new CountsFitTheirLists();
        assertThat(found(
                        rule,
                        "Tổ công tác gồm 5 ông, bà có tên sau:",
                        "| TT | Họ và tên |",
                        "|--|--|",
                        "| 1 | Nguyễn Văn A |",
                        "| 2 | Trần Thị B |"))
                .containsExactly("gồm 5 ông, bà có tên sau:");
        assertThat(found(rule, "Nhà trường thực hiện ba nhiệm vụ sau đây:", "- Một;", "- Hai."))
                .containsExactly("thực hiện ba nhiệm vụ sau đây:");
        assertThat(found(
                        rule,
                        "Tổ công tác gồm 02 ông, bà có tên sau:",
                        "| TT | Họ và tên |",
                        "|--|--|",
                        "| 1 | Nguyễn Văn A |",
                        "| 2 | Trần Thị B |",
                        "Nhà trường thực hiện 02 nhiệm vụ sau:",
                        "a) Một:",
                        "- chi tiết;",
                        "b) Hai.",
                        "I. PHẦN",
                        "1. Các tổ có 3 giáo viên trở lên báo cáo:",
                        "a) Một."))
                .isEmpty();
    }

    @Test
    void ownArticlesExist() {
        var rule = new OwnArticlesExist();
        Draft decision = Draft.plan(
                        "Điều 1. Phân công các ông, bà.", "Điều 2. Các ông, bà tại Điều 7 có nhiệm vụ báo cáo.")
                .of(DocumentKind.DECISION)
                .to("Như Điều 5;", "Lưu: VT.");
        assertThat(told(decision.breaches(rule))).containsExactly("Như Điều 5 → Như Điều 2", "tại Điều 7");
        Draft sound = Draft.plan(
                        "Điều 1. Phân công theo quy định tại Điều 27 Luật Giáo dục.",
                        "Điều 2. Các ông, bà có tên tại Điều 1 chịu trách nhiệm; theo Điều 9 của Điều lệ.")
                .of(DocumentKind.DECISION)
                .to("Như Điều 2;", "Lưu: VT.");
        assertThat(told(sound.breaches(rule))).isEmpty();
    }

    @Test
    void ownSectionsExist() {
        var rule = new OwnSectionsExist();
        assertThat(found(
                        rule,
                        "I. MỤC ĐÍCH",
                        "II. NHIỆM VỤ",
                        "1. Thực hiện nội dung tại mục V.3.",
                        "Theo mục III Kế hoạch này."))
                .containsExactly("tại mục V.3", "Theo mục III");
        assertThat(found(
                        rule,
                        "I. MỤC ĐÍCH",
                        "II. NHIỆM VỤ",
                        "1. Theo mục I và mục II.1 nêu trên.",
                        "Theo mục V Kế hoạch số 15/KH-SGDĐT.",
                        "Tại mục IX Thông tư của Bộ."))
                .isEmpty();
    }

    @Test
    void ownAnnexesExist() {
        var rule = new OwnAnnexesExist();
        assertThat(told(Draft.plan("Theo Phụ lục I và Phụ lục III.")
                        .with("MỘT", "Nội dung.")
                        .with("HAI", "Nội dung.")
                        .breaches(rule)))
                .containsExactly("Phụ lục III");
        assertThat(told(Draft.plan("Theo Phụ lục I, Phụ lục II kèm theo.")
                        .with("MỘT", "Nội dung.")
                        .with("HAI", "Nội dung.")
                        .breaches(rule)))
                .isEmpty();
        assertThat(found(rule, "Theo Phụ lục III ban hành kèm theo Thông tư; Phụ lục V Nghị định số 30/2020/NĐ-CP."))
                .isEmpty();
    }

    @Test
    void annexesAreCounted() {
        var rule = new AnnexesAreCounted();
        assertThat(told(Draft.plan("Kèm theo Kế hoạch này 03 phụ lục.")
                        .with("MỘT", "Nội dung.")
                        .breaches(rule)))
                .containsExactly("Kèm theo Kế hoạch này 03 phụ lục");
        assertThat(told(Draft.plan("Kèm theo Kế hoạch này 01 phụ lục.")
                        .with("MỘT", "Nội dung.")
                        .breaches(rule)))
                .isEmpty();
        assertThat(found(rule, "Điền vào phụ lục; gồm 2 phụ lục của Thông tư.")).isEmpty();
    }

    @Test
    void paragraphsAreNotRepeated() {
        var rule = new ParagraphsAreNotRepeated();
        String line = "- Đẩy mạnh cải cách hành chính, tăng cường dịch vụ công trực tuyến";
        assertThat(found(rule, "1. Nhiệm vụ", "- Việc khác;", line + ";", line + ".", "Hết."))
                .containsExactly(line.substring(2) + ".");
        assertThat(found(
                        rule,
                        "I. MỤC TIÊU",
                        line + ".",
                        "- Việc khác;",
                        line + ".",
                        "II. NHIỆM VỤ",
                        line + ".",
                        "- Như trên;",
                        "- Như trên."))
                .isEmpty();
        assertThat(found(
                        rule,
                        "Địa chỉ: xã Tiên Minh, thành phố Hải Phòng;",
                        "Bên B:",
                        "Địa chỉ: xã Tiên Minh, thành phố Hải Phòng."))
                .isEmpty();
    }

    @Test
    void speaksOfItsOwnKind() {
        var rule = new SpeaksOfItsOwnKind();
        assertThat(found(rule, "Trên đây là Báo cáo chuyển đổi số của nhà trường."))
                .containsExactly("Trên đây là Báo cáo");
        assertThat(found(rule, "Quyết định này có hiệu lực từ ngày ký.")).containsExactly("Quyết định này có hiệu lực");
        assertThat(found(rule, "Trên đây là kế hoạch của nhà trường; trên đây là nội dung; báo cáo kết quả."))
                .isEmpty();
        assertThat(told(Draft.plan("Trên đây là báo cáo của trường.")
                        .of(DocumentKind.LETTER)
                        .breaches(rule)))
                .isEmpty();
    }
}
