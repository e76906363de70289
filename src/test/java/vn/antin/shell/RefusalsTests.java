package vn.antin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;

/** Over a real socket: the container has its part in refusals. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTests {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsAProgramInAProblemDocument() throws Exception {
        var answer = send(to("/api/thu/conflict"));
        assertThat(answer.statusCode()).isEqualTo(404);
        var problem = problem(answer);
        assertThat(problem.path("type").asString()).isEqualTo("urn:antin:refusal:shell.NO_SUCH_PAGE");
        assertThat(problem.path("title").asString()).isEqualTo("Không có trang này.");
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("next").asString()).contains("Chưa có gì thay đổi");
        assertThat(problem.path("code").asString()).isEqualTo("shell.NO_SUCH_PAGE");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
    }

    @Test
    void tellsAPersonInAPage() throws Exception {
        var answer = send(to("/thu/conflict").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).startsWith("text/html");
        assertThat(answer.body()).contains("Không có trang này.", "Làm gì tiếp:", "shell.NO_SUCH_PAGE", "<main");
    }

    @Test
    void asksAProgramForAPasswordWithoutSendingItElsewhere() throws Exception {
        var answer = send(to("/api/v1/closed"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).path("code").asString()).isEqualTo("shell.SIGN_IN_NEEDED");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("Basic"));
        assertThat(send(to("/api/v1/closed").header("Sec-Fetch-Mode", "cors"))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void takesAPasswordFromAScriptWithoutACsrfToken() throws Exception {
        var wrong = send(to("/api/v1/closed").header("Authorization", basic("vu-manh-hung", "sai")));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(problem(wrong).path("code").asString()).isEqualTo("shell.SIGN_IN_REFUSED");
        var right = send(to("/api/v1/closed")
                .header("Authorization", basic("vu-manh-hung", "mat-khau-mau"))
                .POST(BodyPublishers.noBody()));
        assertThat(right.statusCode()).isEqualTo(404);
        assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        var answer = send(to("/dang-nhap")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("ten=vu-manh-hung&mat-khau=mat-khau-mau")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("shell.FORM_EXPIRED");
    }

    @Test
    void namesTheMethodsThatAPathTakes() throws Exception {
        var answer = send(to("/api/thu/upload"));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(problem(answer).path("code").asString()).isEqualTo("shell.WRONG_METHOD");
    }

    @Test
    void anUnexpectedFailureShowsAnIncidentNumberAndNoStackTrace(CapturedOutput log) throws Exception {
        var answer = send(to("/api/thu/broken"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "at vn.antin");
        String incident = problem(answer).path("detail").asString().replaceAll(".*số sự cố ([0-9A-F]{8})\\.", "$1");
        assertThat(incident).matches("[0-9A-F]{8}");
        assertThat(log.getAll()).contains("Incident " + incident + " at GET /api/thu/broken");
    }

    @Test
    void refusesAnUploadOf200MegabytesClearlyAndLivesOn() throws Exception {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n";
        byte[] chunk = new byte[1 << 20];
        for (boolean lengthKnown : new boolean[] {true, false}) {
            var pieces = new ArrayList<byte[]>();
            pieces.add(head.getBytes(StandardCharsets.UTF_8));
            pieces.addAll(Collections.nCopies(200, chunk));
            pieces.add("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
            long length = pieces.stream().mapToLong(it -> it.length).sum();
            var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                    pieces.stream().<InputStream>map(ByteArrayInputStream::new).toList())));
            var request = to("/api/thu/upload")
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(lengthKnown ? BodyPublishers.fromPublisher(body, length) : body);
            var answer = send(request);
            assertThat(answer.statusCode()).as("length known: " + lengthKnown).isEqualTo(413);
            assertThat(problem(answer).path("code").asString()).isEqualTo("shell.UPLOAD_TOO_LARGE");
        }
        assertThat(send(to("/actuator/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAnUploadThatIsSmallEnough() throws Exception {
        var answer = send(
                to("/api/thu/upload")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(
                                BodyPublishers.ofString(
                                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nabc\r\n--x--\r\n")));
        assertThat(answer.body()).isEqualTo("3");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private JsonNode problem(HttpResponse<String> answer) {
        assertThat(type(answer)).isEqualTo("application/problem+json");
        return json.readTree(answer.body());
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @TestConfiguration
    static class Room {
        @Bean
        RequestMatcher openForTheseTests() {
            var path = PathPatternRequestMatcher.withDefaults();
            return new OrRequestMatcher(path.matcher("/api/thu/**"), path.matcher("/thu/**"));
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    @RestController
    static class Doors {
        @GetMapping({"/api/thu/conflict", "/thu/conflict"})
        String refuse() {
            throw new Refusal(ShellReason.NO_SUCH_PAGE);
        }

        @GetMapping("/api/thu/broken")
        String fail() {
            throw new IllegalStateException("secret");
        }

        @PostMapping("/api/thu/upload")
        String take(@RequestParam("file") MultipartFile file) {
            return Long.toString(file.getSize());
        }
    }
}
