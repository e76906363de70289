package vn.antin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FrontDoorTests {
    private static final String PASSWORD = "mat-khau-mau";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dang-nhap", "/antin.css", "/shell/seal.svg", "/shell/page.js", "/actuator/health"})
    void letsVisitorsInWhereItSaysSo(String path) throws Exception {
        http.perform(get(path)).andExpect(status().isOk());
    }

    @Test
    void servesTheOneScriptThePagesName() throws Exception {
        http.perform(get("/webjars/htmx.org/dist/htmx.min.js")).andExpect(status().isOk());
    }

    @Test
    void asksVisitorsToSignInEverywhereElse() throws Exception {
        http.perform(get("/khong-ai-mo-cua-nay"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/dang-nhap"));
    }

    @ParameterizedTest
    @CsvSource({"vu-manh-hung,SIGNATORY", "van-thu-an-duong,REGISTRAR", "luu-tru-an-duong,ARCHIVIST"})
    void aPersonSignsInWithTheRoleOfTheirPost(String name, String role) throws Exception {
        http.perform(signIn(name, PASSWORD))
                .andExpect(authenticated().withUsername(name).withRoles(role));
    }

    @Test
    void theFrameShowsWhoHasSignedIn() throws Exception {
        var session = session("vu-manh-hung");
        http.perform(get("/").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Vũ Mạnh Hùng")))
                .andExpect(content().string(Matchers.containsString("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO")));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        var session = session("vu-manh-hung");
        http.perform(post("/dang-xuat").session(session).with(csrf())).andExpect(unauthenticated());
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aWrongPasswordIsSaidInPlaceAndTheNameIsKept() throws Exception {
        var answer = http.perform(signIn("vu-manh-hung", "sai").with(from("10.0.0.1")))
                .andExpect(redirectedUrl("/dang-nhap?loi"))
                .andExpect(unauthenticated())
                .andReturn();
        http.perform(get("/dang-nhap?loi")
                        .session((MockHttpSession) answer.getRequest().getSession()))
                .andExpect(content().string(Matchers.containsString("shell.SIGN_IN_REFUSED")))
                .andExpect(content().string(Matchers.containsString("value=\"vu-manh-hung\"")));
    }

    @Test
    void refusesEvenTheRightPasswordAfterTooManyWrongOnesFromThatAddress() throws Exception {
        for (int i = 0; i < SignInGuard.ATTEMPTS; i++) {
            http.perform(signIn("pham-thi-nga", "sai").with(from("10.0.0.2")));
        }
        var answer = http.perform(signIn("pham-thi-nga", PASSWORD).with(from("10.0.0.2")))
                .andExpect(unauthenticated())
                .andReturn();
        http.perform(get("/dang-nhap?loi")
                        .session((MockHttpSession) answer.getRequest().getSession()))
                .andExpect(content().string(Matchers.containsString("shell.TOO_MANY_ATTEMPTS")));
        http.perform(signIn("pham-thi-nga", PASSWORD).with(from("10.0.0.3"))).andExpect(authenticated());
        http.perform(get("/api/v1/nothing")
                        .with(httpBasic("pham-thi-nga", PASSWORD))
                        .with(from("10.0.0.2")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void everyPageForbidsWhatThisInstallationDoesNotServe() throws Exception {
        for (String path : new String[] {"/", "/dang-nhap", "/api/v1/nothing"}) {
            http.perform(get(path))
                    .andExpect(header().string("Content-Security-Policy", FrontDoor.CONTENT_SECURITY_POLICY))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"));
        }
        assertThat(FrontDoor.CONTENT_SECURITY_POLICY)
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void noPageCarriesScriptOrStyleInItself() throws Exception {
        for (String path : new String[] {"/", "/dang-nhap"}) {
            String page = http.perform(get(path)).andReturn().getResponse().getContentAsString();
            assertThat(page).doesNotContain("<style", "style=", "onclick", "javascript:");
            assertThat(page.split("<script", -1)).hasSizeGreaterThan(1);
            assertThat(Stream.of(page.split("<script", -1)).skip(1)).allMatch(it -> it.startsWith(" src=\"/"));
        }
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static MockHttpServletRequestBuilder signIn(String name, String password) {
        return post("/dang-nhap").param("ten", name).param("mat-khau", password).with(csrf());
    }

    private MockHttpSession session(String name) throws Exception {
        var request = http.perform(formLogin("/dang-nhap")
                        .userParameter("ten")
                        .passwordParam("mat-khau")
                        .user(name)
                        .password(PASSWORD))
                .andReturn()
                .getRequest();
        return (MockHttpSession) Objects.requireNonNull(request.getSession());
    }
}
