package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.antin.issue.Drafts;

/** Many documents from one spreadsheet, as a clerk makes them in a real browser. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkJourneyTests {
    private static final String REGISTRAR = "van-thu-an-duong";
    private static final String STRANGER = "van-thu-toan-thang";
    private static final String PASSWORD = "mat-khau-mau";

    @TempDir
    static Path home;

    @MockitoSpyBean
    Drafts drafts;

    @LocalServerPort
    int port;

    private static Chromium chromium;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.resolve("data").toString());
    }

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void whereWeAre() {
        chromium.visits("http://localhost:" + port);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void aSpreadsheetBecomesDocumentsThatWaitForTheirSignatory() throws Exception {
        var third = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        doAnswer(call -> {
                    third.countDown();
                    seen.await();
                    return call.callRealMethod();
                })
                .when(drafts)
                .write(
                        any(),
                        argThat(it -> it != null
                                && it.answers().path("subject").asString().endsWith("số 3")));

        var clerk = signIn(REGISTRAR);
        Page page = clerk.page();
        page.click("nav >> text=Soạn hàng loạt");
        clerk.looksAt("hang-loat-chon");
        page.click("#mau-cong-van");
        clerk.looksAt("hang-loat-mau");
        var download = page.waitForDownload(() -> page.click("#tai-bieu-mau"));
        Path form = home.resolve("bieu-mau.xlsx");
        download.saveAs(form);
        Path filled = home.resolve("30 trường.xlsx");
        fill(form, filled);

        page.setInputFiles("#tep", filled);
        page.click("[name=gui]");
        assertThat(page.locator("#tinh-hinh")).hasText("6 trên 8 dòng lập được");
        assertThat(page.locator("main"))
                .containsText(Pattern.compile("Cần điền “Về việc”.*thiếu dấu \\]", Pattern.DOTALL));
        clerk.looksAt("hang-loat-loi");
        String batch = page.url();

        page.click("[name=chay]");
        third.await();
        assertThat(page.locator("#so-da-lap")).containsText("Đã xử lý 2 trên 6 văn bản");
        clerk.looksAt("hang-loat-dang-lap");
        page.click("[name=dung]");
        assertThat(page.locator("#tinh-hinh")).containsText("Đã dừng");
        seen.countDown();
        // The row in hand is finished first.
        assertThat(waited(page, batch, "Đã dừng: lập được 3 văn bản").locator("main"))
                .containsText("3 dòng chưa lập");
        clerk.looksAt("hang-loat-da-dung");

        page.click("[name=chay]");
        // The page asks by itself how far it has got, and shows the end when it has come.
        assertThat(page.locator("#tinh-hinh")).hasText("Đã xong: lập được 6 văn bản");
        clerk.looksAt("hang-loat-xong");
        var result = page.waitForDownload(() -> page.click("#ket-qua-tai"));
        Path sheet = home.resolve("ket-qua.xlsx");
        result.saveAs(sheet);
        try (InputStream in = Files.newInputStream(sheet);
                var book = new XSSFWorkbook(in)) {
            assertThat(book.getSheet("Kết quả").getLastRowNum()).isEqualTo(8);
        }
        page.click("text=Mở danh sách chờ ký");
        assertThat(page.locator("section[aria-labelledby=cho-ky] tbody tr")).hasCount(6);
        page.navigate("/hang-loat");
        assertThat(page.locator("tbody tr")).containsText("30 trường.xlsx");
        clerk.looksAt("hang-loat-cac-lo");

        var stranger = signIn(STRANGER);
        stranger.opens(batch);
        assertThat(stranger.page().locator(".code")).containsText("bulk.UNKNOWN_BATCH");
        stranger.opens("/hang-loat");
        assertThat(stranger.page().locator("main")).not().containsText("30 trường.xlsx");

        // The very same file again is not run by mistake.
        page.navigate("/hang-loat/mau/cong-van");
        page.setInputFiles("#tep", filled);
        page.click("[name=gui]");
        assertThat(page.locator(".notice")).containsText("Chính tệp này đã được lập");
        clerk.looksAt("hang-loat-lai");
        page.click("[name=bo]");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void aFileThatIsNoFormIsRefusedInPlace() {
        var clerk = signIn(REGISTRAR);
        Page page = clerk.opens("/hang-loat/mau/cong-van");
        page.setInputFiles(
                "#tep", new FilePayload("danh sách.xlsx", "text/plain", "a;b".getBytes(StandardCharsets.UTF_8)));
        page.click("[name=gui]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: bulk.NOT_A_WORKBOOK");
        clerk.looksAt("hang-loat-khong-doc-duoc");
        assertThat(clerk.focus()).isEqualTo("loi-chinh");
    }

    private static void fill(Path form, Path filled) throws IOException {
        try (InputStream in = Files.newInputStream(form);
                var book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("Văn bản");
            for (int i = 1; i <= 8; i++) {
                var answers = Map.of(
                        "Mã dòng",
                        "truong-" + i,
                        "Về việc",
                        i == 7 ? "" : "rà soát cơ sở vật chất của trường số " + i,
                        "Đơn vị soạn thảo",
                        "VP",
                        "Kính gửi",
                        "Hiệu trưởng trường số " + i,
                        "Nội dung công văn",
                        i == 8 ? "Chú thích^[chưa đóng" : "Đề nghị nhà trường rà soát cơ sở vật chất./.",
                        "Nơi nhận",
                        "Như trên\nLưu: VT");
                var row = sheet.createRow(i + 1);
                for (var heading : sheet.getRow(0)) {
                    String answer = answers.get(heading.getStringCellValue().replace(" *", ""));
                    if (answer != null && !answer.isEmpty()) {
                        row.createCell(heading.getColumnIndex()).setCellValue(answer);
                    }
                }
            }
            try (var out = Files.newOutputStream(filled)) {
                book.write(out);
            }
        }
    }

    private static Page waited(Page page, String address, String heading) {
        for (int i = 0; i < 100 && !page.locator("#tinh-hinh").innerText().equals(heading); i++) {
            page.waitForTimeout(100);
            page.navigate(address);
        }
        assertThat(page.locator("#tinh-hinh")).hasText(heading);
        return page;
    }

    private static Chromium.Person signIn(String name) {
        var person = chromium.somebody();
        Page page = person.opens("/dang-nhap");
        page.fill("#ten", name);
        page.fill("#mat-khau", PASSWORD);
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return person;
    }
}
