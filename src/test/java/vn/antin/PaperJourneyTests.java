package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.issue.Drafts;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.template.Templates;
import vn.antin.trust.TimestampAuthority;

/**
 * A leader signs many papers by one act, and the clerk seals them, in a real browser: progress, stopping, what came of
 * it. {@code -Dantin.papers=200} for as many as a ministry's morning brings.
 */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PaperJourneyTests {
    private static final int PAPERS = Integer.getInteger("antin.papers", 20);
    private static final String PIN = "12345678";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(300_000);

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.resolve("data").toString());
    }

    /** A time-stamp takes a moment, as it does in life: long enough to see a run go on and to stop it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class UnhurriedTimestamps {
        @Bean
        static BeanPostProcessor unhurried() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof TimestampAuthority real
                            ? (TimestampAuthority) digest -> {
                                try {
                                    Thread.sleep(150);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return real.stamp(digest);
                            }
                            : bean;
                }
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Templates templates;

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
    void aLeaderSignsManyAndStopsAndGoesOnAndTheClerkSealsThem() {
        chromium.visits("http://localhost:" + port);
        for (int i = 1; i <= PAPERS; i++) {
            write(i);
        }
        var leader = enter("vu-manh-hung");
        Page page = leader.page();
        page.click(".tasks a[href='/van-ban/cho-ky']");
        assertThat(page.locator("h1")).hasText("Chờ tôi ký");
        assertThat(page.locator(".papers > li")).hasCount(PAPERS);
        assertThat(page.locator(".papers img").first().evaluate("it => it.decode().then(() => it.naturalWidth)"))
                .isEqualTo(1000);
        page.locator(".papers details").first().locator("summary").click();
        assertThat(page.locator(".papers details").first().locator("figcaption").first())
                .containsText("Trang 1/");
        leader.looksAt("cho-toi-ky");

        // By the keyboard alone: tick all, PIN, sign.
        page.locator("#tat-ca").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#so-da-chon")).hasText("Đã chọn " + PAPERS + " văn bản.");
        page.locator("#pin").focus();
        page.keyboard().type("00000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tinh-hinh")).containsText("Không làm tiếp được: 0 văn bản đã ký", contains());
        assertThat(page.locator("#vi-sao")).containsText("PIN");
        leader.looksAt("luot-ky-sai-pin");
        page.click("text=Về danh sách còn chờ");

        signAll(page);
        assertThat(page.locator("#tinh-hinh")).hasText("Đang ký");
        assertThat(page.locator("#so-da-lam")).containsText(Pattern.compile("xong [1-9]"), contains());
        leader.looksAt("luot-ky-dang-chay");
        page.click("[name=dung]");
        assertThat(page.locator("#tinh-hinh")).containsText("Đã dừng", contains());
        leader.looksAt("luot-ky-da-dung");
        int signed = page.locator(".badge.passed").count();
        assertThat(signed).isBetween(1, PAPERS - 1);
        assertThat(page.locator(".badge.blue")).hasCount(PAPERS - signed);

        page.click("text=Về danh sách còn chờ");
        assertThat(page.locator(".papers > li")).hasCount(PAPERS - signed);
        long began = System.nanoTime();
        signAll(page);
        assertThat(page.locator("#tinh-hinh")).hasText("Đã xong: " + (PAPERS - signed) + " văn bản đã ký", PATIENTLY);
        System.out.printf("%d papers by a PIN: signed in %.1f s%n", PAPERS - signed, (System.nanoTime() - began) / 1e9);
        assertThat(page.locator("#so-da-lam")).containsText("100%");
        leader.looksAt("luot-ky-xong");

        var clerk = enter("van-thu-an-duong");
        Page desk = clerk.page();
        desk.click(".tasks a[href='/van-ban/cho-dong-dau']");
        assertThat(desk.locator(".papers > li")).hasCount(PAPERS);
        clerk.looksAt("cho-dong-dau-nhieu");
        began = System.nanoTime();
        signAll(desk);
        assertThat(desk.locator("#tinh-hinh")).hasText("Đã xong: " + PAPERS + " văn bản đã đóng dấu", PATIENTLY);
        System.out.printf("%d papers sealed in %.1f s%n", PAPERS, (System.nanoTime() - began) / 1e9);
        clerk.looksAt("luot-dong-dau-xong");
        desk.navigate("/so-van-ban-di");
        assertThat(desk.locator("main")).containsText(PAPERS + "/");
        assertThat(chromium.troubles()).isEmpty();
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static void signAll(Page page) {
        page.check("#tat-ca");
        page.fill("#pin", PIN);
        page.click("[name=lam]");
    }

    private void write(int number) {
        var answers = (ObjectNode) templates.named("cong-van").sample();
        answers.put("subject", "V/v báo cáo số liệu lần " + number);
        var head = new PersonId("vu-manh-hung");
        drafts.write(
                drafts.newDocument(),
                new Drafts.Draft(new AgencyId("pgd-an-duong"), head, "cong-van", answers, head.value()));
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
