package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.kernel.Content;
import vn.antin.word.WordReader;
import vn.antin.word.WordSampleFiles;

/** A draft written in Word becomes a document, a document becomes a Word file, any Word file is checked: in a real browser. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WordJourneyTests {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.resolve("data").toString());
    }

    @LocalServerPort
    int port;

    private static Chromium chromium;

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void aWordDraftBecomesADocumentAndAWordFileAgain() throws Exception {
        chromium.visits("http://localhost:" + port);
        var principal = enter("pham-thi-nga");
        Page page = principal.opens("/van-ban");
        page.click("#tu-word");
        principal.looksAt("word-nhap");
        page.setInputFiles("#file", new FilePayload("khong-phai.docx", DOCX, "chữ".getBytes(StandardCharsets.UTF_8)));
        page.click("#nhap-word button.button");
        assertThat(page.locator(".code")).containsText("word.NOT_A_WORD_FILE");
        principal.looksAt("word-nhap-tu-choi");

        page.navigate("/van-ban/tu-word");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "ke-hoach.docx", DOCX, WordSampleFiles.faultyPlan().bytes()));
        page.click("#nhap-word button.button");
        page.waitForURL(Pattern.compile("/van-ban/tu-word/[0-9a-f]{32}$"));
        assertThat(page.locator("main")).containsText("Xem lại giúp tôi");
        assertThat(page.locator("#mau-van-ban option").first()).hasText("Kế hoạch");
        principal.looksAt("word-doc-duoc");
        page.click("#dua-vao button >> nth=-1");
        page.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}/soan$"));
        assertThat(page.locator("#da-nhap")).containsText("ke-hoach.docx");
        assertThat(page.locator("#subject")).hasValue("Tổ chức ngày hội đọc sách");
        assertThat(page.locator("#body")).hasValue(Pattern.compile("I\\. MỤC ĐÍCH"));
        principal.looksAt("word-da-dien");
        page.click("#luu");
        assertThat(page.locator("h1")).hasText("Tổ chức ngày hội đọc sách");
        principal.looksAt("word-thanh-van-ban");
        Path again = home.resolve("lai.docx");
        page.waitForDownload(() -> page.click("#tai-word")).saveAs(again);
        assertThat(WordReader.read(Content.of(Files.readAllBytes(again))).subject())
                .isEqualTo("Tổ chức ngày hội đọc sách");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void anyWordFileIsCheckedAndComesBackWithComments() throws Exception {
        chromium.visits("http://localhost:" + port);
        var archivist = enter("luu-tru-toan-thang");
        Page page = archivist.opens("/kiem-tra-word");
        archivist.looksAt("word-kiem-tra");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "../ke-hoach.docx", DOCX, WordSampleFiles.faultyPlan().bytes()));
        page.click("#kiem-tra-word button.button");
        assertThat(page.locator("#ket-qua h2")).containsText("chỗ phải sửa");
        archivist.looksAt("word-kiem-tra-ket-qua");
        Path copy = home.resolve("ban-sao.docx");
        page.waitForDownload(() -> page.click("#tai-ban-sao")).saveAs(copy);
        assertThat(WordReader.read(Content.of(Files.readAllBytes(copy))).remarks())
                .anySatisfy(it -> assertThat(it.where()).isEqualTo("lời bình của Ấn Tín"));
        assertThat(chromium.troubles()).isEmpty();
    }

    private static Chromium.Person enter(String name) {
        var person = chromium.somebody();
        Page page = person.opens("/dang-nhap");
        page.fill("#ten", name);
        page.fill("#mat-khau", "mat-khau-mau");
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return person;
    }
}
