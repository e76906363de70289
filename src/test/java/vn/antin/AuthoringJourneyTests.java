package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

/** How an office changes a template, in a real browser: edit, see, save, publish, compare, go back. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuthoringJourneyTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String PASSWORD = "mat-khau-mau";

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

    @BeforeEach
    void whereWeAre() {
        chromium.visits("http://localhost:" + port);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void anOfficeChangesATemplateAndGoesBack() {
        var clerk = person(REGISTRAR);
        Page page = clerk.opens("/mau-van-ban");
        clerk.looksAt("mau-danh-sach");
        page.click("#cac-mau a[href='/mau-van-ban/ke-hoach']");
        assertThat(page.locator("#dang-dung")).hasText("bản hệ thống 1");
        pictureLoads(page);
        page.click("#sua");
        assertThat(page.locator("#ket-qua")).containsText("Dựng được");
        pictureLoads(page);
        clerk.looksAt("mau-sua");
        page.click("#thong-tin summary");
        page.click("#tu-vung summary");
        clerk.looksAt("mau-tu-vung");

        // While typing, the true page follows; a mistake is told with its line, and the click goes there.
        String text = page.inputValue("#van-ban");
        page.fill(
                "#van-ban",
                text.replace("<#list data.recipients as recipient>", "<#list data.recipient as recipient>"));
        assertThat(page.locator("#cho-sai")).containsText("data.recipient");
        clerk.looksAt("mau-sai");
        page.click("#cho-sai button[data-line]");
        assertThat(clerk.focus()).isEqualTo("van-ban");
        assertThat(page.locator("[data-at=van-ban]"))
                .containsText("Con trỏ ở dòng " + lineOf(text, "<#list data.recipients"));
        page.fill("#van-ban", text.replace("<recipient>${recipient}", "<recipient>Gửi ${recipient}</recipient><x>"));
        assertThat(page.locator("#cho-sai")).containsText("<x> không được đặt ở đây");
        clerk.looksAt("mau-sai-tu-vung");
        page.fill(
                "#van-ban",
                text.replace(
                        "<body><outline>${data.body}",
                        "<body><outline>Theo kế hoạch năm học của nhà trường:\n${data.body}"));
        assertThat(page.locator("#cho-sai")).isHidden();
        assertThat(page.locator("#ket-qua")).containsText("Dựng được");
        page.fill("#ghi-chu", "Thêm câu mở đầu");
        page.click("#luu");
        assertThat(page.locator("#da-xong")).containsText("Đã lưu bản nháp");
        assertThat(page.locator("#cong-bo")).hasCount(0);
        pictureLoads(page);
        clerk.looksAt("mau-ban-nhap");

        var principal = person(SIGNATORY);
        Page desk = principal.opens("/mau-van-ban/ke-hoach");
        desk.click("#so-voi-dang-dung");
        assertThat(desk.locator(".difference")).containsText("Theo kế hoạch năm học của nhà trường:");
        assertThat(desk.locator(".sides img")).not().hasCount(0);
        desk.locator(".sides img").first().scrollIntoViewIfNeeded();
        principal.looksAt("mau-so-sanh");
        desk.goBack();
        desk.fill("#ghi-chu", "Theo góp ý của tổ chuyên môn");
        desk.click("[name=cong-bo]");
        assertThat(desk.locator("#da-xong")).containsText("Đã công bố");
        assertThat(desk.locator("#dang-dung")).hasText("bản 1");
        principal.looksAt("mau-da-cong-bo");

        desk.navigate("/van-ban/moi/ke-hoach?mau=true");
        desk.click("#luu");
        desk.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        String document = desk.url();

        // And back: the document stays as it was written and can still be signed.
        desk.navigate("/mau-van-ban/ke-hoach");
        desk.click("[name=thoi-dung]");
        assertThat(desk.locator("#dang-dung")).hasText("bản hệ thống 1");
        desk.navigate(document);
        desk.fill("#pin", "12345678");
        desk.click("[name=ky]");
        assertThat(desk.locator("#da-xong")).containsText("Đã ký");
        desk.navigate("/mau-van-ban/ke-hoach");
        desk.click("[name=dung-lai]");
        assertThat(desk.locator("#dang-dung")).hasText("bản 2");
        pictureLoads(desk);
        principal.looksAt("mau-dung-lai");
    }

    @Test
    void twoPeopleAtOneTemplateLoseNothing() {
        var clerk = person(REGISTRAR);
        var principal = person(SIGNATORY);
        Page his = clerk.opens("/mau-van-ban/cong-van/sua");
        Page hers = principal.opens("/mau-van-ban/cong-van/sua");
        his.fill("#ghi-chu", "Của văn thư");
        his.fill("#van-ban", his.inputValue("#van-ban") + "<!-- văn thư -->\n");
        his.click("#luu");
        assertThat(his.locator("#da-xong")).isVisible();
        hers.fill("#van-ban", hers.inputValue("#van-ban") + "<!-- phó hiệu trưởng -->\n");
        hers.click("#luu");
        assertThat(hers.locator("#loi-chinh .code")).hasText("Mã: template.CHANGED_MEANWHILE");
        assertThat(hers.locator("#van-ban")).hasValue(Pattern.compile("phó hiệu trưởng"));
        principal.looksAt("mau-hai-nguoi");
        hers.click("#xem-khac");
        assertThat(hers.locator(".difference").first()).containsText("văn thư");
        assertThat(hers.locator(".difference").first()).containsText("phó hiệu trưởng");
        principal.looksAt("mau-hai-nguoi-so-sanh");
        hers.goBack();
        hers.click("#tiep");
        hers.click("#luu");
        assertThat(hers.locator("#da-xong")).containsText("Đã lưu bản nháp");
        assertThat(hers.locator(".lines li").first()).containsText("Bản 2");
    }

    private static long lineOf(String text, String words) {
        return text.substring(0, text.indexOf(words))
                        .chars()
                        .filter(it -> it == '\n')
                        .count()
                + 1;
    }

    private static void pictureLoads(Page page) {
        var picture = page.locator(".sheets img").first();
        assertThat(picture).isVisible();
        assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth)"))
                .isEqualTo(1000);
    }

    private static Chromium.Person person(String name) {
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
