package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.MockCsc.Mode;
import vn.antin.MockCsc.Wants;
import vn.antin.issue.Drafts;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.template.Templates;

/**
 * Keys at a remote service in a real browser: a PIN and a one-time password, leave at the service's page, and one
 * confirmation for many papers ({@code -Dantin.papers=200} for as many as a leader may find on a bad morning).
 */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class RemoteLeaveJourneyTests {
    private static final int PAPERS = Integer.getInteger("antin.papers", 20);
    private static final PersonId HEAD = new PersonId("vu-manh-hung");
    private static final String TOKEN = "tk-trinh-duyet";
    private static final String PIN = "604172";
    private static final int PORT = free();

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static MockCsc service;

    private static @Nullable Chromium chromium;
    private static Chromium.@Nullable Person head;

    @Autowired
    Drafts drafts;

    @Autowired
    Templates templates;

    /** The address that the service sends the browser back to must be known before the context starts. */
    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        SoftHsm.token(TOKEN, PIN);
        X509Certificate certificate = SoftHsm.key(TOKEN, PIN, "hung", "rsa:2048", "Vũ Mạnh Hùng");
        service = new MockCsc(TOKEN, PIN, "hung", "hung", certificate);
        Path secret = home.resolve("secret.txt");
        Files.writeString(secret, "bi-mat-cua-he-thong");
        Path anchors = SoftHsm.anchors(home.resolve("anchors"));
        properties.add("server.port", () -> PORT);
        properties.add("antin.public-address", () -> "http://localhost:" + PORT);
        properties.add("antin.home", () -> home.resolve("data").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.trust.anchors", anchors::toString);
        properties.add("antin.sign.remote.services[0].name", () -> "mau");
        properties.add("antin.sign.remote.services[0].title", () -> "Dịch vụ ký từ xa mẫu");
        properties.add("antin.sign.remote.services[0].address", () -> service.address("v2"));
        properties.add("antin.sign.remote.services[0].client-id", () -> "antin");
        properties.add("antin.sign.remote.services[0].secret-file", secret::toString);
        // The service of the tests starts a program for each value.
        properties.add("antin.sign.remote.services[0].timeout", () -> "30s");
        properties.add("antin.sign.remote.services[0].accounts.vu-manh-hung", () -> "0123456789");
    }

    @BeforeEach
    void well() {
        if (chromium == null) {
            chromium = new Chromium();
            chromium.visits("http://localhost:" + PORT);
        }
        service.behaves(Mode.SAD_AT_ONCE);
        service.wants(Wants.NOTHING);
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(Objects.requireNonNull(chromium).troubles()).isEmpty();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        service.close();
    }

    @Test
    void aPersonTypesPinAndOneTimePassword() {
        service.wants(Wants.PIN_AND_OTP);
        Page page = sends("V/v mã PIN và mã OTP");
        assertThat(page.locator("#nhap-ma")).isVisible();
        person().looksAt("tu-xa-pin-otp");
        String first = service.otpSent();
        page.fill("#pin-tu-xa", "000000");
        page.fill("#otp", first);
        page.click("[name=cho-phep]");
        assertThat(page.locator("#hoi-ma .code")).hasText("Mã: sign.REMOTE_PIN_WRONG", patient());
        person().looksAt("tu-xa-pin-sai");
        page.click("[name=gui-lai]");
        assertThat(page.locator(".notice.good")).containsText("mã OTP mới");
        assertThat(service.otpSent()).isNotEqualTo(first);
        page.fill("#pin-tu-xa", MockCsc.RIGHT_PIN);
        page.fill("#otp", service.otpSent());
        page.click("[name=cho-phep]");
        assertThat(page.locator("#da-xong")).containsText("Đã ký", contains());
    }

    @Test
    void aPinThatTheServiceLocksIsTold() {
        service.wants(Wants.PIN);
        Page page = sends("V/v khóa mã PIN");
        for (int i = 0; i < 3; i++) {
            page.fill("#pin-tu-xa", "00000" + i);
            page.click("[name=cho-phep]");
            assertThat(page.locator("#hoi-ma .code")).hasText("Mã: sign.REMOTE_PIN_WRONG", patient());
        }
        page.fill("#pin-tu-xa", MockCsc.RIGHT_PIN);
        page.click("[name=cho-phep]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_PIN_LOCKED", patient());
    }

    @Test
    void aPersonGivesLeaveAtTheServicesPage() {
        service.wants(Wants.BROWSER);
        Page page = sends("V/v cho phép tại trang của dịch vụ");
        person().looksAt("tu-xa-cho-phep");
        page.click("#toi-dich-vu");
        assertThat(page.locator("body")).containsText("Antin xin ký 1 văn bản");
        page.click("#dong-y");
        assertThat(page.locator("#da-xong")).containsText("Đã ký", contains());
        // The same address once more, as from the browser's history.
        String back = "/ky-tu-xa/tro-ve?state=00&code=c1";
        person().opens(back);
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_LEAVE_UNKNOWN");
        person().looksAt("tu-xa-khong-ro");
    }

    @Test
    void whoSaysNoAtTheServicesPageOrComesBackWithAnothersStateHasSignedNothing() {
        service.wants(Wants.BROWSER);
        Page page = sends("V/v từ chối tại trang của dịch vụ");
        String here = page.url();
        page.click("#toi-dich-vu");
        page.click("#tu-choi");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_REJECTED");
        assertThat(page.locator("#toi-dich-vu")).isVisible();
        service.behaves(Mode.STATE_MISMATCH);
        page.click("#toi-dich-vu");
        page.click("#dong-y");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_LEAVE_UNKNOWN");
        assertThat(service.asked()).doesNotContain("/oauth2/token", "/signatures/signHash");
        page.navigate(here);
        page.click("[name=huy-phien]");
        assertThat(page.locator("#da-xong")).containsText("Chưa có gì được ký");
    }

    @Test
    void oneConfirmationSignsManyPapersAndEachIsSignedByItself() {
        service.wants(Wants.PIN_AND_OTP);
        service.extendsLeave();
        for (int i = 1; i <= PAPERS; i++) {
            write("V/v báo cáo số liệu lần " + i);
        }
        Page page = person().opens("/van-ban/cho-ky");
        assertThat(page.locator(".papers > li").count()).isGreaterThanOrEqualTo(PAPERS);
        page.locator(".papers > li", new Page.LocatorOptions().setHasText("báo cáo số liệu"))
                .all()
                .forEach(it -> it.locator("input[type=checkbox]").check());
        person().looksAt("cho-ky-tu-xa");
        long began = System.nanoTime();
        page.click("[name=dich-vu]");
        assertThat(page.locator("#nhap-ma")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(300_000));
        long asked = System.nanoTime();
        person().looksAt("luot-tu-xa-hoi-ma");
        page.fill("#pin-tu-xa", MockCsc.RIGHT_PIN);
        page.fill("#otp", service.otpSent());
        long typed = System.nanoTime();
        page.click("[name=cho-phep]");
        assertThat(page.locator("#so-da-lam")).isVisible();
        person().looksAt("luot-tu-xa-dang-ky");
        assertThat(page.locator("#tinh-hinh"))
                .containsText(" văn bản đã ký", new LocatorAssertions.ContainsTextOptions().setTimeout(600_000));
        assertThat(page.locator("#tinh-hinh")).hasText("Đã xong: " + PAPERS + " văn bản đã ký", patient());
        long done = System.nanoTime();
        person().looksAt("luot-tu-xa-xong");
        assertThat(page.locator(".badge.passed")).hasCount(PAPERS);
        assertThat(service.asked().stream().filter("/credentials/authorize"::equals))
                .hasSize(1);
        System.out.printf(
                "%d papers by a remote key: ready to be confirmed after %.1f s, signed %.1f s after the confirmation%n",
                PAPERS, (asked - began) / 1e9, (done - typed) / 1e9);
        page.navigate("/van-ban/cho-ky");
        assertThat(page.locator(".papers > li", new Page.LocatorOptions().setHasText("báo cáo số liệu")))
                .hasCount(0);
    }

    @Test
    void aRunThatIsStoppedBeforeTheConfirmationLeavesAllAsTheyWere() {
        service.wants(Wants.PIN);
        for (int i = 1; i <= 3; i++) {
            write("V/v dừng lượt ký " + i);
        }
        Page page = person().opens("/van-ban/cho-ky");
        page.locator(".papers > li", new Page.LocatorOptions().setHasText("dừng lượt"))
                .all()
                .forEach(it -> it.locator("input[type=checkbox]").check());
        page.click("[name=dich-vu]");
        assertThat(page.locator("#nhap-ma")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.click("[name=dung]");
        assertThat(page.locator("#tinh-hinh")).hasText("Đã dừng: 0 văn bản đã ký", patient());
        assertThat(page.locator(".badge.blue")).hasCount(3);
        person().looksAt("luot-tu-xa-da-dung");
        assertThat(service.asked()).doesNotContain("/credentials/authorize");
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(600_000);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private Page sends(String subject) {
        String id = write(subject);
        Page page = person().opens("/van-ban/" + id + "/ky");
        person().looksAt("tu-xa-chon");
        page.click("[name=ky-tu-xa]");
        page.waitForURL(Pattern.compile("/phien-ky$"));
        return page;
    }

    private String write(String subject) {
        var answers = (ObjectNode) templates.named("cong-van").sample();
        answers.put("subject", subject);
        var id = drafts.newDocument();
        drafts.write(id, new Drafts.Draft(new AgencyId("pgd-an-duong"), HEAD, "cong-van", answers, HEAD.value()));
        return id.toString();
    }

    private static Chromium.Person person() {
        if (head == null) {
            head = Objects.requireNonNull(chromium).somebody();
            Page page = head.opens("/dang-nhap");
            page.fill("#ten", HEAD.value());
            page.fill("#mat-khau", "mat-khau-mau");
            page.click("[name=dang-nhap]");
            assertThat(page.locator("h1")).hasText("Việc của tôi");
        }
        return head;
    }
}
