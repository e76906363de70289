package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever holds a document finds out, in a real browser, what may be believed of it. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class VerificationJourneyTests {
    private static final String PASSWORD = "mat-khau-mau";
    private static final String PIN = "12345678";

    @TempDir
    static Path home;

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

    @Test
    void aPaperAFileAndManyFilesAreVerified() throws Exception {
        chromium.visits("http://localhost:" + port);
        var registrar = enter("van-thu-toan-thang");
        Page desk = registrar.page();
        String document = issued(desk);
        Path original = home.resolve("ban-goc.pdf");
        Files.write(
                original,
                desk.request().get("/luu-tru/" + document + "/ban-goc.pdf").body());
        desk.navigate("/so-van-ban-di");
        String code = codeOnPaper(original);

        var citizen = chromium.somebody();
        Page page = citizen.opens("/v/" + code);
        assertThat(page.locator(".verdict-passed")).isVisible();
        page.fill("#trich-yeu", "không phải trích yếu này");
        page.click("text=So trích yếu");
        assertThat(page.locator("#ket-qua-trich-yeu")).containsText("khác với sổ");
        citizen.looksAt("xac-minh-ma");

        page.click("text=so bằng mã băm");
        citizen.looksAt("xac-minh-ma-bam");
        page.setInputFiles("#tep", original);
        assertThat(page.locator("#sha256")).hasValue(Pattern.compile("[0-9a-f]{64}"));
        var sent = page.waitForRequest("**/xac-minh/ma-bam", () -> page.click("[name=hoi]"));
        assertThat(sent.postData().length()).isLessThan(100);
        assertThat(page.locator("#tra-loi")).containsText("còn hiệu lực");

        desk.navigate("/luu-tru/" + document + "/hieu-luc");
        desk.check("#viec-RECALLED");
        desk.fill("#van-ban", "Thông báo 20/TB-THTT ngày 20/11/2026");
        desk.click("[name=ghi]");
        assertThat(desk.locator("#da-ghi + ul li")).containsText("Bị thu hồi");
        registrar.looksAt("hieu-luc");
        page.navigate("/v/" + code);
        assertThat(page.locator("#hieu-luc")).containsText("đã bị thu hồi");
        assertThat(page.locator(".verdict-passed")).hasCount(0);
        citizen.looksAt("xac-minh-thu-hoi");
        page.setInputFiles("#file", new FilePayload("khác.pdf", "application/pdf", tampered(original)));
        page.click(".upload button");
        assertThat(page.locator(".verdict-failed").first()).containsText("Tệp không phải bản gốc");

        page.navigate("/xac-minh");
        page.setInputFiles("#file", original);
        page.click(".upload button");
        assertThat(page.locator(".answer")).hasCount(3);
        citizen.looksAt("xac-minh-ba-cau");
        looksAtWhatChanged(citizen, original);

        desk.navigate("/doi-chieu/" + code);
        desk.setInputFiles("#anh-1", new FilePayload("anh.png", "image/png", picture(original)));
        assertThat(desk.locator("figure.theirs img").first()).isVisible();
        assertThat(desk.evaluate("() => document.querySelector('.theirs img').naturalWidth > 100"))
                .isEqualTo(true);
        desk.waitForFunction("() => document.querySelector('figure img').naturalWidth > 100");
        registrar.looksAt("doi-chieu");
        assertThat(chromium.troubles()).isEmpty();

        many(registrar, original);
        assertThat(chromium.troubles()).isEmpty();
    }

    private static void looksAtWhatChanged(Chromium.Person citizen, Path original) throws IOException {
        Page page = citizen.page();
        page.click("text=Xem hình trước và sau");
        assertThat(page.locator("h1")).hasText("Trước và sau khi ký");
        assertThat(page.locator("#thieu-hinh")).hasCount(0);
        pictured(page);
        citizen.looksAt("xac-minh-hinh");

        page.navigate("/xac-minh");
        page.setInputFiles("#file", new FilePayload("sửa số tiền.pdf", "application/pdf", painted(original)));
        page.click(".upload button");
        assertThat(page.locator(".verdict-failed").first()).isVisible();
        citizen.looksAt("xac-minh-bi-sua");
        page.click("text=Xem hình trước và sau");
        assertThat(page.locator(".badge.failed").first()).containsText("không được phép");
        assertThat(page.locator(".verdict-failed")).isVisible();
        pictured(page);
        citizen.looksAt("xac-minh-hinh-bi-sua");
        String large = page.locator(".pair figure a").first().getAttribute("href");
        assertThat(page.request().get(large)).isOK();
    }

    /** Every picture of the page is there, and its side says which it is. */
    private static void pictured(Page page) {
        assertThat(page.locator(".pair").first()).isVisible();
        page.waitForFunction("() => [...document.querySelectorAll('.pair img')].every(it => it.naturalWidth > 500)");
        assertThat(page.locator(".pair figcaption").first()).containsText("Khi ký");
    }

    /** With a white patch and another sum over what was sealed. */
    private static byte[] painted(Path original) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(original));
                var out = new ByteArrayOutputStream()) {
            var sheet = document.getPage(0);
            try (var pen =
                    new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.APPEND, false, true)) {
                pen.setNonStrokingColor(1f);
                pen.addRect(180, 430, 120, 18);
                pen.fill();
                pen.setNonStrokingColor(0f);
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                pen.newLineAtOffset(185, 434);
                pen.showText("900.000.000 VND");
                pen.endText();
            }
            sheet.getCOSObject().setNeedToBeUpdated(true);
            sheet.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static void many(Chromium.Person registrar, Path original) throws IOException {
        Page desk = registrar.page();
        desk.navigate("/xac-minh");
        desk.click("text=Kiểm tra nhiều tệp");
        registrar.looksAt("xac-minh-nhieu");
        var files = new FilePayload[62];
        for (int i = 0; i < 60; i++) {
            files[i] = new FilePayload(
                    "tệp %02d.pdf".formatted(i),
                    "application/pdf",
                    ("Không phải PDF " + i).getBytes(StandardCharsets.UTF_8));
        }
        files[60] = new FilePayload("sửa.pdf", "application/pdf", tampered(original));
        files[61] = new FilePayload("gói.zip", "application/zip", zip(original));
        desk.setInputFiles("#file", files);
        desk.click("[name=gui]");
        desk.waitForURL(Pattern.compile("/xac-minh/nhieu/[0-9a-f-]{36}$"));
        assertThat(desk.locator("#tinh-hinh")).hasText("Đã kiểm tra xong");
        assertThat(desk.locator("#tong-hop"))
                .hasText("62 tệp: 1 hợp lệ, 1 không hợp lệ, 60 không phải PDF."
                        + " Trong đó 1 văn bản đã bị thay thế hoặc thu hồi, không còn hiệu lực.");
        desk.click("th >> text=Kết luận");
        assertThat(desk.locator("tbody tr").first()).containsText("sửa.pdf");
        desk.click(".choices >> text=Hợp lệ (1)");
        assertThat(desk.locator("tbody tr")).hasCount(1);
        assertThat(desk.locator("tbody tr")).containsText("Đã bị thu hồi");
        desk.click(".choices >> text=Tất cả");
        registrar.looksAt("xac-minh-nhieu-ket-qua");
        Path table = home.resolve("bang.xlsx");
        desk.waitForDownload(() -> desk.click("#tai-bang")).saveAs(table);
        assertThat(table).isNotEmptyFile();
        desk.click("#lap-phieu");
        registrar.looksAt("xac-minh-phieu");
        desk.fill("#pin", PIN);
        Path paper = home.resolve("phieu.pdf");
        desk.waitForDownload(() -> desk.click("[name=ky]")).saveAs(paper);
        assertThat(Peers.said(Files.readAllBytes(paper), "pdfsig")).contains("Signature is Valid");
    }

    /** As another's reader reads it from the printed page. */
    private static String codeOnPaper(Path original) throws Exception {
        Path printed = home.resolve("in");
        Peers.run("pdftoppm", "-r", "200", "-png", "-f", "1", "-l", "1", original.toString(), printed.toString());
        Path picture;
        try (var list = Files.list(home)) {
            picture = list.filter(it -> String.valueOf(it.getFileName()).startsWith("in-"))
                    .findFirst()
                    .orElseThrow();
        }
        String read = Peers.run("zbarimg", "--quiet", "--nodbus", "--raw", picture.toString())
                .strip();
        assertThat(read).matches("http://localhost:8080/v/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
        return read.substring(read.lastIndexOf('/') + 1);
    }

    private static byte[] picture(Path original) throws IOException {
        try (var list = Files.list(original.resolveSibling("."))) {
            return Files.readAllBytes(
                    list.filter(it -> String.valueOf(it.getFileName()).startsWith("in-"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static byte[] tampered(Path original) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        bytes[bytes.length / 3] ^= 1;
        return bytes;
    }

    private static byte[] zip(Path original) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("trong/tốt.pdf"));
            zip.write(Files.readAllBytes(original));
        }
        return out.toByteArray();
    }

    /** A plan that has gone the whole road; its page is open. */
    private static String issued(Page page) {
        var principal = enter("pham-thi-nga");
        Page hers = principal.opens("/van-ban/moi/ke-hoach?mau=true");
        hers.click("#luu");
        hers.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        hers.fill("#pin", PIN);
        hers.click("[name=ky]");
        hers.waitForSelector("#da-xong");
        String address = URI.create(hers.url()).getPath();
        page.navigate(address);
        page.fill("#pin", PIN);
        page.click("[name=dong-dau]");
        page.waitForSelector("#da-xong");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Chromium.Person enter(String name) {
        var person = chromium.somebody();
        Page page = person.page();
        page.navigate("/dang-nhap");
        page.fill("#ten", name);
        page.fill("#mat-khau", PASSWORD);
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return person;
    }
}
