package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.antin.bulk.Batch.State;
import vn.antin.kernel.AgencyId;
import vn.antin.template.Templates;

/** Who may do what with a batch, and that what comes in a file is shown as words. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class BulkPagesTests {
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");
    private static final String REGISTRAR = "van-thu-an-duong";
    private static final String ARCHIVIST = "luu-tru-an-duong";
    private static final String STRANGER = "van-thu-toan-thang";
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    static Path home;

    @Autowired
    MockMvc http;

    @Autowired
    BulkDesk desk;

    @Autowired
    Batches batches;

    @Autowired
    Templates templates;

    private Batch batch;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @BeforeEach
    void aFileIsRead() {
        var form = new Form(templates.named("cong-van"), false);
        byte[] file = new Spreadsheet(desk.form("cong-van", BODY))
                .fill(3, HOSTILE, form, form.template().sample())
                .type(3, "Về việc", HOSTILE)
                .type(3, "Người ký", HOSTILE)
                .fill(4, "b", form, form.template().sample())
                .saved();
        batch = desk.read(file, HOSTILE + ".xlsx", "cong-van", BODY, REGISTRAR);
    }

    @Test
    void whatComesInAFileIsShownAsWords() throws Exception {
        for (String path : new String[] {"/hang-loat", "/hang-loat/" + batch.id()}) {
            assertThat(send(get(path), ARCHIVIST).getContentAsString(StandardCharsets.UTF_8))
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain(HOSTILE);
        }
    }

    @Test
    void theNameOfAFileIsItsLastPartWithoutWhatCannotBeSeen() throws Exception {
        byte[] file = desk.form("cong-van", BODY);
        var form = new Form(templates.named("cong-van"), false);
        file = new Spreadsheet(file)
                .fill(3, "a", form, form.template().sample())
                .saved();
        var answer = send(
                multipart("/hang-loat/mau/cong-van")
                        .file(new MockMultipartFile("tep", "C:\\x\\..\\nhóm\u202E1\n.xlsx", "", file)),
                REGISTRAR);
        String made = String.valueOf(answer.getRedirectedUrl()).substring("/hang-loat/".length());
        assertThat(batches.find(java.util.UUID.fromString(made)).orElseThrow().fileName())
                .isEqualTo("nhóm1.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chay", "dung", "bo"})
    void onlyWritersOfTheBodyActAndNoOtherSiteDoes(String act) throws Exception {
        String path = "/hang-loat/" + batch.id() + "/" + act;
        assertThat(send(post(path), STRANGER).getStatus()).isEqualTo(404);
        assertThat(send(post(path), ARCHIVIST).getStatus()).isEqualTo(403);
        assertThat(http.perform(post(path).with(user(REGISTRAR)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(batches.find(batch.id()))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(State.READ));
    }

    @Test
    void nobodyOfAnotherBodySeesAnythingOfIt() throws Exception {
        for (String part : new String[] {"", "/tien-do", "/ket-qua.xlsx"}) {
            var answer = send(get("/hang-loat/" + batch.id() + part), STRANGER);
            assertThat(answer.getStatus()).as(part).isEqualTo(404);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("alert(1)");
        }
        assertThat(send(get("/hang-loat"), STRANGER).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("alert(1)");
    }

    @Test
    void whoDoesNotWriteHandsNothingIn() throws Exception {
        var answer = send(
                multipart("/hang-loat/mau/cong-van").file(new MockMultipartFile("tep", "a.xlsx", "", new byte[] {1})),
                ARCHIVIST);
        assertThat(answer.getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String who) throws Exception {
        return http.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse send(
            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request, String who)
            throws Exception {
        return http.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    }
}
