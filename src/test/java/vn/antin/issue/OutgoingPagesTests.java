package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class OutgoingPagesTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String ARCHIVIST = "luu-tru-toan-thang";
    private static final String STRANGER = "vu-manh-hung";
    private static final String PIN = "12345678";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    private String document = "";

    @BeforeEach
    void takeANewSheet() {
        document = "/van-ban/" + UUID.randomUUID();
    }

    @Test
    void oneDocumentGoesTheWholeRoadByThePages() throws Exception {
        write("Kế hoạch thử");
        assertThat(page(SIGNATORY, document))
                .contains("id=\"ky\"", "Trang 1 trên ")
                .doesNotContain("id=\"dong-dau\"");
        press(SIGNATORY, "/ky", PIN);
        assertThat(page(REGISTRAR, document)).contains("id=\"dong-dau\"").doesNotContain("id=\"ky\"");
        press(REGISTRAR, "/dong-dau", PIN);
        assertThat(page(ARCHIVIST, document))
                .contains("id=\"tai-ve\"", "/KH-THTT-TT")
                .doesNotContain("id=\"sua\"");
        var file = fetch(ARCHIVIST, document + "/tai-ve");
        assertThat(file.getHeader("Content-Disposition")).matches("attachment; filename=\"\\d\\d-KH-THTT-TT.pdf\"");
        assertThat(file.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void whatIsMissingIsSaidByTheFieldAndTheRestIsKept() throws Exception {
        assertThat(write("")).endsWith("/soan");
        assertThat(page(SIGNATORY, document + "/soan"))
                .contains("id=\"tom-tat-loi\"", "href=\"#subject\"", "id=\"subject-loi\"", "aria-invalid=\"true\"")
                .contains("I. MỤC TIÊU");
    }

    @Test
    void whatWasTypedComesBackThoughItWasNeverSaved() throws Exception {
        var kept = http.perform(
                form("/tu-luu", "Chưa kịp lưu").with(user(SIGNATORY)).with(csrf()));
        assertThat(kept.andReturn().getResponse().getContentAsString()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(page(SIGNATORY, "/van-ban")).contains("Chưa kịp lưu");
        assertThat(page(SIGNATORY, document + "/soan"))
                .contains("Chưa kịp lưu", "I. MỤC TIÊU", "chưa lưu vào bản thảo");
        assertThat(fetch(REGISTRAR, document + "/soan").getStatus()).isEqualTo(404);
        http.perform(post(document + "/bo-phan-chua-luu").with(user(SIGNATORY)).with(csrf()));
        assertThat(fetch(SIGNATORY, document + "/soan").getStatus()).isEqualTo(404);
    }

    @Test
    void aTextThatTheComposerRefusesIsKeptAndTheRefusalToldInPlace() throws Exception {
        var answer = http.perform(form("/soan", "Có chú thích hở", "Nội dung^[chú thích không đóng")
                        .with(user(SIGNATORY))
                        .with(csrf()))
                .andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(document + "/soan");
        assertThat(follow(SIGNATORY, answer)).contains("Làm gì tiếp:", "chú thích không đóng", "Có chú thích hở");
    }

    @Test
    void aWrongPinIsToldInPlaceAndNothingIsSigned() throws Exception {
        write("Thử mã PIN sai");
        assertThat(press(SIGNATORY, "/ky", "00000000"))
                .contains("sign.PIN_INCORRECT", "Chưa có gì được ký", "id=\"ky\"");
        assertThat(page(SIGNATORY, document)).contains("id=\"sua\"");
        press(SIGNATORY, "/ky", PIN);
        assertThat(press(REGISTRAR, "/dong-dau", "00000000")).contains("sign.PIN_INCORRECT", "id=\"dong-dau\"");
        assertThat(page(REGISTRAR, document)).contains("chưa vào số");
        press(REGISTRAR, "/dong-dau", PIN);
    }

    @Test
    void aButtonPressedTwiceDoesItsWorkOnce() throws Exception {
        write("Bấm hai lần");
        assertThat(press(SIGNATORY, "/ky", PIN)).contains("id=\"da-xong\"");
        assertThat(press(SIGNATORY, "/ky", PIN)).doesNotContain("class=\"refused\"");
        assertThat(press(REGISTRAR, "/dong-dau", PIN)).contains("id=\"da-xong\"");
        String number = number();
        assertThat(press(REGISTRAR, "/dong-dau", PIN)).doesNotContain("class=\"refused\"");
        assertThat(number()).isEqualTo(number);
    }

    @Test
    void aDraftWithoutPagesIsNotSealed() throws Exception {
        write("");
        assertThat(press(REGISTRAR, "/dong-dau", PIN)).contains("issue.NOT_THIS_STAGE");
    }

    @Test
    void onlyTheNamedSignatorySignsAndOnlyTheRegistrarSeals() throws Exception {
        write("Quyền hạn");
        assertThat(press(REGISTRAR, "/ky", PIN)).contains("issue.ONLY_THE_SIGNATORY_SIGNS");
        press(SIGNATORY, "/ky", PIN);
        assertThat(press(SIGNATORY, "/dong-dau", PIN)).contains("issue.ONLY_THE_REGISTRAR_SEALS");
        assertThat(press(ARCHIVIST, "/dong-dau", PIN)).contains("issue.ONLY_THE_REGISTRAR_SEALS");
        press(REGISTRAR, "/dong-dau", PIN);
    }

    @Test
    void nobodySeesADocumentOfAnotherBody() throws Exception {
        write("Văn bản nội bộ");
        for (String part : new String[] {"", "/trang/1.png", "/tai-ve", "/soan"}) {
            var answer = fetch(STRANGER, document + part);
            assertThat(answer.getStatus()).as(part).isEqualTo(403);
            assertThat(answer.getContentAsString()).doesNotContain("Văn bản nội bộ");
        }
        for (String part : new String[] {"/soan", "/tu-luu"}) {
            assertThat(http.perform(form(part, "Chiếm").with(user(STRANGER)).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(part)
                    .isEqualTo(403);
        }
        for (String part : new String[] {"/ky", "/dong-dau", "/huy"}) {
            assertThat(http.perform(post(document + part)
                                    .param("pin", PIN)
                                    .with(user(STRANGER))
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(part)
                    .isEqualTo(403);
        }
        assertThat(page(STRANGER, "/van-ban")).doesNotContain("Văn bản nội bộ");
        assertThat(page(SIGNATORY, document)).contains("Văn bản nội bộ");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        write("Không ký thay");
        int status = http.perform(post(document + "/ky").param("pin", PIN).with(user(SIGNATORY)))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(403);
        assertThat(page(SIGNATORY, document)).contains("id=\"ky\"");
    }

    @Test
    void showsThePagesAsPicturesOfBoundedSizeAndSendsThemOnce() throws Exception {
        write("Xem trang");
        var answer = fetch(SIGNATORY, document + "/trang/1.png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1000);
        assertThat(picture.getHeight()).isBetween(1400, 1420);
        var again = http.perform(get(document + "/trang/1.png")
                        .header("If-None-Match", Objects.requireNonNull(answer.getHeader("ETag")))
                        .with(user(SIGNATORY)))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(fetch(SIGNATORY, document + "/trang/99.png").getStatus()).isEqualTo(404);
    }

    @Test
    void anAddressThatNamesNoDocumentIsRefusedPlainly() throws Exception {
        assertThat(fetch(SIGNATORY, document).getStatus()).isEqualTo(404);
        assertThat(fetch(SIGNATORY, "/van-ban/khong-phai-ma").getStatus()).isEqualTo(404);
        assertThat(fetch(SIGNATORY, "/van-ban/moi/khong-co-mau").getStatus()).isEqualTo(404);
    }

    @Test
    void aWithdrawnDraftCannotBeSigned() throws Exception {
        write("Bỏ đi");
        http.perform(post(document + "/huy").with(user(SIGNATORY)).with(csrf()));
        assertThat(press(SIGNATORY, "/ky", PIN)).contains("issue.NOT_THIS_STAGE");
    }

    /** Saves a plan with that subject; answers where the browser is sent. */
    private String write(String subject) throws Exception {
        return Objects.requireNonNull(
                http.perform(form("/soan", subject).with(user(SIGNATORY)).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private MockHttpServletRequestBuilder form(String act, String subject) {
        return form(act, subject, "I. MỤC TIÊU\n1. **Chung**\nNâng cao chất lượng./.");
    }

    private MockHttpServletRequestBuilder form(String act, String subject, String body) {
        return post(document + act)
                .param("mau-van-ban", "ke-hoach")
                .param("nguoi-ky", SIGNATORY)
                .param("f.subject", subject)
                .param("f.body", body)
                .param("f.recipients", "Như trên;\nLưu: VT.");
    }

    private String press(String person, String act, String pin) throws Exception {
        return follow(
                person,
                http.perform(post(document + act)
                                .param("pin", pin)
                                .with(user(person))
                                .with(csrf()))
                        .andReturn());
    }

    /** The page after the redirect, with what was to be said there. */
    private String follow(String person, MvcResult sent) throws Exception {
        var request = get(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()))
                .with(user(person));
        if (!sent.getFlashMap().isEmpty()) {
            request.flashAttrs(sent.getFlashMap());
        }
        return HtmlUtils.htmlUnescape(
                http.perform(request).andReturn().getResponse().getContentAsString());
    }

    private String page(String person, String path) throws Exception {
        var answer = fetch(person, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.getContentAsString());
    }

    private MockHttpServletResponse fetch(String person, String path) throws Exception {
        return http.perform(get(path).with(user(person))).andReturn().getResponse();
    }

    private String number() throws Exception {
        return page(REGISTRAR, document).replaceAll("(?s).*id=\"so-ky-hieu\">([^<]*)<.*", "$1");
    }
}
