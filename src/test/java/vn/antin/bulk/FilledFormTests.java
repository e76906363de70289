package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.agency.Agencies;
import vn.antin.kernel.AgencyId;
import vn.antin.template.Templates;

/** Every fault of a filled form is named by sheet, row, column and reason, and spoils no other row. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FilledFormTests {
    @TempDir
    static Path home;

    @Autowired
    Templates templates;

    @Autowired
    Agencies agencies;

    @Autowired
    Rehearsal rehearsal;

    private Form form;
    private Spreadsheet book;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    /** Row 3 is sound; the tests work on row 4, which is sound too until they do. */
    @BeforeEach
    void twoRowsAreFilled() {
        form = new Form(templates.named("bao-cao-tu-danh-gia"), false);
        book = new Spreadsheet(FormWriter.write(form, people()));
        book.fill(3, "a", form, form.template().sample())
                .fill(4, "b", form, form.template().sample())
                .type(4, "Trích yếu", "Kết quả tự đánh giá của trường thứ hai");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("Trích yếu", it -> it.setBlank(), "C", "Cần điền “Trích yếu”."),
                fault("Trích yếu", it -> it.setCellValue("dài ".repeat(200)), "C", "dài quá 600 ký tự"),
                fault("Trích yếu", it -> it.setCellFormula("1+1"), "C", "Ô chứa công thức"),
                fault("Trích yếu", it -> it.setCellValue("a\u202Eb"), "C", "ký tự"),
                fault("Trích yếu", it -> it.setCellErrorValue((byte) 42), "C", "mang lỗi “#N/A”"),
                fault("Mức độ tự đánh giá", it -> it.setCellValue("Mức độ 9"), "H", "một trong các lựa chọn"),
                fault("Ngày tự đánh giá", it -> it.setCellValue("31/02/2026"), "E", "ngày có thật"),
                fault("Ngày tự đánh giá", it -> it.setCellValue("hôm qua"), "E", "“hôm qua”"),
                fault("Ngày tự đánh giá", FilledFormTests::plainNumber, "E", "ngày có thật"),
                fault("Điểm nhóm “Chuyển đổi số trong dạy, học”", it -> it.setCellValue("bảy"), "F", "một con số"),
                fault("Điểm nhóm “Chuyển đổi số trong dạy, học”", it -> it.setCellValue(101), "F", "lớn hơn 100"),
                fault("Điểm nhóm “Chuyển đổi số trong dạy, học”", FilledFormTests::percentage, "F", "phần trăm"),
                fault(
                        "Tình hình, minh chứng và kiến nghị",
                        it -> it.setCellValue("Một đoạn.\nĐoạn có chú thích^[mở mà không đóng"),
                        "I",
                        "dòng 2 của nội dung thiếu dấu ]"),
                fault(
                        "Tình hình, minh chứng và kiến nghị",
                        it -> it.setCellValue("| a | b |\n|---|---|\n| 1 | 2 | 3 |"),
                        "I",
                        "không cùng số cột"),
                fault("Người ký", it -> it.setCellValue("Nguyễn Văn Không Có"), "B", "không có trong danh bạ"),
                fault("Người ký", it -> it.setCellValue("Cao Văn Rôi – TRƯỞNG PHÒNG [cao-van-roi]"), "B", "danh bạ"),
                fault("Người ký", it -> it.setCellFormula("A4"), "B", "Ô chứa công thức"),
                fault("Mã dòng", it -> it.setCellFormula("A3"), "A", "Ô chứa công thức"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsNamedByItsPlaceAndReason(String heading, Consumer<Cell> act, String column, String reason) {
        book.with(4, heading, act);
        var read = read();
        assertThat(read.rows().get(0).faults()).isEmpty();
        assertThat(read.rows().get(1).faults()).singleElement().satisfies(it -> {
            assertThat(it.place()).isEqualTo("Văn bản!" + column + "4");
            assertThat(it.reason()).contains(reason);
        });
    }

    @Test
    void allFaultsOfARowAreNamedAtOnce() {
        book.type(4, "Tình hình, minh chứng và kiến nghị", "Chú thích^[hở");
        annex(3, "b", "Một", "Xong./.");
        annex(4, "b", "Hai", "Một dòng\nvà một chú thích^[hở");
        assertThat(read().rows().get(1).faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder("Văn bản!I4", "Phụ lục!E4");
        book.type(4, "Trích yếu", "").type(4, "Ngày tự đánh giá", "mai").type(4, "Người ký", "ai đó");
        assertThat(read().rows().get(1).faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder("Văn bản!C4", "Văn bản!E4", "Văn bản!B4");
    }

    @Test
    void datesAndNumbersAreTakenAsPeopleTypeThem() {
        book.type(3, "Ngày tự đánh giá", "5/2/2026")
                .type(4, "Ngày tự đánh giá", "2026-02-05")
                .type(3, "Điểm nhóm “Chuyển đổi số trong dạy, học”", "7,5")
                .with(4, "Điểm nhóm “Chuyển đổi số trong dạy, học”", it -> it.setCellValue(0.1 + 0.2));
        var rows = read().rows();
        for (FilledRow row : rows) {
            assertThat(row.faults()).isEmpty();
            assertThat(form.template().answers(row.answers())).containsEntry("assessedOn", "ngày 05 tháng 02 năm 2026");
        }
        assertThat(form.template().answers(rows.get(0).answers()).get("teachingScore"))
                .hasToString("7.5");
        assertThat(form.template().answers(rows.get(1).answers()).get("teachingScore"))
                .hasToString("0.3");
    }

    @Test
    void ofTwoRowsWithOneKeyNeitherIsMade() {
        book.type(4, "Mã dòng", " A ");
        var rows = read().rows();
        assertThat(rows.get(0).faults()).extracting(Fault::place).containsExactly("Văn bản!A3");
        assertThat(rows.get(1).faults()).extracting(Fault::place).containsExactly("Văn bản!A4");
        assertThat(rows.get(1).faults().getFirst().reason()).contains("dòng 3");
    }

    @Test
    void aRowFilledInTwiceIsMadeOnce() {
        book.fill(5, "c", form, form.template().sample());
        var rows = read().rows();
        assertThat(rows.get(0).faults()).isEmpty();
        assertThat(rows.get(2).faults())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("giống hệt dòng 3"));
    }

    @Test
    void annexesGoToTheirDocumentAndTheirFaultsAreNamedInTheirSheet() {
        annex(3, "a", "Danh sách", "1. Một./.");
        annex(4, "b", "Hai", "Chú thích^[hở");
        annex(5, "b", "", "Không tên");
        annex(6, "khac", "Lạc", "Không của ai");
        var read = read();
        assertThat(read.rows().get(0).faults()).isEmpty();
        assertThat(read.rows()
                        .get(0)
                        .answers()
                        .path("annexes")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Danh sách");
        assertThat(read.rows().get(1).faults()).extracting(Fault::place).containsExactly("Phụ lục!B5");
        assertThat(read.loose()).extracting(Fault::place).containsExactly("Phụ lục!A6");
        annex(5, "b", "Có tên", "Không tên");
        assertThat(read().rows().get(1).faults()).extracting(Fault::place).containsExactly("Phụ lục!E4");
    }

    @Test
    void mergedCellsAreNamedInEachRowTheyTouch() {
        book.documents().addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
        var rows = read().rows();
        assertThat(rows.get(0).faults())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("C3:C4 bị gộp"));
        assertThat(rows.get(1).faults()).hasSize(1);
    }

    @Test
    void hiddenRowsAreReadAndSaid() {
        book.documents().getRow(3).setZeroHeight(true);
        var read = read();
        assertThat(read.rows()).hasSize(2);
        assertThat(read.remarks()).singleElement().asString().contains("1 dòng đang bị ẩn", "4");
    }

    @Test
    void columnsAreKnownByTheirHeadingsWhereverTheyStand() {
        var sheet = book.documents();
        for (int i = 0; i < 4; i++) {
            var cell = sheet.getRow(i).getCell(2);
            sheet.getRow(i)
                    .createCell(20)
                    .setCellValue(cell.getStringCellValue().toUpperCase(java.util.Locale.ROOT));
            sheet.getRow(i).removeCell(cell);
        }
        var rows = read().rows();
        assertThat(rows.get(0).faults()).isEmpty();
        assertThat(rows.get(0).answers().path("subject").asString()).startsWith("KẾT QUẢ");
    }

    @Test
    void columnsThatMeanNothingAreSaidAndColumnsThatAreGoneAreSaid() {
        var sheet = book.documents();
        sheet.getRow(0).createCell(15).setCellValue("Ghi chú riêng");
        sheet.getRow(2).createCell(15).setCellValue("nhớ gọi điện");
        sheet.getRow(0).getCell(Spreadsheet.column(sheet, "Kính gửi")).setCellValue("Nơi kính gửi");
        var read = read();
        assertThat(read.rows().get(0).faults()).isEmpty();
        assertThat(read.remarks())
                .anySatisfy(it -> assertThat(it).contains("“Ghi chú riêng” (Văn bản!P1)"))
                .anySatisfy(it -> assertThat(it).contains("“Nơi kính gửi”"))
                .anySatisfy(it -> assertThat(it).contains("không còn cột “Kính gửi”"));
    }

    @Test
    void aFormWhoseRequiredColumnWasRenamedIsRefusedOnce() {
        var sheet = book.documents();
        sheet.getRow(0).getCell(2).setCellValue("Tên văn bản");
        assertThatThrownBy(this::read).hasMessage("bulk.COLUMNS_MISSING");
        sheet.getRow(0).getCell(2).setCellValue("Nơi nhận *");
        assertThatThrownBy(this::read).hasMessage("bulk.COLUMN_TWICE");
        book.book().setSheetName(book.book().getSheetIndex(sheet), "Sheet1");
        assertThatThrownBy(this::read).hasMessage("bulk.SHEET_MISSING");
    }

    @Test
    void aFormWithoutItsHintsOrWithATitleOverItIsReadAllTheSame() {
        var sheet = book.documents();
        sheet.shiftRows(0, sheet.getLastRowNum(), 2);
        sheet.createRow(0).createCell(0).setCellValue("Đợt tháng 11");
        assertThat(read().rows())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.faults()).isEmpty());
        sheet.removeRow(sheet.getRow(3));
        assertThat(read().rows()).extracting(FilledRow::row).containsExactly(5, 6);
    }

    @Test
    void aFormOfAnotherTemplateIsRefusedAndOneOfAnotherRevisionSaid() {
        book.sheet(Form.MARKS).getRow(1).getCell(0).setCellValue("0".repeat(64));
        assertThat(read().remarks()).singleElement().asString().contains("mẫu đã sửa từ đó");
        book.sheet(Form.MARKS).getRow(0).getCell(0).setCellValue("cong-van");
        assertThatThrownBy(this::read).hasMessage("bulk.OTHER_TEMPLATE");
        book.book().removeSheetAt(book.book().getSheetIndex(Form.MARKS));
        assertThat(read().remarks()).singleElement().asString().contains("không mang dấu");
    }

    @Test
    void anEmptyFormIsRefused() {
        book = new Spreadsheet(FormWriter.write(form, people()));
        assertThatThrownBy(this::read).hasMessage("bulk.NOTHING_FILLED");
    }

    private FilledForm read() {
        return FilledForm.read(book.saved(), form, people(), rehearsal);
    }

    private void annex(int row, String key, String title, String body) {
        var sheet = book.sheet("Phụ lục");
        Spreadsheet.cell(sheet, row, "Mã dòng").setCellValue(key);
        Spreadsheet.cell(sheet, row, "Tên phụ lục").setCellValue(title);
        Spreadsheet.cell(sheet, row, "Nội dung phụ lục").setCellValue(body);
    }

    private People people() {
        return new People(agencies, LocalDate.of(2026, 11, 24), new AgencyId("pgd-an-duong"));
    }

    private static Arguments fault(String heading, Consumer<Cell> act, String column, String reason) {
        return Arguments.of(heading, act, column, reason);
    }

    private static void plainNumber(Cell cell) {
        cell.setCellStyle(cell.getSheet().getWorkbook().getCellStyleAt(0));
        cell.setCellValue(45000);
    }

    private static void percentage(Cell cell) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 9);
        cell.setCellStyle(style);
        cell.setCellValue(0.85);
    }
}
