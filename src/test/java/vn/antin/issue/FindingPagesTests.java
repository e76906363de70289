package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.antin.check.Finding;
import vn.antin.kernel.DocumentId;

/** What a person can do about a finding: have it mended, or, if they sign the document, let it pass with a reason. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FindingPagesTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String ARCHIVIST = "luu-tru-toan-thang";
    private static final String STRANGER = "vu-manh-hung";
    private static final String PIN = "12345678";
    private static final String REASON = "Tên chương trình vốn viết hoa trong quyết định phê duyệt";
    private static final String SHOUTED = "CHƯƠNG TRÌNH SÓNG VÀ MÁY TÍNH";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient database;

    @Autowired
    OutgoingDesk desk;

    private String id = "";

    @BeforeEach
    void takeANewSheet() {
        id = UUID.randomUUID().toString();
    }

    @Test
    void whereAFindingStandsIsToldWithItsPage() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: HS, VT.");
        assertThat(page(SIGNATORY))
                .contains("href=\"#trang-1\"", "id=\"trang-1\"", "cách mép trên", "Phải sửa", "Nên xem lại");
    }

    @Test
    void oneClickMendsTheAnswersAndMakesThePagesAnew() throws Exception {
        write("Kế hoạch đọc sách", "Hội đồng trường;\nLưu: HS, VT.");
        var before = issuance();
        assertThat(page(SIGNATORY)).contains("Sửa giúp");
        assertThat(press(SIGNATORY, "/sua-giup", number("FileCopyNamesVtFirst"), ""))
                .contains("Đã sửa “Lưu: HS, VT.” thành “Lưu: VT, HS.”");
        var after = issuance();
        assertThat(after.answers().path("recipients").asString()).isEqualTo("Hội đồng trường;\nLưu: VT, HS.");
        assertThat(after.answers().path("body")).isEqualTo(before.answers().path("body"));
        assertThat(after.pdf()).isNotEqualTo(before.pdf());
        assertThat(after.findings()).extracting(Finding::rule).doesNotContain("FileCopyNamesVtFirst");
    }

    @Test
    void pagesThatChangedMeanwhileAreNotMended() throws Exception {
        write("Đọc sách", "Hội đồng trường;\nLưu: HS, VT.");
        var stale = Objects.requireNonNull(issuance().pdf()).hex();
        int number = number("FileCopyNamesVtFirst");
        write("Đọc sách nhiều hơn", "Hội đồng trường;\nLưu: HS, VT.");
        assertThat(sent(SIGNATORY, "/sua-giup", number, "", stale)).contains("issue.NOT_THIS_STAGE");
        assertThat(issuance().answers().toString()).contains("Lưu: HS, VT.");
    }

    @Test
    void theSignatoryLetsARulePassAndItGoesIntoRegisterArchiveAndAuditTrail() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(issuance().stage()).isEqualTo(Stage.DRAFT);
        assertThat(page(SIGNATORY)).contains("Cho qua điểm này");
        assertThat(press(SIGNATORY, "/cho-qua", number("SubjectIsInSmallLetters"), REASON))
                .contains("Đã cho qua", REASON, "Phạm Thị Nga", "id=\"ky\"");
        assertThat(issuance().stage()).isEqualTo(Stage.CHECKED);

        act(SIGNATORY, "/ky");
        act(REGISTRAR, "/dong-dau");
        assertThat(issuance().stage()).isEqualTo(Stage.ARCHIVED);
        assertThat(page(ARCHIVIST)).contains("Đã cho qua", REASON);
        var waiver = desk.entry(new DocumentId(UUID.fromString(id)))
                .orElseThrow()
                .particulars()
                .waivers()
                .getFirst();
        assertThat(waiver.rule()).isEqualTo("SubjectIsInSmallLetters");
        assertThat(waiver.person().value()).isEqualTo(SIGNATORY);
        assertThat(waiver.reason()).isEqualTo(REASON);
        assertThat(fetch(ARCHIVIST, "/luu-tru")).contains(REASON, "Phạm Thị Nga");
        String trail = database.sql(
                        "select count(*) from audit_entry where act = 'document.rule-waived' and actor = :who and document = :id")
                .param("id", id)
                .param("who", SIGNATORY)
                .query(String.class)
                .single();
        assertThat(trail).isEqualTo("1");
    }

    @Test
    void onlyTheSignatoryLetsARulePass() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(page(REGISTRAR)).doesNotContain("Cho qua điểm này");
        int number = number("SubjectIsInSmallLetters");
        assertThat(press(REGISTRAR, "/cho-qua", number, REASON)).contains("issue.ONLY_THE_SIGNATORY_WAIVES");
        assertThat(press(ARCHIVIST, "/cho-qua", number, REASON)).contains("issue.ONLY_THE_SIGNATORY_WAIVES");
        for (String act : new String[] {"/cho-qua", "/sua-giup"}) {
            assertThat(status(STRANGER, act, number)).as(act).isEqualTo(403);
        }
        assertThat(status(ARCHIVIST, "/sua-giup", number)).isEqualTo(403);
        assertThat(issuance().stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void aReasonIsAskedForAndWhatWasTypedIsKept() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(press(SIGNATORY, "/cho-qua", number("SubjectIsInSmallLetters"), "vội quá"))
                .contains("issue.REASON_TOO_SHORT", ">vội quá</textarea>");
        assertThat(issuance().stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void whatWasLetPassStopsAgainWhenItsWordsChange() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        press(SIGNATORY, "/cho-qua", number("SubjectIsInSmallLetters"), REASON);
        write(SHOUTED, "Hội đồng trường;\nCác tổ chuyên môn;\nLưu: VT, CM.");
        assertThat(issuance().stage()).as("the words are the same").isEqualTo(Stage.CHECKED);
        write(SHOUTED + " CHO EM", "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(issuance().stage()).isEqualTo(Stage.DRAFT);
        assertThat(issuance().findings()).allMatch(it -> it.waiver() == null);
    }

    @Test
    void aWarningNeedsNoWaiver() throws Exception {
        write("Đọc sách.", "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(press(SIGNATORY, "/cho-qua", number("SubjectEndsWithoutAStop"), REASON))
                .contains("issue.RULE_NOT_WAIVABLE");
    }

    @Test
    void aFindingThatIsNotThereIsRefusedPlainly() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        assertThat(press(SIGNATORY, "/cho-qua", 99, REASON)).contains("issue.NOT_THIS_STAGE");
        assertThat(press(SIGNATORY, "/sua-giup", -1, "")).contains("issue.NOT_THIS_STAGE");
        assertThat(sent(SIGNATORY, "/cho-qua", 0, REASON, "không phải mã")).contains("issue.NOT_THIS_STAGE");
    }

    @Test
    void oldFindingsAndParticularsAreStillRead() throws Exception {
        write(SHOUTED, "Hội đồng trường;\nLưu: VT, CM.");
        database.sql("update issuance set findings = :findings, particulars = json_remove(particulars, '$.waivers')"
                        + " where id = :id")
                .param(
                        "findings",
                        "[{\"rule\":\"SubjectIsPresent\",\"citation\":\"c\",\"severity\":\"ERROR\",\"where\":\"Trích yếu\",\"what\":\"w\",\"mend\":\"m\",\"place\":{\"part\":\"SUBJECT\",\"annex\":-1,\"index\":-1,\"quote\":\"\"},\"replacement\":\"\",\"waivable\":true}]")
                .param("id", id)
                .update();
        assertThat(issuance().findings()).hasSize(1);
        assertThat(Objects.requireNonNull(issuance().particulars()).waivers()).isEmpty();
        assertThat(page(SIGNATORY)).contains("Trích yếu");
    }

    private Issuance issuance() {
        return desk.document(new DocumentId(UUID.fromString(id)));
    }

    /** Which of the document's findings is of that rule. */
    private int number(String rule) {
        var findings = issuance().findings();
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).rule().equals(rule)) {
                return i;
            }
        }
        throw new AssertionError("No finding of " + rule + " in " + findings);
    }

    private void write(String subject, String recipients) throws Exception {
        http.perform(post("/van-ban/" + id + "/soan")
                .param("mau-van-ban", "ke-hoach")
                .param("nguoi-ky", SIGNATORY)
                .param("f.subject", subject)
                .param("f.body", "I. MỤC TIÊU\n1. **Chung**\nNâng cao chất lượng dạy và học.")
                .param("f.recipients", recipients)
                .with(user(SIGNATORY))
                .with(csrf()));
    }

    private void act(String person, String act) throws Exception {
        http.perform(post("/van-ban/" + id + act)
                .param("pin", PIN)
                .with(user(person))
                .with(csrf()));
    }

    private String press(String person, String act, int number, String reason) throws Exception {
        return sent(
                person,
                act,
                number,
                reason,
                Objects.requireNonNull(issuance().pdf()).hex());
    }

    /** The page after the redirect, with what was to be said there. */
    private String sent(String person, String act, int number, String reason, String seen) throws Exception {
        MvcResult answer = http.perform(
                        form(act, number, reason, seen).with(user(person)).with(csrf()))
                .andReturn();
        var request = get(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
                .with(user(person));
        if (!answer.getFlashMap().isEmpty()) {
            request.flashAttrs(answer.getFlashMap());
        }
        return HtmlUtils.htmlUnescape(
                http.perform(request).andReturn().getResponse().getContentAsString());
    }

    private int status(String person, String act, int number) throws Exception {
        return http.perform(form(
                                act,
                                number,
                                REASON,
                                Objects.requireNonNull(issuance().pdf()).hex())
                        .with(user(person))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletRequestBuilder form(String act, int number, String reason, String seen) {
        return post("/van-ban/" + id + act)
                .param("diem", Integer.toString(number))
                .param("trang", seen)
                .param("ly-do", reason);
    }

    private String page(String person) throws Exception {
        return fetch(person, "/van-ban/" + id);
    }

    private String fetch(String person, String path) throws Exception {
        return HtmlUtils.htmlUnescape(http.perform(get(path).with(user(person)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
