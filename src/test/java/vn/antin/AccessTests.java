package vn.antin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who may come where: each role, a member of another body and a visitor at each door. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ExtendWith(OutputCaptureExtension.class)
class AccessTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String ARCHIVIST = "luu-tru-toan-thang";
    private static final String OTHER = "van-thu-an-duong";
    private static final String LEAVING = "luu-tru-an-duong";

    private static final String DRAFT = "11111111-1111-3111-8111-111111111111";
    private static final String ISSUED = "22222222-2222-3222-8222-222222222222";
    private static final String UNKNOWN = "33333333-3333-3333-8333-333333333333";
    private static final String HOSTILE = "<script>alert(1)</script> \"nháy\" ${7*7} <b>đậm</b>";
    private static final String SECRET = "Chuyện riêng trong nội dung 0912345678";

    @TempDir
    static Path home;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @BeforeEach
    void aDraftAndAnIssuedDocument() throws Exception {
        if (database.sql("select count(*) from issuance").query(Integer.class).single() == 0) {
            for (String document : List.of(DRAFT, ISSUED)) {
                assertThat(send(save(document, HOSTILE), SIGNATORY).getRedirectedUrl())
                        .isEqualTo("/van-ban/" + document);
            }
            send(press(ISSUED, "ky", "12345678"), SIGNATORY);
            send(press(ISSUED, "dong-dau", "12345678"), REGISTRAR);
        }
        assertThat(stage(DRAFT)).isEqualTo("CHECKED");
        assertThat(stage(ISSUED)).isEqualTo("ARCHIVED");
    }

    // 302 for a visitor leads to the sign-in page.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # page,                          visitor, signatory, registrar, archivist, another body
            /,                                   200, 200, 200, 200, 200
            /van-ban,                            302, 200, 200, 200, 200
            /van-ban/moi,                        302, 200, 200, 403, 200
            /van-ban/moi/ke-hoach,               302, 200, 200, 403, 200
            /van-ban/moi/khong-co,               302, 404, 404, 403, 404
            /van-ban/DRAFT,                      302, 200, 200, 200, 403
            /van-ban/DRAFT/soan,                 302, 200, 200, 403, 403
            /van-ban/DRAFT/trang/1.png,          302, 200, 200, 200, 403
            /van-ban/DRAFT/trang/99.png,         302, 404, 404, 404, 403
            /van-ban/DRAFT/tai-ve,               302, 200, 200, 200, 403
            /van-ban/ISSUED,                     302, 200, 200, 200, 403
            /van-ban/ISSUED/trang/1.png,         302, 200, 200, 200, 403
            /van-ban/ISSUED/tai-ve,              302, 200, 200, 200, 403
            /van-ban/DRAFT/tai-word,             302, 200, 200, 200, 403
            /van-ban/ISSUED/tai-word,            302, 200, 200, 200, 403
            /van-ban/tu-word,                    302, 200, 200, 403, 200
            /van-ban/tu-word/khong-co,           302, 404, 404, 403, 404
            /kiem-tra-word,                      302, 200, 200, 200, 200
            /kiem-tra-word/khong-co/ban-sao,     302, 404, 404, 404, 404
            /van-ban/UNKNOWN,                    302, 404, 404, 404, 404
            /van-ban/khong-phai-ma,              302, 404, 404, 404, 404
            /hang-loat,                          302, 200, 200, 200, 200
            /hang-loat/mau/cong-van,             302, 200, 200, 403, 200
            /hang-loat/mau/cong-van/bieu-mau.xlsx, 302, 200, 200, 403, 200
            /hang-loat/mau/khong-co,             302, 404, 404, 403, 404
            /hang-loat/UNKNOWN,                  302, 404, 404, 404, 404
            /hang-loat/UNKNOWN/tien-do,          302, 404, 404, 404, 404
            /hang-loat/UNKNOWN/ket-qua.xlsx,     302, 404, 404, 404, 404
            /luu-tru,                            302, 403, 403, 200, 403
            /luu-tru/ISSUED/ban-goc.pdf,         302, 200, 200, 200, 404
            /luu-tru/DRAFT/ban-goc.pdf,          302, 404, 404, 404, 404
            /luu-tru/ISSUED/ban-gia-han.pdf,     302, 200, 200, 200, 404
            /luu-tru/DRAFT/ban-gia-han.pdf,      302, 404, 404, 404, 404
            /luu-tru/gia-han,                    302, 403, 403, 200, 403
            /tin-cay,                            302, 403, 403, 403, 403
            /so-van-ban-di,                      302, 200, 200, 200, 200
            /tim-kiem,                           302, 200, 200, 200, 200
            /api/v1/documents,                   401, 200, 200, 200, 200
            /mau-van-ban,                        302, 200, 200, 200, 200
            /mau-van-ban/ke-hoach,               302, 200, 200, 200, 200
            /mau-van-ban/ke-hoach/sua,           302, 200, 200, 403, 200
            /mau-van-ban/ke-hoach/ban/PLAN/xem-trang, 302, 200, 200, 200, 200
            /mau-van-ban/ke-hoach/so-sanh?truoc=PLAN&sau=PLAN, 302, 200, 200, 200, 200
            /mau-van-ban/ke-hoach/DIGEST/fields.schema.json, 200, 200, 200, 200, 200
            /mau-van-ban/cong-van/DIGEST/fields.schema.json, 404, 404, 404, 404, 404
            /mau-van-ban/khong-co,               302, 404, 404, 404, 404
            /xac-minh,                           200, 200, 200, 200, 200
            /xac-minh/ma-bam,                    200, 200, 200, 200, 200
            /xac-minh/nhieu,                     302, 200, 200, 200, 200
            /xac-minh/nhieu/UNKNOWN,             302, 404, 404, 404, 404
            /api/v1/verification-batches/UNKNOWN, 401, 404, 404, 404, 404
            /doi-chieu/CODE,                     302, 200, 200, 200, 404
            /doi-chieu/CODE/trang/1.png,         302, 200, 200, 200, 404
            /luu-tru/ISSUED/hieu-luc,            302, 403, 200, 403, 404
            /luu-tru/DRAFT/hieu-luc,             302, 403, 404, 403, 404
            /v/CODE,                             200, 200, 200, 200, 200
            /v/0000-0000-0000,                   404, 404, 404, 404, 404
            /actuator/health,                    200, 200, 200, 200, 200
            /actuator/env,                       302, 404, 404, 404, 404
            /actuator/heapdump,                  302, 404, 404, 404, 404
            """)
    void eachPageLetsInWhomItShould(
            String page, int visitor, int signatory, int registrar, int archivist, int otherBody) throws Exception {
        String path = path(page);
        var answer = http.perform(get(path).with(anonymous())).andReturn().getResponse();
        assertThat(answer.getStatus()).as("visitor").isEqualTo(visitor);
        if (visitor == 302) {
            assertThat(answer.getRedirectedUrl()).endsWith("/dang-nhap");
        }
        assertThat(status(path, SIGNATORY)).as("signatory").isEqualTo(signatory);
        assertThat(status(path, REGISTRAR)).as("registrar").isEqualTo(registrar);
        assertThat(status(path, ARCHIVIST)).as("archivist").isEqualTo(archivist);
        assertThat(status(path, OTHER)).as("another body").isEqualTo(otherBody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soan", "tu-luu", "ky", "dong-dau", "huy", "bo-phan-chua-luu"})
    void nothingIsDoneForAnotherSiteNorForAStranger(String act) throws Exception {
        for (String document : List.of(DRAFT, ISSUED)) {
            var forged = send(post("/van-ban/" + document + "/" + act).param("pin", "12345678"), user(SIGNATORY));
            assertThat(forged.getStatus()).isEqualTo(403);
            var stranger = send(save(document, act, "Của người khác").param("pin", "12345678"), OTHER);
            assertThat(stranger.getStatus()).isEqualTo(403);
            var visitor = send(press(document, act, "12345678").with(csrf()), anonymous());
            assertThat(visitor.getRedirectedUrl()).endsWith("/dang-nhap");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/luu-tru/kiem-tra", "/dang-xuat"})
    void otherFormsToAskForTheirToken(String path) throws Exception {
        assertThat(send(post(path), user(ARCHIVIST)).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "ky, van-thu-toan-thang, issue.ONLY_THE_SIGNATORY_SIGNS",
        "ky, luu-tru-toan-thang, issue.ONLY_THE_SIGNATORY_SIGNS",
        "dong-dau, pham-thi-nga, issue.ONLY_THE_REGISTRAR_SEALS",
        "dong-dau, luu-tru-toan-thang, issue.ONLY_THE_REGISTRAR_SEALS",
        "dong-dau, van-thu-toan-thang, issue.NOT_THIS_STAGE",
        "soan, luu-tru-toan-thang, issue.ONLY_WRITERS_WRITE",
        "tu-luu, luu-tru-toan-thang, issue.ONLY_WRITERS_WRITE",
        "huy, luu-tru-toan-thang, issue.ONLY_WRITERS_WRITE"
    })
    void eachRoleDoesItsOwnWorkOnly(String act, String who, String refusal) throws Exception {
        var answer = http.perform(save(DRAFT, act, "Sửa lén")
                        .param("pin", "12345678")
                        .with(csrf())
                        .with(user(who)))
                .andReturn();
        String told = answer.getResponse().getRedirectedUrl() == null
                ? answer.getResponse().getContentAsString(StandardCharsets.UTF_8)
                : http.perform(get("/van-ban/" + DRAFT).with(user(who)).flashAttrs(answer.getFlashMap()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(told).contains(refusal);
    }

    @Test
    void aPostThatHasEndedLosesItsRightsAtOnceThoughTheSessionLives() throws Exception {
        assertThat(status("/luu-tru", LEAVING)).isEqualTo(200);
        database.sql("update post set to_day = '2020-01-02' where person = :person")
                .param("person", LEAVING)
                .update();
        for (String path : List.of(
                "/van-ban",
                "/van-ban/moi",
                "/van-ban/" + DRAFT,
                "/luu-tru",
                "/so-van-ban-di",
                "/tim-kiem",
                "/api/v1/documents")) {
            assertThat(status(path, LEAVING)).as(path).isEqualTo(403);
        }
        assertThat(status("/luu-tru/" + ISSUED + "/ban-goc.pdf", LEAVING)).isEqualTo(404);
    }

    @Test
    void publicPagesShowNothingOfTheContentNorOfAnyone() throws Exception {
        var visitor = http.perform(get(path("/v/CODE"))).andReturn().getResponse();
        assertThat(visitor.getContentAsString(StandardCharsets.UTF_8))
                .contains("THTT-TT")
                .doesNotContain("Chuyện riêng", "0912345678", "alert(1)", "nháy", "Như trên");
        var pdf = send(get("/van-ban/" + ISSUED + "/tai-ve"), SIGNATORY).getContentAsByteArray();
        var judged = http.perform(multipart("/xac-minh").file(new MockMultipartFile("file", "a.pdf", "", pdf)))
                .andReturn()
                .getResponse();
        assertThat(judged.getContentAsString(StandardCharsets.UTF_8))
                .contains("THTT-TT")
                .doesNotContain("Chuyện riêng", "0912345678", "alert(1)", "nháy");
    }

    @Test
    void hostileWordsAreShownAsWords() throws Exception {
        for (String path : List.of(
                "/van-ban", "/van-ban/" + DRAFT, "/van-ban/" + DRAFT + "/soan", "/so-van-ban-di", "/tim-kiem?q=nháy")) {
            assertThat(page(path, SIGNATORY))
                    .as(path)
                    .doesNotContain("<script>alert", "<b>đậm")
                    .contains("${7*7}");
        }
        assertThat(page("/luu-tru", ARCHIVIST)).doesNotContain("<script>alert").contains("${7*7}");
        var answer = http.perform(multipart("/xac-minh")
                        .file(new MockMultipartFile(
                                "file", "../../<img src=x onerror=alert(1)>\r\nX: y.pdf", "", new byte[] {1})))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("<img src=x", "../..");
    }

    @Test
    void aDownloadHasAPlainNameWhateverTheDocumentIsCalled() throws Exception {
        for (String path :
                List.of("/van-ban/" + ISSUED + "/tai-ve", "/luu-tru/" + ISSUED + "/ban-goc.pdf?tai-ve=true")) {
            assertThat(Objects.requireNonNull(send(get(path), SIGNATORY).getHeader("Content-Disposition")))
                    .startsWith("attachment")
                    .contains("01-KH-THTT-TT.pdf")
                    .doesNotContain("\r", "\n", "/", "<");
        }
    }

    @Test
    void theLogTellsNoPinNoPasswordAndNothingOfTheContent(CapturedOutput log) throws Exception {
        send(press(DRAFT, "ky", "98765432"), SIGNATORY);
        http.perform(post("/dang-nhap")
                .param("ten", SIGNATORY)
                .param("mat-khau", "mat-khau-rat-kin")
                .with(csrf()));
        send(save(DRAFT, "soan", "Nội dung kín".repeat(100)), SIGNATORY);
        send(save(DRAFT, "soan", HOSTILE), SIGNATORY);
        assertThat(log.getAll()).doesNotContain("98765432", "mat-khau-rat-kin", "Nội dung kín", "Chuyện riêng");
    }

    @Test
    void signInLeadsNowhereElse() throws Exception {
        var answer = http.perform(post("/dang-nhap?continue=https://ke-xau.example&redirect=//ke-xau.example")
                        .param("ten", SIGNATORY)
                        .param("mat-khau", "mat-khau-mau")
                        .header("Referer", "https://ke-xau.example")
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    }

    private int status(String path, String who) throws Exception {
        return send(get(path), user(who)).getStatus();
    }

    private String page(String path, String who) throws Exception {
        return send(get(path), user(who)).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String who) throws Exception {
        return send(request.with(csrf()), user(who));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, RequestPostProcessor who)
            throws Exception {
        return http.perform(request.with(who)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder press(String document, String act, String pin) {
        return post("/van-ban/" + document + "/" + act).param("pin", pin);
    }

    private static MockHttpServletRequestBuilder save(String document, String subject) {
        return save(document, "soan", subject);
    }

    private static MockHttpServletRequestBuilder save(String document, String act, String subject) {
        return post("/van-ban/" + document + "/" + act)
                .param("mau-van-ban", "ke-hoach")
                .param("nguoi-ky", SIGNATORY)
                .param("f.subject", subject)
                .param("f.legalBases", "Căn cứ Điều lệ Trường tiểu học;")
                .param("f.body", "I. MỤC TIÊU\n1. " + SECRET + ".")
                .param("f.recipients", "Như trên\nLưu: VT");
    }

    private String stage(String document) {
        return database.sql("select stage from issuance where id = :id")
                .param("id", document)
                .query(String.class)
                .single();
    }

    private String path(String page) {
        String code = database.sql("select code from issuance where id = :id")
                .param("id", ISSUED)
                .query(String.class)
                .single();
        String plan = "from template_revision where name = 'ke-hoach' and agency is null and state = 'PUBLISHED'";
        return page.replace(
                        "PLAN",
                        database.sql("select id " + plan).query(String.class).single())
                .replace(
                        "DIGEST",
                        database.sql("select digest " + plan)
                                .query(String.class)
                                .single())
                .replace("DRAFT", DRAFT)
                .replace("ISSUED", ISSUED)
                .replace("UNKNOWN", UNKNOWN)
                .replace("CODE", code);
    }
}
