package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.template.Templates;

@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class PaperApiTests {
    private static final String HEAD = "vu-manh-hung";
    private static final String RUNS = "/api/v1/paper-runs";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @Autowired
    OutgoingDesk desk;

    @Autowired
    Templates templates;

    @Autowired
    PaperDesk papers;

    @Autowired
    JsonMapper json;

    @Test
    void aProgramSignsWhatWaitsWithOnePinAndAsksHowItGoes() throws Exception {
        var head = new PersonId(HEAD);
        for (int i = 0; i < 3; i++) {
            desk.write(
                    desk.newDocument(),
                    new OutgoingDesk.Draft(
                            new AgencyId("pgd-an-duong"),
                            head,
                            null,
                            "cong-van",
                            templates.named("cong-van").sample(),
                            false,
                            HEAD));
        }
        assertThat(read(get("/api/v1/papers"), "pham-thi-nga")).isEmpty();
        JsonNode waiting = read(get("/api/v1/papers"), HEAD);
        assertThat(waiting).hasSize(3);
        var chosen = waiting.valueStream()
                .map(it -> Map.of(
                        "id",
                        it.path("id").asString(),
                        "sha256",
                        it.path("sha256").asString()))
                .toList();
        var answer = send(asked("SIGN", chosen, "12345678"), HEAD);
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        String run = Objects.requireNonNull(answer.getHeader("Location"));
        assertThat(run).startsWith(RUNS + "/");
        JsonNode progress = read(get(run), HEAD);
        for (int i = 0; i < 600 && progress.path("moving").asBoolean(); i++) {
            Thread.sleep(50);
            progress = read(get(run), HEAD);
        }
        assertThat(progress.path("state").asString()).isEqualTo("DONE");
        assertThat(progress.path("percent").asInt()).isEqualTo(100);
        assertThat(progress.path("papers")
                        .valueStream()
                        .map(it -> it.path("state").asString()))
                .containsOnly("DONE");
        assertThat(send(get(run), "van-thu-an-duong").getStatus()).isEqualTo(404);
        assertThat(send(post(run + "/stop"), HEAD).getStatus()).isEqualTo(409);
        assertThat(read(get("/api/v1/papers"), HEAD)).isEmpty();
    }

    @Test
    void whatIsLeftOutOrWrongIsRefusedAsAProblem() throws Exception {
        for (var wrong : List.of(
                asked("SIGN", List.of(), "12345678"),
                asked("SIGN", List.of(Map.of("id", "x", "sha256", "y")), "12345678"),
                post(RUNS).contentType(MediaType.APPLICATION_JSON).content("{}"),
                post(RUNS).contentType(MediaType.APPLICATION_JSON).content("{\"act\":\"BURN\"}"),
                get("/api/v1/papers?act=BURN"))) {
            var answer = send(wrong, HEAD);
            assertThat(answer.getStatus()).isBetween(400, 404);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
        assertThat(http.perform(get("/api/v1/papers")).andReturn().getResponse().getStatus())
                .isEqualTo(401);
    }

    @Test
    void theDescriptionForProgramsNamesTheDoors() throws Exception {
        JsonNode described = json.readTree(
                http.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString());
        assertThat(described.path("paths").propertyNames())
                .contains("/api/v1/papers", RUNS, RUNS + "/{id}", RUNS + "/{id}/stop");
        assertThat(described
                        .path("components")
                        .path("schemas")
                        .path("RunAsked")
                        .path("properties")
                        .path("pin")
                        .path("writeOnly")
                        .asBoolean())
                .isTrue();
    }

    private MockHttpServletRequestBuilder asked(String act, List<Map<String, String>> documents, String pin) {
        return post(RUNS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("act", act, "documents", documents, "pin", pin)));
    }

    private JsonNode read(MockHttpServletRequestBuilder request, String who) throws Exception {
        return json.readTree(send(request, who).getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String who) throws Exception {
        return http.perform(request.with(httpBasic(who, "mat-khau-mau")))
                .andReturn()
                .getResponse();
    }
}
