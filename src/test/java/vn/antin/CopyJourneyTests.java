package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.net.URI;
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
import vn.antin.copy.SampleScans;

/** A registrar makes every kind of copy in a real browser, and a stranger verifies one. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CopyJourneyTests {
    private static final String PASSWORD = "mat-khau-mau";
    private static final String PIN = "12345678";
    private static final Pattern MADE = Pattern.compile("/sao/ban/[0-9a-f-]{36}$");

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
    void theRegistrarMakesEveryKindOfCopy() {
        chromium.visits("http://localhost:" + port);
        var registrar = enter("van-thu-toan-thang");
        Page page = registrar.page();
        String document = issued(page);

        page.click("#lam-ban-sao");
        page.waitForURL(Pattern.compile("/sao/[0-9a-f-]{36}$"));
        registrar.looksAt("ban-sao-lam");
        page.click("#sao-y-nop [name=lam]");
        page.waitForURL(MADE);
        assertThat(page.locator("#cho-dat")).isVisible();
        registrar.looksAt("ban-sao-giay");

        page.navigate("/sao/" + document);
        page.click("#trich-sao-nop [name=lam]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: copy.NOTHING_CHOSEN");
        assertThat(registrar.focus()).isEqualTo("loi-chinh");
        registrar.looksAt("ban-sao-chua-chon");
        page.locator(".pick input").nth(2).check();
        page.fill("#trich-pin", PIN);
        page.click("[name=ky]");
        page.waitForURL(MADE);
        assertThat(page.locator("h1")).hasText("TRÍCH SAO (bản điện tử)");

        page.navigate("/sao");
        assertThat(page.locator("nav [aria-current=page]")).hasText("Bản sao");
        scan(page, 100);
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: copy.RESOLUTION_TOO_LOW");
        assertThat(page.locator("#van-ban")).hasValue("Thông báo số 1/TB-UBND ngày 02/02/2026");
        registrar.looksAt("ban-sao-dpi-thap");
        scan(page, 200);
        page.waitForURL(MADE);
        registrar.looksAt("ban-sao-dien-tu");
        Path copy = home.resolve("sao-y.pdf");
        page.waitForDownload(() -> page.click("#tai-ve")).saveAs(copy);
        page.click("#sao-luc-nop [name=lam]");
        page.waitForURL(MADE);
        assertThat(page.locator("h1")).hasText("SAO LỤC (bản giấy)");
        page.navigate("/sao");
        assertThat(page.locator("#da-lam + table tbody tr, section table tbody tr"))
                .hasCount(4);
        registrar.looksAt("ban-sao");

        var stranger = chromium.somebody();
        Page door = stranger.opens("/xac-minh");
        door.setInputFiles("#file", copy);
        door.click(".upload button");
        assertThat(door.locator(".verdict-passed h2")).hasText("Hợp lệ");
        stranger.looksAt("ban-sao-xac-minh");

        var signatory = enter("pham-thi-nga");
        signatory.opens("/sao");
        assertThat(signatory.page().locator(".code")).containsText("copy.NOT_A_REGISTRAR");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static void scan(Page page, int dpi) {
        var picture = SampleScans.picture(210, 297, dpi, BufferedImage.TYPE_INT_RGB);
        page.fill("#van-ban", "Thông báo số 1/TB-UBND ngày 02/02/2026");
        page.setInputFiles(
                "#tep",
                new FilePayload(
                        "quet.pdf",
                        "application/pdf",
                        SampleScans.pdf(picture, dpi, 0).bytes()));
        page.fill("#so-hoa-pin", PIN);
        page.click("[name=nop]");
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
