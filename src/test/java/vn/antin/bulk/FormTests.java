package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.Peers;
import vn.antin.agency.Agencies;
import vn.antin.kernel.AgencyId;
import vn.antin.template.Field;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

/** A form is made of any template, filled by hand or in LibreOffice, and read back word for word. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FormTests {
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Autowired
    Templates templates;

    @Autowired
    Agencies agencies;

    @Autowired
    Rehearsal rehearsal;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    static Stream<String> everyTemplate() throws IOException {
        try (var folders = Files.list(Path.of("templates"))) {
            return folders.filter(Files::isDirectory).map(it -> it.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void whatIsFilledInIsReadBackWordForWord(String name) {
        TemplateRevision template = templates.named(name);
        var form = new Form(template, false);
        byte[] filled = new Spreadsheet(FormWriter.write(form, people()))
                .fill(3, "mau", form, template.sample())
                .saved();
        readsAsTheSample(filled, form);
    }

    /** All in one go, because LibreOffice takes seconds to start. */
    @Test
    void whatLibreOfficeSavesIsReadBackWordForWord() throws IOException {
        for (String name : everyTemplate().toList()) {
            var form = new Form(templates.named(name), false);
            var filled = new Spreadsheet(FormWriter.write(form, people()))
                    .fill(3, "mau", form, form.template().sample());
            Files.write(folder.resolve(name + ".xlsx"), filled.saved());
        }
        Path saved = savedByLibreOffice();
        for (String name : everyTemplate().toList()) {
            var form = new Form(templates.named(name), false);
            byte[] file = Files.readAllBytes(saved.resolve(name + ".xlsx"));
            readsAsTheSample(file, form);
            var book = new Spreadsheet(file);
            assertThat(lists(book))
                    .as(name)
                    .isEqualTo(lists(new Spreadsheet(Files.readAllBytes(folder.resolve(name + ".xlsx")))))
                    .isPositive();
            assertThat(book.book().getSheetVisibility(book.book().getSheetIndex(Form.MARKS)))
                    .isEqualTo(SheetVisibility.HIDDEN);
        }
    }

    @Test
    void theFormOffersChoicesMarksWhatIsRequiredAndSaysHowToFillIt() {
        TemplateRevision template = templates.named("bao-cao-tu-danh-gia");
        var book = new Spreadsheet(FormWriter.write(new Form(template, false), people()));
        XSSFSheet documents = (XSSFSheet) book.documents();
        assertThat(cells(documents.getRow(0)))
                .extracting(org.apache.poi.ss.usermodel.Cell::getStringCellValue)
                .contains("Mã dòng", "Người ký", "Trích yếu *", "Kính gửi", "Mức độ tự đánh giá *");
        assertThat(documents
                        .getRow(1)
                        .getCell(Spreadsheet.column(documents, "Mức độ tự đánh giá"))
                        .getStringCellValue())
                .isEqualTo("Mức thấp hơn trong hai nhóm tiêu chí.");
        int level = Spreadsheet.column(documents, "Mức độ tự đánh giá");
        var validation = documents.getDataValidations().stream()
                .filter(it -> it.getRegions().getCellRangeAddresses()[0].getFirstColumn() == level)
                .findFirst()
                .orElseThrow();
        assertThat(validation.getPromptBoxText()).contains("Bắt buộc", "Mức độ 3");
        assertThat(validation.getValidationConstraint().getFormula1()).startsWith("'_antin'!$");
        assertThat(documents
                        .getRow(0)
                        .getCell(level)
                        .getCellComment()
                        .getString()
                        .getString())
                .contains("Chọn một trong: chưa đáp ứng; Mức độ 1");
        assertThat(book.sheet(Form.INSTRUCTIONS).getLastRowNum()).isGreaterThan(15);
        assertThat(book.book()
                        .getProperties()
                        .getCustomProperties()
                        .getProperty("antin.digest")
                        .getLpwstr())
                .isEqualTo(template.digest().hex());
    }

    @Test
    void aFormForSeveralBodiesAsksForTheBodyOfEachRow() {
        var form = new Form(templates.named("cong-van"), true);
        var everybody = new People(agencies, LocalDate.of(2026, 11, 24), null);
        var sample = form.template().sample();
        byte[] filled = new Spreadsheet(FormWriter.write(form, everybody))
                .fill(3, "a", form, sample)
                .type(3, "Cơ quan ban hành", "TRƯỜNG TIỂU HỌC TOÀN THẮNG - TIÊN THẮNG")
                .fill(4, "b", form, sample)
                .type(4, "Cơ quan ban hành", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO, UBND HUYỆN AN DƯƠNG [pgd-an-duong]")
                .type(4, "Người ký", "Vũ Mạnh Hùng")
                .fill(5, "c", form, sample)
                .saved();
        var rows = FilledForm.read(filled, form, everybody, rehearsal).rows();
        assertThat(rows.get(0).agency()).isEqualTo(new AgencyId("th-toan-thang"));
        assertThat(rows.get(0).faults()).isEmpty();
        assertThat(rows.get(1).agency()).isEqualTo(BODY);
        assertThat(rows.get(1).faults()).isEmpty();
        assertThat(rows.get(2).faults()).extracting(Fault::place).containsExactly("Văn bản!B5");
    }

    @Test
    void questionsOfOneTitleEachHaveTheirSheet() throws IOException {
        TemplateRevision template = templates.named("ke-hoach");
        var json = new JsonMapper();
        var schema = (ObjectNode) json.readTree(template.files().text(TemplateFiles.FIELDS));
        var questions = (ObjectNode) schema.path("properties");
        Field annexes = new Form(template, false).annexFields().getFirst();
        for (String title : List.of(annexes.title(), "VĂN BẢN", "Phụ lục 😀".repeat(3) + "😀")) {
            questions.set(
                    "them-" + questions.size(),
                    questions.get(annexes.name()).deepCopy().asObject().put("title", title));
        }
        var form = new Form(
                template.files()
                        .with(TemplateFiles.FIELDS, json.writeValueAsString(schema))
                        .open("ke-hoach"),
                false);
        assertThat(form.annexFields()).hasSize(4);
        byte[] written = FormWriter.write(form, people());
        var book = new Spreadsheet(written);
        assertThat(form.annexFields())
                .extracting(form::sheet)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(book.sheet(it)).as(it).isNotNull());
        readsAsTheSample(book.fill(3, "mau", form, form.template().sample()).saved(), form);
    }

    private void readsAsTheSample(byte[] filled, Form form) {
        var read = FilledForm.read(filled, form, people(), rehearsal);
        assertThat(read.remarks()).isEmpty();
        assertThat(read.loose()).isEmpty();
        assertThat(read.rows()).hasSize(1);
        FilledRow row = read.rows().getFirst();
        assertThat(row.faults()).isEmpty();
        assertThat(row.key()).isEqualTo("mau");
        assertThat(row.signatory()).hasToString("vu-manh-hung");
        assertThat(form.template().answers(row.answers()))
                .isEqualTo(form.template().answers(form.template().sample()));
    }

    private static List<org.apache.poi.ss.usermodel.Cell> cells(org.apache.poi.ss.usermodel.Row row) {
        var cells = new ArrayList<org.apache.poi.ss.usermodel.Cell>();
        row.forEach(cells::add);
        return cells;
    }

    private static long lists(Spreadsheet book) {
        return ((XSSFSheet) book.documents())
                .getDataValidations().stream()
                        .filter(it -> it.getValidationConstraint().getValidationType() == ValidationType.LIST)
                        .count();
    }

    private Path savedByLibreOffice() throws IOException {
        Path out = Files.createDirectory(folder.resolve("luu"));
        var words = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
        everyTemplate().forEach(it -> words.add(folder.resolve(it + ".xlsx").toString()));
        Peers.run(words.toArray(String[]::new));
        return out;
    }

    private People people() {
        return new People(agencies, LocalDate.of(2026, 11, 24), BODY);
    }
}
