package vn.antin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

/** Signing with each kind of key as people do it, in a real browser: token here, telephone, token in their own machine. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SigningJourneyTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String HOLDER = "vu-manh-hung";
    private static final String PASSWORD = "mat-khau-mau";
    private static final String TOKEN = "tk-hanh-trinh";
    private static final String PIN = "604172";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicBoolean NO_TIMESTAMP = new AtomicBoolean();

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static MockCsc service;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static DeskTool tool;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static X509Certificate holder;

    private static @Nullable Chromium chromium;
    private static Chromium.@Nullable Person principal;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        SoftHsm.token(TOKEN, PIN);
        X509Certificate nga = SoftHsm.key(TOKEN, PIN, "nga", "rsa:2048", "Phạm Thị Nga");
        SoftHsm.key(TOKEN, PIN, "khac", "rsa:2048", "Người Khác");
        holder = SoftHsm.key(TOKEN, PIN, "hung", "EC:prime256v1", "Vũ Mạnh Hùng");
        service = new MockCsc(TOKEN, PIN, "nga", "khac", nga);
        KeyPair keys = pair();
        tool = new DeskTool(keys.getPrivate(), SoftHsm.certificate(keys.getPublic(), "Phạm Thị Nga"));
        Path secret = home.resolve("secret.txt");
        Files.writeString(secret, "bi-mat-cua-he-thong");
        Path anchors = SoftHsm.anchors(home.resolve("anchors"));
        properties.add("antin.home", () -> home.resolve("data").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.trust.anchors", anchors::toString);
        properties.add("antin.sign.pkcs11.tokens[0].module", SoftHsm.MODULE::toString);
        properties.add("antin.sign.pkcs11.tokens[0].label", () -> TOKEN);
        properties.add("antin.sign.pkcs11.tokens[0].keys." + HOLDER, () -> "hung");
        properties.add("antin.sign.remote.services[0].name", () -> "mau");
        properties.add("antin.sign.remote.services[0].title", () -> "Dịch vụ ký từ xa mẫu");
        properties.add("antin.sign.remote.services[0].address", () -> service.address("v2"));
        properties.add("antin.sign.remote.services[0].client-id", () -> "antin");
        properties.add("antin.sign.remote.services[0].secret-file", secret::toString);
        properties.add("antin.sign.remote.services[0].accounts." + SIGNATORY, () -> "0123456789");
    }

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

    @AfterAll
    static void close() {
        service.close();
        if (chromium != null) {
            chromium.close();
        }
        chromium = null;
        principal = null;
    }

    @BeforeEach
    void signIn() {
        if (chromium == null) {
            chromium = new Chromium();
            chromium.visits("http://localhost:" + port);
            principal = enter(SIGNATORY);
        }
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        NO_TIMESTAMP.set(false);
        assertThat(browser().troubles()).isEmpty();
    }

    @Test
    void aPersonConfirmsOnTheTelephoneAndTheDocumentIsSigned() {
        service.behaves(MockCsc.Mode.PUSH);
        Page page = chooses("Xác nhận trên điện thoại");
        principal().looksAt("ky-chon-cach");
        page.click("[name=ky-tu-xa]");
        assertThat(page.locator("#tien-do")).containsText("Mở ứng dụng ký số trên điện thoại");
        assertThat(page.locator("#tien-do progress")).isVisible();
        principal().looksAt("ky-cho-dien-thoai");
        service.confirm();
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
        assertThat(page.locator(".road .done")).hasCount(3);
        principal().looksAt("ky-xong-dien-thoai");
        assertThat(signatures(page)).contains("Signature is Valid", "Phạm Thị Nga");
    }

    @Test
    void aRequestRejectedOnTheTelephoneIsTold() {
        service.behaves(MockCsc.Mode.REJECTED);
        Page page = chooses("Từ chối trên điện thoại");
        page.click("[name=ky-tu-xa]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_REJECTED");
        principal().looksAt("ky-bi-tu-choi");
        assertThat(page.locator("#chon-cach-ky")).isVisible();
    }

    @Test
    void aServiceThatIsDownIsToldAtOnce() {
        service.behaves(MockCsc.Mode.ERROR_500);
        Page page = chooses("Dịch vụ hỏng");
        page.click("[name=ky-tu-xa]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.REMOTE_UNAVAILABLE");
    }

    @Test
    void whoWaitsMayGiveUpAndSignOtherwise() {
        service.behaves(MockCsc.Mode.PUSH);
        Page page = chooses("Hủy rồi ký bằng PIN");
        page.click("[name=ky-tu-xa]");
        page.locator("a", new Page.LocatorOptions().setHasText("Quay lại văn bản"))
                .click();
        assertThat(page.locator("#dang-ky")).isVisible();
        principal().looksAt("ky-dang-do");
        page.click("#xem-phien");
        page.click("[name=huy-phien]");
        assertThat(page.locator("#da-xong")).containsText("Chưa có gì được ký");
        page.fill("#pin", "12345678");
        page.click("[name=ky]");
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
    }

    @Test
    void whileTheTimeStampIsOutstandingNothingIsLost() {
        service.behaves(MockCsc.Mode.SAD_AT_ONCE);
        NO_TIMESTAMP.set(true);
        Page page = chooses("Chờ dấu thời gian");
        page.click("[name=ky-tu-xa]");
        assertThat(page.locator("#tien-do")).containsText("Đã có chữ ký của bạn");
        principal().looksAt("ky-cho-dau-thoi-gian");
        NO_TIMESTAMP.set(false);
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
    }

    @Test
    void aKeyInATokenOnTheServerIsOpenedWithItsPin() {
        Chromium.Person person = enter(HOLDER);
        Page page = written(person, "Khóa trong thiết bị");
        page.fill("#pin", "000000");
        page.click("[name=ky]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.PIN_INCORRECT");
        page.fill("#pin", PIN);
        page.click("[name=ky]");
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
        assertThat(signatures(page)).contains("Signature is Valid", "Vũ Mạnh Hùng");
    }

    @Test
    void vgcaSignServiceTakesTheFileAndBringsItBack() {
        var asked = new ArrayList<JsonNode>();
        principal()
                .page()
                .routeWebSocket(
                        "wss://127.0.0.1:8987/SignApproved",
                        socket -> socket.onMessage(frame -> {
                            JsonNode question = JSON.readTree(frame.text());
                            asked.add(question);
                            byte[] pdf = fetched(question.path("FileName").asString())
                                    .body();
                            var answer =
                                    brought(question.path("FileUploadHandler").asString(), tool.signs(pdf));
                            socket.send(JSON.writeValueAsString(
                                    Map.of("Status", 0, "Message", "", "FileServer", JSON.readTree(answer.body()))));
                        }));
        Page page = chooses("Ký bằng VGCA");
        page.click("[name=ky-tai-may]");
        principal().looksAt("ky-usb");
        page.click("#vgca-ky");
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
        assertThat(signatures(page)).contains("Signature is Valid", "Phạm Thị Nga", "Total document signed");
        // Each address was good once.
        assertThat(fetched(asked.getFirst().path("FileName").asString()).statusCode())
                .isEqualTo(404);
        assertThat(brought(asked.getFirst().path("FileUploadHandler").asString(), new byte[] {1})
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutVgcaOnTheMachineThePageSaysWhatElseToDo() {
        Page page = chooses("Không có VGCA");
        page.click("[name=ky-tai-may]");
        try (Page other = principal().tab()) {
            // The tool's address is not routed here, and nobody listens there.
            other.navigate(page.url());
            assertThat(other.locator("#bang-tay")).isVisible();
            assertThat(other.locator("#vgca-ky")).hasCount(0);
        }
        page.click("[name=huy-phien]");
        assertThat(page.locator("#da-xong")).containsText("Chưa có gì được ký");
    }

    @Test
    void aFileSignedByHandIsTakenOnlyWhenItIsTheRightOne() {
        Page page = chooses("Gửi tệp bằng tay");
        page.click("[name=ky-tai-may]");
        var download = page.waitForDownload(() -> page.click("#tai-ve"));
        byte[] pdf = read(download.path());
        byte[] rewritten = tool.signs(DeskTool.rewritten(pdf));
        page.setInputFiles("#tep", new FilePayload("sai.pdf", "application/pdf", rewritten));
        page.click("[name=gui]");
        assertThat(page.locator("#loi-chinh .code")).hasText("Mã: sign.FILE_NOT_APPENDED");
        principal().looksAt("ky-tep-sai");
        page.setInputFiles("#tep", new FilePayload("dung.pdf", "application/pdf", tool.signs(pdf)));
        page.click("[name=gui]");
        assertThat(page.locator("#da-xong")).containsText("Đã ký");
    }

    @Test
    void aProgramSignsByTwoCallsInThePersonsName() throws Exception {
        Page page = written(enter(HOLDER), "Hai bước bằng chương trình");
        String document = page.url().substring(page.url().lastIndexOf('/') + 1);
        String pages = page.locator(".facts code").innerText();
        var asked = Map.of(
                "documentId", document,
                "expectedSha256", pages,
                "certificate", Base64.getEncoder().encodeToString(holder.getEncoded()));
        assertThat(called("POST", "/api/v1/signing-sessions", asked, null).statusCode())
                .isIn(401, 403);
        assertThat(called("POST", "/api/v1/signing-sessions", asked, SIGNATORY).statusCode())
                .isEqualTo(403);
        var begun = called("POST", "/api/v1/signing-sessions", asked, HOLDER);
        assertThat(begun.statusCode()).isEqualTo(201);
        JsonNode session = JSON.readTree(begun.body());
        assertThat(session.path("signatureAlgorithm").asString()).isEqualTo("SHA256withECDSA");
        String at = "/api/v1/signing-sessions/" + session.path("id").asString();
        byte[] value = SoftHsm.signs(
                TOKEN,
                PIN,
                "hung",
                false,
                Base64.getDecoder().decode(session.path("digest").asString()));
        var brought = Map.of("value", Base64.getEncoder().encodeToString(value));
        assertThat(called("POST", at + "/signature", Map.of("value", "AAAA"), HOLDER)
                        .body())
                .contains("sign.VALUE_WRONG");
        assertThat(called("POST", at + "/signature", brought, SIGNATORY).statusCode())
                .isEqualTo(403);
        assertThat(called("GET", at, null, SIGNATORY).statusCode()).isEqualTo(403);
        assertThat(called("POST", at + "/signature", brought, HOLDER).statusCode())
                .isEqualTo(202);
        assertThat(called("POST", at + "/signature", brought, HOLDER).statusCode())
                .isEqualTo(404);
        for (int i = 0; i < 100 && !called("GET", at, null, HOLDER).body().contains("SIGNED"); i++) {
            page.waitForTimeout(100);
        }
        assertThat(called("GET", at, null, HOLDER).body()).contains("\"SIGNED\"");
        page.reload();
        assertThat(page.locator(".road .done")).hasCount(3);
        for (var hostile : List.of(
                Map.of(),
                Map.of("documentId", document, "expectedSha256", "x", "certificate", "%%%"),
                Map.of("documentId", document, "expectedSha256", pages, "certificate", "A".repeat(100_000)))) {
            assertThat(called("POST", "/api/v1/signing-sessions", hostile, HOLDER)
                            .statusCode())
                    .isBetween(400, 409);
        }
    }

    private HttpResponse<String> called(String method, String path, @Nullable Object body, @Nullable String person)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (person != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<byte[]> fetched(String address) {
        return sent(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    /** As the tool does it: one part, a name of its own choosing, no cookie. */
    private static HttpResponse<byte[]> brought(String address, byte[] file) {
        String mark = "----tep";
        byte[] head = ("--" + mark + "\r\nContent-Disposition: form-data; name=\"uploadfile\"; filename=\"ky.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return sent(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, file, tail)))
                .build());
    }

    private static HttpResponse<byte[]> sent(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signatures(Page page) {
        var download = page.waitForDownload(() -> page.click("#tai-ve"));
        return Peers.said(read(download.path()), "pdfsig", "-nocert");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new document, and the page on which its signatory says which key they have. */
    private Page chooses(String subject) {
        Page page = written(principal(), subject);
        page.click("#chon-cach-ky");
        assertThat(page.locator("h1")).hasText("Ký văn bản");
        return page;
    }

    private static Page written(Chromium.Person person, String subject) {
        Page page = person.opens("/van-ban/moi/ke-hoach");
        page.fill("#subject", subject);
        page.fill("#body", "I. MỤC TIÊU\n1. **Chung**\nNâng cao chất lượng dạy và học./.");
        page.fill("#recipients", "Như trên;\nLưu: VT.");
        page.click("#luu");
        page.waitForURL(Pattern.compile("/van-ban/[0-9a-f-]{36}$"));
        return page;
    }

    private static Chromium.Person enter(String name) {
        var person = browser().somebody();
        Page page = person.page();
        page.navigate("/dang-nhap");
        page.fill("#ten", name);
        page.fill("#mat-khau", PASSWORD);
        page.click("[name=dang-nhap]");
        assertThat(page.locator("h1")).hasText("Việc của tôi");
        return person;
    }

    private static Chromium browser() {
        return java.util.Objects.requireNonNull(chromium);
    }

    private static Chromium.Person principal() {
        return java.util.Objects.requireNonNull(principal);
    }

    private static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
