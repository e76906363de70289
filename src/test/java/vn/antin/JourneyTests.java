package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.kernel.Refusal;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

/** The whole road as people go it, in a real browser, and each refusal they are likely to meet. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class JourneyTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String ARCHIVIST = "luu-tru-toan-thang";
    private static final String STRANGER = "vu-manh-hung";
    private static final String EXPIRED = "het-han";
    private static final String PASSWORD = "mat-khau-mau";
    private static final String PIN = "12345678";
    private static final AtomicBoolean NO_TIMESTAMP = new AtomicBoolean();

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.resolve("data").toString());
    }

    /** The time-stamping authority fails when it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class FailingTimestamps {
        @Bean
        static BeanPostProcessor refusesOnDemand() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof TimestampAuthority real
                            ? (TimestampAuthority) digest -> {
                                if (NO_TIMESTAMP.get()) {
                                    throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE);
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
    JdbcClient jdbc;

    private static Chromium chromium;
    private static final Map<String, Chromium.Person> SIGNED_IN = new HashMap<>();
    private static @Nullable Original original;

    /** A document that has gone the whole road. */
    private record Original(String address, String code, String number, Path file) {}

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
        SIGNED_IN.clear();
        original = null;
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
    void oneDocumentGoesFromTheTemplateToTheArchive() {
        Original it = original();
        assertThat(Peers.run("pdfsig", "-nocert", it.file().toString()))
                .contains("Signature #2")
                .doesNotContain("Signature #3")
                .satisfies(said -> assertThat(said.split("Signature Validation: Signature is Valid", -1))
                        .hasSize(3))
                .satisfies(said ->
                        assertThat(said.substring(said.indexOf("Signature #2"))).contains("Total document signed"));
        assertThat(it.number()).matches("\\d\\d/KH-THTT-TT");
    }

    @Test
    void aStrangerVerifiesTheFileWithoutAnAccount() {
        var stranger = chromium.somebody();
        Page page = stranger.opens("/xac-minh");
        stranger.looksAt("xac-minh");
        page.setInputFiles("#file", original().file());
        page.click(".upload button");
        assertThat(page.locator(".verdict-passed h2")).hasText("Hợp lệ");
        assertThat(page.locator("main")).containsText("Phạm Thị Nga");
        assertThat(page.locator("main")).containsText("Đúng từng byte với bản gốc đang lưu trữ");
        stranger.looksAt("xac-minh-hop-le");
    }

    @Test
    void aStrangerAsksByTheCodePrintedOnThePaper() {
        var stranger = chromium.somebody();
        Page page = stranger.opens("/xac-minh");
        // As people type it: small letters, no hyphens.
        page.fill("#ma", original().code().replace("-", "").toLowerCase(Locale.ROOT));
        page.click("[action='/tra-cuu'] button");
        page.waitForURL("**/v/" + original().code());
        assertThat(page.locator(".verdict-passed h2")).hasText("Bản gốc đang lưu: hợp lệ");
        assertThat(page.locator("main")).not().containsText("chuyển đổi số");
        stranger.looksAt("ma-tra-cuu");
        page.setInputFiles("#file", original().file());
        page.click(".upload button");
        assertThat(page.locator(".verdict").first()).containsText("Tệp đúng là bản gốc");
        stranger.looksAt("ma-tra-cuu-dung-ban-goc");
        page.setInputFiles("#file", pdf("khac.pdf", altered()));
        page.click(".upload button");
        assertThat(page.locator(".verdict").first()).containsText("Tệp không phải bản gốc");
        stranger.looksAt("ma-tra-cuu-khac-ban-goc");
    }

    @Test
    void theArchivistFindsTheDocumentByWordsTypedWithoutMarks() {
        var archivist = person(ARCHIVIST);
        Page page = archivist.opens("/tim-kiem");
        archivist.looksAt("tim-kiem-trong");
        page.fill("#q", "ung dung cong nghe thong tin, chuyen doi so");
        page.press("#q", "Enter");
        var hit = page.locator(
                "article", new Page.LocatorOptions().setHasText(original().number()));
        // Found as soon as it is indexed, which follows the archive.
        for (int i = 0; i < 50 && hit.count() == 0; i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        assertThat(hit.locator("mark").first()).isVisible();
        assertThat(hit).containsText("ứng dụng công nghệ thông tin");
        archivist.looksAt("tim-kiem");
    }

    @Test
    void theRegisterShowsTheDocumentToTheWholeBody() {
        String number = original().number();
        var archivist = person(ARCHIVIST);
        Page page = archivist.opens("/so-van-ban-di");
        assertThat(page.locator("table.register").first()).containsText(number);
        archivist.looksAt("so-van-ban-di");
    }

    @Test
    void theArchivistHasTheStoreChecked() {
        String number = original().number();
        var archivist = person(ARCHIVIST);
        Page page = archivist.opens("/luu-tru");
        assertThat(page.locator("main")).containsText(number);
        page.click("#toan-ven button");
        assertThat(page.locator("#toan-ven")).containsText("Lần kiểm tra gần nhất xong lúc");
        assertThat(page.locator("#toan-ven")).containsText("Toàn vẹn Kho bản gốc: đã kiểm");
        archivist.looksAt("luu-tru");
    }

    @Test
    void aWrongPasswordIsToldAndTheNameKept() {
        var somebody = chromium.somebody();
        Page page = somebody.opens("/");
        somebody.looksAt("trang-dau");
        page.navigate("/dang-nhap");
        somebody.looksAt("dang-nhap");
        page.fill("#ten", "van-thu-so");
        page.fill("#mat-khau", "khong-phai");
        page.click("[name=dang-nhap]");
        refused(page, "shell.SIGN_IN_REFUSED");
        assertThat(somebody.focus()).isEqualTo("loi-chinh");
        assertThat(page.locator("#ten")).hasValue("van-thu-so");
        somebody.looksAt("dang-nhap-sai");
        page.fill("#mat-khau", PASSWORD);
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        page.click("[name=dang-xuat]");
        assertThat(page.locator("main")).containsText("Bạn đã đăng xuất.");
    }

    @Test
    void whatIsMissingOrTooLongIsSaidByTheFieldAndTheFocusGoesThere() {
        var principal = person(SIGNATORY);
        Page page = sample(principal);
        page.fill("#subject", "");
        page.fill("#recipients", "Nơi nhận " + "rất dài ".repeat(80) + "\nLưu: VT.");
        page.click("#luu");
        assertThat(page.locator("#tom-tat-loi li")).hasCount(2);
        assertThat(principal.focus()).isEqualTo("tom-tat-loi");
        assertThat(page.locator("#recipients-loi")).containsText("500 ký tự");
        assertThat(page.locator("#body")).hasValue(Pattern.compile("MỤC ĐÍCH"));
        principal.looksAt("soan-loi");
        page.click("#tom-tat-loi a[href='#subject']");
        assertThat(principal.focus()).isEqualTo("subject");
        page.fill("#subject", "Đã đủ trích yếu");
        page.fill("#recipients", "Như trên;\nLưu: VT.");
        page.click("#luu");
        assertThat(page.locator("h1")).hasText("Đã đủ trích yếu");
    }

    @Test
    void aFindingIsShownOnItsPageMendedWithOneClickOrLetPassWithAReason() {
        var principal = person(SIGNATORY);
        Page page = sample(principal);
        page.fill("#subject", "CHƯƠNG TRÌNH SÓNG VÀ MÁY TÍNH");
        page.fill("#recipients", "Hội đồng trường;\nLưu: HS, VT.");
        page.click("#luu");
        page.click(".findings a[href='#trang-1']");
        assertThat(page).hasURL(Pattern.compile("#trang-1$"));
        principal.looksAt("kiem-tra-the-thuc");
        page.locator(".findings li", new Page.LocatorOptions().setHasText("HS, VT"))
                .locator("button")
                .click();
        assertThat(page.locator("#da-xong")).containsText("Lưu: VT, HS.");
        page.locator(".findings summary").click();
        principal.looksAt("cho-qua");
        page.fill(".findings textarea", "Tên chương trình vốn viết hoa trong quyết định phê duyệt");
        page.click(".findings details button");
        assertThat(page.locator("#da-xong")).containsText("Đã cho qua");
        assertThat(page.locator(".findings")).containsText("vốn viết hoa trong quyết định phê duyệt");
        assertThat(page.locator("#ky")).isVisible();
        principal.looksAt("da-cho-qua");
    }

    @Test
    void aWrongPinLosesNothing() {
        var principal = person(SIGNATORY);
        String document = written(principal, "Thử mã PIN sai");
        Page page = principal.page();
        sign(page, "00000000");
        refused(page, "sign.PIN_INCORRECT");
        assertThat(principal.focus()).isEqualTo("loi-chinh");
        assertThat(page.locator("#loi-chinh")).containsText("Chưa có gì được ký");
        principal.looksAt("pin-sai");
        sign(page, PIN);
        assertThat(page.locator("#da-xong")).isVisible();
        assertThat(page).hasURL(Pattern.compile(document + "$"));
    }

    @Test
    void anExpiredCertificateDoesNotSign() {
        jdbc.sql("insert into person (id, full_name, password_hash)" + " select '" + EXPIRED
                        + "', 'Người Hết Hạn', password_hash from person where id = 'vu-manh-hung'")
                .update();
        jdbc.sql("insert into post (person, agency, role, title, authority, from_day)" + " values ('" + EXPIRED
                        + "', 'pgd-huyen', 'SIGNATORY', 'TRƯỞNG PHÒNG', 'HEAD', '2021-01-01')")
                .update();
        var principal = person(EXPIRED);
        written(principal, "Ký bằng chứng thư hết hạn");
        sign(principal.page(), PIN);
        refused(principal.page(), "sign.CERTIFICATE_EXPIRED");
        assertThat(principal.page().locator("#ky")).isVisible();
        principal.looksAt("chung-thu-het-han");
    }

    @Test
    void withoutATimestampNothingIsHalfSigned() {
        var principal = person(SIGNATORY);
        written(principal, "Không lấy được dấu thời gian");
        NO_TIMESTAMP.set(true);
        try {
            sign(principal.page(), PIN);
            refused(principal.page(), "trust.TIMESTAMP_UNAVAILABLE");
            assertThat(principal.page().locator("#sua")).isVisible();
            principal.looksAt("khong-dau-thoi-gian");
        } finally {
            NO_TIMESTAMP.set(false);
        }
        sign(principal.page(), PIN);
        assertThat(principal.page().locator("#da-xong")).isVisible();
    }

    @Test
    void aDocumentOfAnotherBodyIsNotShown() {
        var stranger = person(STRANGER);
        Page page = stranger.opens(original().address());
        assertThat(page.locator(".code")).containsText("HTTP 403");
        assertThat(page.locator("main")).not().containsText("chuyển đổi số");
        stranger.looksAt("cua-noi-khac");
        stranger.opens("/khong-co-trang-nay");
        assertThat(page.locator(".code")).containsText("HTTP 404");
        stranger.looksAt("khong-co-trang");
        stranger.opens("/luu-tru");
        assertThat(page.locator(".code")).containsText("archive.NOT_AN_ARCHIVIST");
    }

    @Test
    void aFileThatIsNoPdfIsJudgedAndNotGreen() {
        var stranger = chromium.somebody();
        verify(stranger, pdf("giay-moi.pdf", "Đây chỉ là chữ".getBytes(StandardCharsets.UTF_8)));
        assertThat(stranger.page().locator(".verdict-indeterminate h2")).hasText("Không phải tệp PDF");
        stranger.looksAt("xac-minh-khong-phai-pdf");
    }

    @Test
    void anAlteredFileIsRed() {
        var stranger = chromium.somebody();
        verify(stranger, pdf("da-sua.pdf", altered()));
        assertThat(stranger.page().locator(".verdict-failed h2")).hasText("Không hợp lệ");
        stranger.looksAt("xac-minh-da-sua");
    }

    @Test
    void aFileWithAPasswordIsJudgedAndNotGreen() throws IOException {
        Path locked = home.resolve("co-mat-khau.pdf");
        Peers.run(
                "qpdf",
                "--encrypt",
                "bi-mat",
                "bi-mat",
                "256",
                "--",
                original().file().toString(),
                locked.toString());
        var stranger = chromium.somebody();
        verify(stranger, pdf("co-mat-khau.pdf", Files.readAllBytes(locked)));
        assertThat(stranger.page().locator(".verdict-indeterminate")).containsText("mật khẩu");
        stranger.looksAt("xac-minh-co-mat-khau");
    }

    @Test
    void aFileThatIsNotYetSealedShowsOneSignatureAndNoNumber() {
        var principal = person(SIGNATORY);
        written(principal, "Mới ký, chưa đóng dấu");
        sign(principal.page(), PIN);
        assertThat(principal.page().locator("#da-xong")).isVisible();
        Path signed = download(principal.page(), "moi-ky.pdf");
        var stranger = chromium.somebody();
        verify(stranger, pdf("moi-ky.pdf", read(signed)));
        assertThat(stranger.page().locator(".signature h3")).hasText("Phạm Thị Nga");
        assertThat(stranger.page().locator("main")).containsText("Đúng tệp này không có trong kho lưu trữ");
        stranger.looksAt("xac-minh-moi-ky");
    }

    @Test
    void anUnknownCodeIsToldWithAWayOn() {
        var stranger = chromium.somebody();
        Page page = stranger.opens("/xac-minh");
        page.fill("#ma", "0000-0000-0000");
        page.click("[action='/tra-cuu'] button");
        assertThat(page.locator(".code")).containsText("verify.UNKNOWN_CODE");
        stranger.looksAt("ma-tra-cuu-la");
    }

    @Test
    void aSearchWithoutResultsSaysWhatToTry() {
        var archivist = person(ARCHIVIST);
        Page page = archivist.opens("/tim-kiem?q=hươu cao cổ&loai=PLAN");
        assertThat(page.locator("main")).containsText("Không tìm thấy văn bản nào");
        assertThat(page.locator("#q")).hasValue("hươu cao cổ");
        archivist.looksAt("tim-kiem-khong-thay");
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        var principal = signIn(SIGNATORY);
        principal.expects("403 .*/tu-luu");
        Page page = sample(principal);
        page.fill("#subject", "Gõ khi phiên đã hết");
        principal.forgetSession();
        page.click("#luu");
        assertThat(page.locator("#tu-luu")).containsText("phiên đăng nhập đã hết");
        assertThat(page.locator("#subject")).hasValue("Gõ khi phiên đã hết");
        principal.looksAt("het-phien");
        try (Page tab = principal.tab()) {
            enter(tab, SIGNATORY);
        }
        page.click("#luu");
        assertThat(page.locator("h1")).hasText("Gõ khi phiên đã hết");
        principal.forgetSession();
        sign(page, PIN);
        assertThat(page.locator(".code")).containsText("shell.FORM_EXPIRED");
        principal.looksAt("bieu-mau-het-han");
    }

    @Test
    void everythingIsReachedByTheKeyboardAlone() {
        var stranger = chromium.somebody();
        Page page = stranger.opens("/xac-minh");
        page.keyboard().press("Tab");
        var skip = page.locator(".skip");
        assertThat(skip).isFocused();
        assertThat(Objects.requireNonNull(skip.boundingBox()).y).isNotNegative();
        page.keyboard().press("Enter");
        assertThat(stranger.focus()).isEqualTo("noi-dung");
        for (String next : new String[] {"#file", ".upload button", "#ma", "form[action='/tra-cuu'] button"}) {
            page.keyboard().press("Tab");
            assertThat(page.locator(next)).isFocused();
            assertThat(page.locator(next).evaluate("it => parseFloat(getComputedStyle(it).outlineWidth)"))
                    .as("outline of %s", next)
                    .isEqualTo(3);
        }
    }

    /** A document led down the whole road, once for all that ask for one. */
    private Original original() {
        Original it = original;
        if (it == null) {
            it = issued();
            original = it;
        }
        return it;
    }

    private Original issued() {
        var principal = person(SIGNATORY);
        principal.looksAt("viec-cua-toi");
        Page page = principal.opens("/van-ban/moi");
        principal.looksAt("chon-mau");
        page.click("#mau-ke-hoach");
        principal.looksAt("soan-trong");
        page.click("#dien-mau");
        assertThat(page.locator("#subject")).hasValue(Pattern.compile("chuyển đổi số"));
        principal.looksAt("soan");
        page.click("#luu");
        page.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        assertThat(page.locator(".sheets img").first()).isVisible();
        picturesLoad(page);
        principal.looksAt("cho-ky");
        sign(page, PIN);
        assertThat(page.locator("#da-xong")).isVisible();
        principal.looksAt("da-ky");
        String address = URI.create(page.url()).getPath();

        var registrar = person(REGISTRAR);
        registrar.looksAt("viec-cua-van-thu");
        registrar.opens("/van-ban");
        registrar.looksAt("van-ban");
        registrar.page().click("a[href='" + address + "']");
        registrar.looksAt("cho-dong-dau");
        registrar.page().fill("#pin", PIN);
        registrar.page().click("[name=dong-dau]");
        assertThat(registrar.page().locator("#da-xong")).isVisible();
        picturesLoad(registrar.page());
        registrar.looksAt("da-dong-dau");
        return new Original(
                address,
                registrar.page().locator("#ma-tra-cuu").innerText(),
                registrar.page().locator("#so-ky-hieu").innerText(),
                download(registrar.page(), "ban-goc.pdf"));
    }

    private Chromium.Person person(String name) {
        return SIGNED_IN.computeIfAbsent(name, this::signIn);
    }

    private Chromium.Person signIn(String name) {
        var person = chromium.somebody();
        enter(person.page(), name);
        return person;
    }

    private static void enter(Page page, String name) {
        page.navigate("/dang-nhap");
        page.fill("#ten", name);
        page.fill("#mat-khau", PASSWORD);
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
    }

    private static Page sample(Chromium.Person person) {
        return person.opens("/van-ban/moi/ke-hoach?mau=true");
    }

    /** Writes a short plan; answers its path, and leaves its page open. */
    private static String written(Chromium.Person person, String subject) {
        Page page = person.opens("/van-ban/moi/ke-hoach");
        page.fill("#subject", subject);
        page.fill("#body", "I. MỤC TIÊU\n1. **Chung**\nNâng cao chất lượng dạy và học./.");
        page.fill("#recipients", "Như trên;\nLưu: VT.");
        page.click("#luu");
        page.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        return URI.create(page.url()).getPath();
    }

    private static void sign(Page page, String pin) {
        page.fill("#pin", pin);
        page.click("[name=ky]");
    }

    private static void refused(Page page, String code) {
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: " + code);
    }

    private static void picturesLoad(Page page) {
        for (var picture : page.locator(".sheets img").all()) {
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).hasJSProperty("complete", true);
            assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth)"))
                    .isEqualTo(1000);
        }
    }

    private static Path download(Page page, String name) {
        var download = page.waitForDownload(() -> page.click("#tai-ve"));
        Path file = home.resolve(name);
        download.saveAs(file);
        return file;
    }

    private static void verify(Chromium.Person stranger, FilePayload file) {
        Page page = stranger.opens("/xac-minh");
        page.setInputFiles("#file", file);
        page.click(".upload button");
        page.waitForSelector(".verdict");
    }

    private static FilePayload pdf(String name, byte[] content) {
        return new FilePayload(name, "application/pdf", content);
    }

    private byte[] altered() {
        byte[] bytes = read(original().file());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("<xmp:CreateDate>") + "<xmp:CreateDate>".length();
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
