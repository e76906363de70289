package vn.antin.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.antin.kernel.Sha256;

/** Trust data as the administrator loads, reviews and signs them off. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc
class TrustPagesTests {
    private static final RequestPostProcessor ADMINISTRATOR =
            user("quan-tri-so").roles("ADMINISTRATOR");
    private static final RequestPostProcessor REGISTRAR =
            user("van-thu-toan-thang").roles("REGISTRAR");

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc web;

    @Autowired
    TrustStatus trust;

    @Autowired
    TrustVersions versions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVersionIsLoadedSeenAndSignedOffAndTheOlderOnesAreKept() throws Exception {
        seen("tin-cay-0", web.perform(get("/tin-cay").with(ADMINISTRATOR)).andReturn());
        String first = load(TrustFileTests.file("2026.1", ""));
        assertThat(trust.version()).isEqualTo("0");
        var page = web.perform(get(first).with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<ins>")))
                .andExpect(content().string(containsString("http://tsa.example.vn/tsa")))
                .andReturn();
        seen("tin-cay-1", page);
        refused("trust.NOT_REVIEWED", post(first + "/ap-dung").with(ADMINISTRATOR));
        assertThat(trust.version()).isEqualTo("0");
        approve(first);
        assertThat(trust.version()).isEqualTo("2026.1");

        String second = load(TrustFileTests.file("2026.2", "").replace("ocsp.example.vn", "ocsp2.example.vn"));
        seen("tin-cay-2", web.perform(get(second).with(ADMINISTRATOR)).andReturn());
        web.perform(get(second).with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Bỏ: </span>ocsp.example.vn")))
                .andExpect(content().string(containsString("Thêm: </span>ocsp2.example.vn")));
        approve(second);
        seen("tin-cay-3", web.perform(get("/tin-cay").with(ADMINISTRATOR)).andReturn());
        assertThat(trust.mayAsk("ocsp2.example.vn")).isTrue();
        assertThat(versions.all()).extracting(TrustVersions.Version::version).contains("2026.2", "2026.1");
        assertThat(versions.inForce().version()).isEqualTo("2026.2");

        // Back to the older one: kept, and only put in force again.
        approve(first);
        assertThat(trust.version()).isEqualTo("2026.1");
        assertThat(jdbc.sql("select act, actor from audit_entry where act like 'trust.%' order by sequence")
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .isEqualTo(List.of(
                        "trust.loaded quan-tri-so",
                        "trust.approved quan-tri-so",
                        "trust.loaded quan-tri-so",
                        "trust.approved quan-tri-so",
                        "trust.approved quan-tri-so"));
        for (String change : List.of(
                "update trust_version set body = 'x'",
                "delete from trust_version",
                "update trust_approval set approved_by = 'x'",
                "delete from trust_approval")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobodyElseComesHere() throws Exception {
        for (String path : List.of("/tin-cay", "/tin-cay/" + Sha256.of(new byte[0]))) {
            refused("trust.NOT_AN_ADMINISTRATOR", get(path).with(REGISTRAR));
        }
        refused(
                "trust.NOT_AN_ADMINISTRATOR",
                multipart("/tin-cay")
                        .file(new MockMultipartFile("tep", TrustFile.usual()))
                        .with(REGISTRAR));
        web.perform(get("/van-ban").with(REGISTRAR)).andExpect(content().string(not(containsString("/tin-cay"))));
    }

    @Test
    void aWrongFileIsRefusedWithItsPlaces() throws Exception {
        var file = new MockMultipartFile("tep", TrustFileTests.bytes("{\"version\": \"1\"}"));
        refused("trust.DATA_WRONG", multipart("/tin-cay").file(file).with(ADMINISTRATOR));
    }

    @Test
    void twoVersionsDoNotBearOneName() throws Exception {
        load(TrustFileTests.file("2026.7", ""));
        for (String name : List.of("2026.7", "0")) {
            byte[] other = TrustFileTests.bytes(TrustFileTests.file(name, "").replace("Để thử", "Khác"));
            refused(
                    "trust.DATA_WRONG",
                    multipart("/tin-cay")
                            .file(new MockMultipartFile("tep", other))
                            .with(ADMINISTRATOR));
        }
    }

    private void refused(String key, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response = web.perform(request.with(csrf())).andReturn().getResponse();
        assertThat(response.getStatus()).isBetween(400, 499);
        assertThat(response.getContentAsString()).contains(key);
    }

    private String load(String file) throws Exception {
        byte[] bytes = TrustFileTests.bytes(file);
        String there = "/tin-cay/" + Sha256.of(bytes);
        web.perform(multipart("/tin-cay")
                        .file(new MockMultipartFile("tep", "trust.json", "application/json", bytes))
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(redirectedUrl(there));
        return there;
    }

    private void approve(String version) throws Exception {
        web.perform(post(version + "/ap-dung")
                        .param("da-xem", "true")
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(redirectedUrl("/tin-cay"));
    }

    private static void seen(String name, MvcResult result) throws Exception {
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(
                Path.of("target/pages/" + name + ".html"), result.getResponse().getContentAsString());
    }
}
