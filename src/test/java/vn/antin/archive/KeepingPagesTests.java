package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.antin.kernel.DocumentKind;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.SignedSamples;

/** The pages of register, archive and search, as a member, an archivist and a stranger meet them. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc
class KeepingPagesTests {
    private static final RequestPostProcessor REGISTRAR =
            user("van-thu-toan-thang").roles("REGISTRAR");
    private static final RequestPostProcessor ARCHIVIST =
            user("luu-tru-toan-thang").roles("ARCHIVIST");
    private static final RequestPostProcessor STRANGER =
            user("van-thu-an-duong").roles("REGISTRAR");

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc web;

    @Autowired
    OutgoingRegister register;

    @Autowired
    Archive archive;

    @Test
    void theRegisterHasTheColumnsOfTheDecree() throws Exception {
        keep("Ôn thi <học kỳ>");
        seen(
                "so-van-ban-di",
                web.perform(get("/so-van-ban-di").with(REGISTRAR))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("Đơn vị, người nhận bản lưu")))
                        .andExpect(content().string(containsString("Ôn thi &lt;học kỳ&gt;")))
                        .andExpect(content().string(containsString("Lưu: VT, CM")))
                        .andReturn());
        web.perform(get("/so-van-ban-di").with(STRANGER)).andExpect(content().string(not(containsString("Ôn thi"))));
    }

    @Test
    void aMemberReadsTheOriginalAndAStrangerDoesNot() throws Exception {
        var kept = keep("Họp phụ huynh");
        String address = "/luu-tru/" + kept.entry().particulars().id() + "/ban-goc.pdf";
        web.perform(get(address).with(REGISTRAR))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(archive.read(kept.digest()).bytes()))
                .andExpect(header().string("ETag", "\"" + kept.digest() + "\""));
        refused("archive.NOT_KEPT", address, STRANGER);
    }

    @Test
    void theArchivistHasTheStoreChecked() throws Exception {
        keep("Trồng cây");
        refused("archive.NOT_AN_ARCHIVIST", "/luu-tru", REGISTRAR);
        web.perform(post("/luu-tru/kiem-tra").with(ARCHIVIST).with(csrf())).andExpect(redirectedUrl("/luu-tru"));
        String page = "";
        for (int i = 0; i < 100 && !page.contains("Lần kiểm tra gần nhất"); i++) {
            Thread.sleep(50);
            page = web.perform(get("/luu-tru").with(ARCHIVIST))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        }
        assertThat(page).contains("Toàn vẹn</span> Kho bản gốc").contains("Trồng cây");
        seen("luu-tru", web.perform(get("/luu-tru").with(ARCHIVIST)).andReturn());
    }

    @Test
    void theSearchPageShowsWhatWasFoundWithMarks() throws Exception {
        keep("Bơi lội <an toàn>");
        seen(
                "tim-kiem",
                web.perform(get("/tim-kiem").param("q", "boi loi").with(REGISTRAR))
                        .andExpect(status().isOk())
                        .andExpect(
                                content().string(containsString("<mark>Bơi</mark> <mark>lội</mark> &lt;an toàn&gt;")))
                        .andReturn());
        web.perform(get("/tim-kiem").param("q", "boi loi").with(STRANGER))
                .andExpect(content().string(containsString("Không tìm thấy văn bản nào")));
        web.perform(get("/api/v1/documents").param("q", "boi loi").with(REGISTRAR))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.documents[0].subject").value("Bơi lội <an toàn>"));
        refused("search.BAD_DATE", "/tim-kiem?tu=2025-02-30", REGISTRAR);
    }

    /** However the door tells it: as the refusal itself, or as a page that carries its key. */
    private void refused(String key, String address, RequestPostProcessor visitor) {
        try {
            var response = web.perform(get(address).with(visitor)).andReturn().getResponse();
            assertThat(response.getStatus()).isBetween(400, 599);
            assertThat(response.getContentAsString()).contains(key);
        } catch (Exception e) {
            assertThatThrownBy(() -> {
                        throw e;
                    })
                    .hasStackTraceContaining(key);
        }
    }

    private ArchivedOriginal keep(String subject) {
        var signed = SignedSamples.of(SignedSamples.SCHOOL, DocumentKind.PLAN, subject, "Nội dung kế hoạch");
        var entry = register.enter(signed, SignedSamples.REGISTRAR);
        return archive.keep(SignedSamples.sealed(signed, entry), entry);
    }

    private static void seen(String name, MvcResult result) throws Exception {
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(
                Path.of("target/pages/" + name + ".html"), result.getResponse().getContentAsString());
    }
}
