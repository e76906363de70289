package vn.antin.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.SelfCheck;
import vn.antin.template.KeptRevision;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateRevisions;
import vn.antin.template.Templates;

@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class AuthoringPagesTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String ARCHIVIST = "luu-tru-toan-thang";
    private static final String STRANGER = "vu-manh-hung";
    private static final AgencyId SCHOOL = new AgencyId("th-toan-thang");

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @Autowired
    Templates templates;

    @Autowired
    TemplateRevisions revisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<SelfCheck> checks;

    private String name = "ke-hoach";

    @Test
    void savingMakesADraftAndChangesNothingInForce() throws Exception {
        fresh("Lưu bản nháp");
        var before = revisions.own(SCHOOL, name).size();
        assertThat(save(REGISTRAR, typed("document.ftlx", it -> it + "<!-- thêm -->\n")))
                .endsWith("/mau-van-ban/" + name);
        assertThat(revisions.own(SCHOOL, name)).hasSize(before + 1);
        assertThat(revisions.own(SCHOOL, name).getFirst().state()).isEqualTo(KeptRevision.State.DRAFT);
        assertThat(fetch(SIGNATORY, "/van-ban/moi/" + name).getStatus()).isEqualTo(404);
    }

    @Test
    void aFormThatWasNotTouchedSavesNothing() throws Exception {
        fresh("Không sửa gì");
        var before = revisions.own(SCHOOL, name);
        save(REGISTRAR, typed("document.ftlx", it -> it.replace("\n", "\r\n")));
        assertThat(revisions.own(SCHOOL, name)).isEqualTo(before);
    }

    @Test
    void publishingIsRecordedAndNamesTheRevisionByItsDigest() throws Exception {
        fresh("Công bố");
        KeptRevision draft = newest();
        assertThat(press(SIGNATORY, "/ban/" + draft.id() + "/cong-bo")).contains("Đã công bố");
        assertThat(templates.named(SCHOOL, name).digest()).isEqualTo(draft.digest());
        assertThat(jdbc.sql("select actor || ' ' || details from audit_entry where act = 'template.published'"
                                + " order by sequence desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith(SIGNATORY)
                .contains(draft.digest().hex(), name, SCHOOL.value());
        press(SIGNATORY, "/thoi-dung");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'template.retired' and details like :name")
                        .param("name", "%" + name + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (SelfCheck it : checks) {
            it.check(new NoFault());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ban/%d/cong-bo, van-thu-toan-thang",
        "/ban/%d/dung-lai, van-thu-toan-thang",
        "/thoi-dung, van-thu-toan-thang",
        "/ban/%d/cong-bo, luu-tru-toan-thang",
    })
    void onlyASignatoryChangesWhatIsInForce(String act, String who) throws Exception {
        fresh("Quyền công bố");
        assertThat(page(http.perform(post("/mau-van-ban/" + name + act.formatted(newest().id()))
                                .with(csrf())
                                .with(user(who)))
                        .andReturn()))
                .contains("authoring.ONLY_SIGNATORIES_PUBLISH");
    }

    @Test
    void whoOnlyKeepsReadsAndEditsNothing() throws Exception {
        assertThat(fetch(ARCHIVIST, "/mau-van-ban/ke-hoach").getStatus()).isEqualTo(200);
        for (String part : List.of("/sua")) {
            assertThat(fetch(ARCHIVIST, "/mau-van-ban/ke-hoach" + part).getStatus())
                    .isEqualTo(403);
        }
        for (String act : List.of("/sua", "/tu-luu", "/xem-trang", "/sao", "/bo-phan-chua-luu", "/tren-ban-moi")) {
            assertThat(send(ARCHIVIST, post("/mau-van-ban/ke-hoach" + act).param("goc", "1"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodySeesWhatAnotherBodyMakes() throws Exception {
        fresh("Của riêng trường");
        KeptRevision draft = newest();
        preview(REGISTRAR, typed());
        for (String part : List.of(
                "",
                "/sua",
                "/ban/" + draft.id() + "/xem-trang",
                "/so-sanh?truoc=" + draft.id() + "&sau=" + draft.id(),
                "/trang/" + draft.digest() + "/1.png",
                "/" + draft.digest() + "/fields.schema.json")) {
            var answer = fetch(STRANGER, "/mau-van-ban/" + name + part);
            assertThat(answer.getStatus()).as(part).isEqualTo(404);
        }
        for (String act : List.of("/sua", "/tu-luu", "/xem-trang", "/ban/" + draft.id() + "/cong-bo")) {
            var answer = http.perform(typed().apply(post("/mau-van-ban/" + name + act))
                            .with(csrf())
                            .with(user(STRANGER)))
                    .andReturn();
            String told = answer.getFlashMap().get("refusal") == null
                    ? page(answer)
                    : answer.getFlashMap().get("refusal").toString();
            assertThat(told).as(act).contains("template.UNKNOWN_");
        }
        assertThat(page(STRANGER, "/mau-van-ban")).doesNotContain("Của riêng trường", name);
        // By its number under a template that everybody has.
        assertThat(fetch(STRANGER, "/mau-van-ban/ke-hoach/ban/" + draft.id() + "/xem-trang")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theTruePagesOfTheFormAreShown() throws Exception {
        fresh("Xem trang");
        String part = preview(REGISTRAR, typed("sample.json", it -> it.replace("Triển khai", "Đổi mới")));
        assertThat(part).contains("Dựng được 2 trang");
        var picture = Pattern.compile("/mau-van-ban/[^\"]*png").matcher(part);
        assertThat(picture.find()).isTrue();
        var image = ImageIO.read(
                new ByteArrayInputStream(fetch(REGISTRAR, picture.group()).getContentAsByteArray()));
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(fetch(REGISTRAR, picture.group().replace("1.png", "9.png")).getStatus())
                .isEqualTo(404);
    }

    /** What the text of a template may not do: told, never done, and never in force. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "<#include '/etc/passwd'>",
                "${data?api.class}",
                "<#list data.body?split(\"\") as a>${a}</#list>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><document xmlns=\"urn:antin:document:1\">&e;</document>",
                "<document xmlns='urn:antin:document:1'><subject>a</subject><body>chữ</body></document>",
                "<document xmlns='urn:antin:document:1'><subject></subject><body><paragraph>a</paragraph></body></document>",
                "không phải XML",
                "",
                // Endless for all practical purposes: 26 to the power of six.
                "<#list data.body?split(\" \") as a><#list data.body?split(\" \") as b><#list data.body?split(\" \") as c>"
                        + "<#list data.body?split(\" \") as d><#list data.body?split(\" \") as e></#list></#list></#list></#list></#list>",
                "<#list data.body?split(\" \") as a><#list data.body?split(\" \") as b>${data.body}</#list></#list>"
            })
    void aHostileOrBrokenTextIsToldAndNeverInForce(String text) throws Exception {
        fresh("Mẫu xấu");
        var form = typed("document.ftlx", it -> text);
        assertThat(preview(REGISTRAR, form))
                .contains("Chưa dựng được trang", "Nội dung văn bản")
                .doesNotContain("root:");
        assertThat(save(REGISTRAR, form)).endsWith("/" + name);
        assertThat(press(SIGNATORY, "/ban/" + newest().id() + "/cong-bo")).contains("authoring.DOES_NOT_WORK");
        assertThat(newest().state()).isEqualTo(KeptRevision.State.DRAFT);
    }

    @Test
    void whatTheGateStopsIsNotPublished() throws Exception {
        fresh("Sai thể thức");
        var form = typed(
                "sample.json",
                it -> it.replace(",\n    \"Lưu: VT.\"", "")
                        .replace("Các tổ chuyên môn (để t/h);", "Các tổ chuyên môn (để t/h)."));
        assertThat(preview(REGISTRAR, form)).contains("chưa đúng thể thức", "Phải sửa", "Nghị định 30/2020/NĐ-CP");
        save(REGISTRAR, form);
        assertThat(press(SIGNATORY, "/ban/" + newest().id() + "/cong-bo")).contains("authoring.GATE_STOPS_SAMPLE");
        assertThat(newest().state()).isEqualTo(KeptRevision.State.DRAFT);
    }

    @Test
    void onlyOnePreviewOfAPersonIsMadeAtATime() throws Exception {
        fresh("Xem nhiều lần");
        String slow =
                "<#list data.body?split(\" \") as a><#list data.body?split(\" \") as b><#list data.body?split(\" \") as c>"
                        + "<#list data.body?split(\" \") as d><#list data.body?split(\" \") as e></#list></#list></#list></#list></#list>";
        var asked = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            String text = slow + "<!-- " + i + " -->";
            asked.add(() -> preview(REGISTRAR, typed("document.ftlx", it -> text)));
        }
        try (var browser = Executors.newFixedThreadPool(8)) {
            var told = new ArrayList<String>();
            for (var it : browser.invokeAll(asked)) {
                told.add(it.get());
            }
            assertThat(told)
                    .filteredOn(it -> it.contains("Máy đang dựng trang trước đó"))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(told).filteredOn(it -> it.contains("chạy quá")).isNotEmpty();
        }
    }

    @Test
    void theSecondOfTwoPeopleIsToldAndKeepsTheirText() throws Exception {
        fresh("Hai người");
        var his = typed("document.ftlx", it -> it + "<!-- của văn thư -->\n");
        var hers = typed("document.ftlx", it -> it + "<!-- của hiệu phó -->\n");
        save(REGISTRAR, his);
        var answer = http.perform(hers.apply(post("/mau-van-ban/" + name + "/sua"))
                        .with(csrf())
                        .with(user(SIGNATORY)))
                .andReturn();
        assertThat(String.valueOf(answer.getFlashMap().get("refusal"))).contains("template.CHANGED_MEANWHILE");
        assertThat(page(SIGNATORY, "/mau-van-ban/" + name + "/sua")).contains("của hiệu phó", "id=\"ban-moi\"");
        assertThat(page(SIGNATORY, "/mau-van-ban/" + name + "/so-sanh?truoc=" + newest().id() + "&sau=chua-luu"))
                .contains("của hiệu phó", "của văn thư");
        send(SIGNATORY, post("/mau-van-ban/" + name + "/tren-ban-moi").param("goc", String.valueOf(newest().id())));
        String edit = page(SIGNATORY, "/mau-van-ban/" + name + "/sua");
        assertThat(edit)
                .contains("của hiệu phó", "name=\"goc\" value=\"" + newest().id() + "\"")
                .doesNotContain("ban-moi");
    }

    @Test
    void whatIsTypedIsKeptForItsWriterOnly() throws Exception {
        fresh("Tự lưu");
        var kept = http.perform(typed("document.ftlx", it -> it + "<!-- gõ dở -->")
                        .apply(post("/mau-van-ban/" + name + "/tu-luu"))
                        .with(csrf())
                        .with(user(REGISTRAR)))
                .andReturn()
                .getResponse();
        assertThat(kept.getContentAsString()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(page(REGISTRAR, "/mau-van-ban/" + name + "/sua")).contains("gõ dở");
        assertThat(page(SIGNATORY, "/mau-van-ban/" + name + "/sua")).doesNotContain("gõ dở");
        send(REGISTRAR, post("/mau-van-ban/" + name + "/bo-phan-chua-luu"));
        assertThat(page(REGISTRAR, "/mau-van-ban/" + name + "/sua")).doesNotContain("gõ dở");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndTheTextKept() throws Exception {
        fresh("Quá lớn");
        var answer = http.perform(typed("document.ftlx", it -> "x".repeat(1_100_000))
                        .apply(post("/mau-van-ban/" + name + "/sua"))
                        .with(csrf())
                        .with(user(REGISTRAR)))
                .andReturn();
        assertThat(String.valueOf(answer.getFlashMap().get("refusal"))).contains("template.TEMPLATE_TOO_LARGE");
        assertThat(fetch(REGISTRAR, "/mau-van-ban/" + name + "/sua").getContentAsString())
                .contains("x".repeat(1_100_000));
        send(REGISTRAR, post("/mau-van-ban/" + name + "/bo-phan-chua-luu"));
    }

    @Test
    void theQuestionsOfARevisionInForceAreThereForEveryoneForEver() throws Exception {
        fresh("Công khai câu hỏi");
        KeptRevision draft = newest();
        String path = "/mau-van-ban/" + name + "/" + draft.digest() + "/fields.schema.json";
        assertThat(http.perform(get(path)).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        press(SIGNATORY, "/ban/" + draft.id() + "/cong-bo");
        press(SIGNATORY, "/thoi-dung");
        var answer = http.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/schema+json");
        assertThat(answer.getHeader("Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(answer.getContentAsByteArray())
                .isEqualTo(revisions.files(draft).bytes(TemplateFiles.FIELDS));
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        for (String wrong : List.of(
                path.replace(name, "ke-hoach"),
                path.replace(draft.digest().hex(), "0".repeat(64)),
                path.replace("fields.schema.json", "sample.json"))) {
            assertThat(http.perform(get(wrong)).andReturn().getResponse().getStatus())
                    .as(wrong)
                    .isIn(302, 404);
        }
    }

    @Test
    void everyWordOfTheVocabularyIsExplained() throws Exception {
        String edit = page(REGISTRAR, "/mau-van-ban/ke-hoach/sua");
        var words = Pattern.compile("<dt><code><([a-z-]+)[^<]*</code></dt><dd>([^<]*)</dd>")
                .matcher(edit);
        int count = 0;
        while (words.find()) {
            count++;
            assertThat(words.group(2)).as(words.group(1)).isNotBlank();
        }
        assertThat(count).isGreaterThan(15);
    }

    @Test
    void hostileWordsAreShownAsWords() throws Exception {
        fresh("<script>alert(1)</script> ${7*7} \"nháy\"");
        for (String path : List.of("", "/" + name, "/" + name + "/sua")) {
            assertThat(fetch(REGISTRAR, "/mau-van-ban" + path).getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("<script>alert")
                    .contains("${7*7}");
        }
    }

    @Test
    void wordsThatAreNoAddressOfATemplateAreRefusedPlainly() throws Exception {
        for (String path : List.of(
                "/khong-co",
                "/khong-co/sua",
                "/ke-hoach/so-sanh?truoc=x&sau=1",
                "/ke-hoach/so-sanh?truoc=1&sau=chua-luu",
                "/ke-hoach/so-sanh?truoc=99999999999999999999&sau=1",
                "/ke-hoach/ban/999999/xem-trang",
                "/ke-hoach/sua?tu=999999",
                "/" + "a".repeat(2000))) {
            assertThat(fetch(REGISTRAR, "/mau-van-ban" + path).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private KeptRevision newest() {
        return revisions.newest(SCHOOL, name).orElseThrow();
    }

    /** Each test has a template of its own, copied from the plan's. */
    private void fresh(String title) throws Exception {
        String edit = Objects.requireNonNull(
                send(REGISTRAR, post("/mau-van-ban/ke-hoach/sao").param("ten", title))
                        .getRedirectedUrl());
        name = edit.replaceAll("/mau-van-ban/([^/]+)/sua", "$1");
    }

    /** Puts what the form says into a request. */
    private interface Form {
        MockHttpServletRequestBuilder apply(MockHttpServletRequestBuilder request);
    }

    private interface Edit {
        String of(String text);
    }

    private Form typed() {
        return typed("", it -> it);
    }

    private Form typed(String file, Edit edit) {
        KeptRevision newest = newest();
        TemplateFiles files = revisions.files(newest);
        Typed typed = Typed.of(files);
        return request -> request.param("goc", String.valueOf(newest.id()))
                .param("ten", typed.title())
                .param("loai", typed.kind())
                .param("mo-ta", typed.description())
                .param("bao-quan", typed.retention())
                .param("nguoi-ky", typed.signedBy())
                .param("thu-tu", typed.order())
                .param("cau-hoi", file.equals(TemplateFiles.FIELDS) ? edit.of(typed.fields()) : typed.fields())
                .param("van-ban", file.equals(TemplateFiles.TEXT) ? edit.of(typed.text()) : typed.text())
                .param("tra-loi-mau", file.equals(TemplateFiles.SAMPLE) ? edit.of(typed.sample()) : typed.sample());
    }

    @Test
    void aTextOnALineThatIsNotThereIsRefusedInWords() throws Exception {
        for (String act : new String[] {"/sua", "/tu-luu", "/tren-ban-moi"}) {
            assertThat(send(SIGNATORY, post("/mau-van-ban/" + name + act).param("goc", "999999999"))
                            .getStatus())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    private String save(String who, Form form) throws Exception {
        return Objects.requireNonNull(http.perform(form.apply(post("/mau-van-ban/" + name + "/sua"))
                        .with(csrf())
                        .with(user(who)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String preview(String who, Form form) throws Exception {
        return page(http.perform(form.apply(post("/mau-van-ban/" + name + "/xem-trang"))
                        .with(csrf())
                        .with(user(who)))
                .andReturn());
    }

    private String press(String who, String act) throws Exception {
        var answer = http.perform(
                        post("/mau-van-ban/" + name + act).with(csrf()).with(user(who)))
                .andReturn();
        return page(http.perform(get("/mau-van-ban/" + name).with(user(who)).flashAttrs(answer.getFlashMap()))
                .andReturn());
    }

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(csrf()).with(user(who))).andReturn().getResponse();
    }

    private MockHttpServletResponse fetch(String who, String path) throws Exception {
        return http.perform(get(URI.create(path)).with(user(who))).andReturn().getResponse();
    }

    private String page(String who, String path) throws Exception {
        return HtmlUtils.htmlUnescape(fetch(who, path).getContentAsString(StandardCharsets.UTF_8));
    }

    private static String page(MvcResult answer) throws Exception {
        return HtmlUtils.htmlUnescape(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static final class NoFault implements SelfCheck.Witness {
        @Override
        public void fault(SelfCheck.Fault fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void progress(long done, long total) {}
    }
}
