package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
import vn.antin.agency.InkSamples;

/** The register of bodies and people kept in a real browser, and what follows for who signs. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuthorityJourneyTests {
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
    void aDelegationIsGivenAndACertificateSuspendedSoThatItsOwnerCannotSign() {
        chromium.visits("http://localhost:" + port);
        var keeper = enter("quan-tri");
        Page page = keeper.opens("/danh-ba");
        keeper.looksAt("danh-ba");
        page.click("#co-quan-th-toan-thang");
        assertThat(page.locator("h1")).containsText("TRƯỜNG TIỂU HỌC");
        page.click("text=Ghi việc giao ký");
        page.fill("#gk-nguoi", "luu-tru-toan-thang");
        page.fill("#gk-chuc-vu", "TỔ TRƯỞNG TỔ VĂN PHÒNG");
        page.selectOption("#gk-tu-cach", "BY_ORDER");
        page.fill("#gk-thay", "HIỆU TRƯỞNG");
        page.fill("#gk-noi-dung", "Giấy mời, giấy giới thiệu");
        page.fill("#gk-can-cu", "Quy chế văn thư số 15/QC-THTT");
        page.click("[name=giao]");
        assertThat(page.locator("#da-xong")).isVisible();
        assertThat(page.locator("main")).containsText("TL. HIỆU TRƯỞNG – TỔ TRƯỞNG TỔ VĂN PHÒNG");

        var certificate = page.locator("li.panel", new Page.LocatorOptions().setHasText("Phạm Thị Nga"));
        certificate
                .locator("summary", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Tạm ngừng"))
                .click();
        certificate.locator("form[action$='/tam-ngung'] input[name=ly-do]").fill("Mất thiết bị ký");
        certificate.locator("form[action$='/tam-ngung'] button").click();
        assertThat(page.locator("#da-xong")).containsText("Tạm ngừng");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("KT. HIỆU TRƯỞNG"))
                        .first())
                .containsText("không có chứng thư dùng được");
        keeper.looksAt("danh-ba-co-quan");

        var principal = enter("pham-thi-nga");
        Page mine = principal.opens("/chung-thu-so");
        assertThat(mine.locator(".badge")).containsText("Tạm ngừng từ");
        principal.looksAt("chung-thu-so");
        mine.navigate("/van-ban/moi/ke-hoach?mau=true");
        mine.click("#luu");
        mine.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        mine.fill("#pin", "12345678");
        mine.click("[name=ky]");
        assertThat(mine.locator("#loi-chinh .code")).hasText("Mã: agency.CERTIFICATE_SUSPENDED");
        principal.looksAt("chung-thu-tam-ngung");
        assertThat(chromium.troubles()).isEmpty();
    }

    @Test
    void picturesOfSignatureAndSealAreGivenAndAWrongOneToldInPlace() {
        chromium.visits("http://localhost:" + port);
        var principal = enter("vu-manh-hung");
        Page page = principal.opens("/anh-ky-dau");
        page.setInputFiles("#tep-chu-ky", picture(true));
        page.fill("#rong-chu-ky", "48");
        page.click("[name=luu-chu-ky]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: agency.PICTURE_NOT_BLUE");
        page.setInputFiles("#tep-chu-ky", picture(false));
        page.fill("#rong-chu-ky", "48");
        page.click("[name=luu-chu-ky]");
        assertThat(page.locator("#da-xong")).isVisible();
        assertThat(page.locator(".ink").evaluate("it => it.decode().then(() => it.naturalWidth)"))
                .isEqualTo(1100);
        assertThat(page.locator("#con-dau")).hasCount(0);

        var registrar = enter("van-thu-an-duong");
        Page desk = registrar.opens("/anh-ky-dau");
        desk.setInputFiles("#tep-con-dau", picture(true));
        desk.fill("#rong-con-dau", "34,5");
        desk.click("[name=luu-con-dau]");
        assertThat(desk.locator("main")).containsText("rộng 34,5 mm");
        registrar.looksAt("anh-con-dau");

        // What is written from now on shows both.
        page.navigate("/van-ban/moi/cong-van?mau=true");
        page.click("#luu");
        page.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        page.fill("#pin", "12345678");
        page.click("[name=ky]");
        assertThat(page.locator("#da-xong")).isVisible();
        desk.navigate(page.url());
        desk.fill("#pin", "12345678");
        desk.click("[name=dong-dau]");
        assertThat(desk.locator("#da-xong")).isVisible();
        desk.locator(".sheets img").first().evaluate("it => it.decode()");
        registrar.looksAt("van-ban-co-anh");
        page.navigate("/anh-ky-dau");
        page.click("[name=bo-chu-ky]");
        assertThat(page.locator("main")).containsText("Chưa có ảnh.");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static FilePayload picture(boolean seal) {
        return new FilePayload("anh.png", "image/png", InkSamples.forUpload(seal));
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
