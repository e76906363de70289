package vn.antin.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Content;

/** What the registrar enters, and what everybody sees of it. */
class DocumentStandingTests extends IssuedDocument {
    /** Vietnam's day, as the rooms have it: at night another than that of UTC. */
    @Autowired
    java.time.Clock clock;

    @Autowired
    JsonMapper json;

    private MockHttpServletRequestBuilder entered(String change, LocalDate since, String words) {
        return post("/luu-tru/" + DOCUMENT + "/hieu-luc")
                .param("viec", change)
                .param("tu-ngay", since.toString())
                .param("van-ban", words)
                .with(csrf());
    }

    private String page(String address) throws Exception {
        return http.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String told(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode byDigest() throws Exception {
        String digest = Content.of(original()).digest().hex();
        return json.readTree(told(post("/api/v1/verifications/by-digest")
                .contentType("application/json")
                .content("{\"sha256\":\"" + digest + "\"}")));
    }

    /** Whatever was entered is struck again, by the page, for the next test. */
    @AfterEach
    void struck() throws Exception {
        for (long line : database.sql("select sequence from standing s where change <> 'STRUCK' and not exists"
                        + " (select 1 from standing l where l.strikes = s.sequence)")
                .query(Long.class)
                .list()) {
            http.perform(post("/luu-tru/" + DOCUMENT + "/hieu-luc/" + line + "/go")
                    .param("ly-do", "Ghi để thử")
                    .with(user(REGISTRAR))
                    .with(csrf()));
        }
        assertThat(byDigest().at("/register/standing/state").asString()).isEqualTo("IN_FORCE");
    }

    @Test
    void aRecalledDocumentIsNeverGreenAndSaysByWhatItWasRecalled() throws Exception {
        assertThat(page("/v/" + code())).contains("Có trong sổ", "verdict-passed", "Phạm Thị Nga", ">1</dd>");
        LocalDate today = LocalDate.now(clock);
        http.perform(entered("RECALLED", today, "15/QĐ-UBND  ngày 01/11/2026 của UBND huyện")
                        .with(user(REGISTRAR)))
                .andExpect(status().is3xxRedirection());
        String page = page("/v/" + code());
        assertThat(page)
                .contains(
                        "Văn bản đã bị thu hồi, không còn hiệu lực",
                        "15/QĐ-UBND ngày 01/11/2026 của UBND huyện",
                        "hủy bản điện tử")
                .doesNotContain("verdict-passed");
        JsonNode told = byDigest();
        assertThat(told.get("known").asBoolean()).isTrue();
        assertThat(told.at("/register/standing/state").asString()).isEqualTo("RECALLED");
        assertThat(told(post("/xac-minh/ma-bam")
                        .param("sha256", told.get("sha256").asString())))
                .contains("answer-failed", "đã bị thu hồi");
        assertThat(database.sql("select count(*) from audit_entry where act = 'document.recalled'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aReplacementThatIsStillToComeLeavesTheDocumentInForce() throws Exception {
        code();
        LocalDate later = LocalDate.now(clock).plusDays(30);
        http.perform(entered("REPLACED", later, "Kế hoạch mới").with(user(REGISTRAR)));
        JsonNode standing = byDigest().at("/register/standing");
        assertThat(standing.get("state").asString()).isEqualTo("IN_FORCE");
        assertThat(standing.at("/changes/0/change").asString()).isEqualTo("REPLACED");
        assertThat(page("/v/" + code())).contains("sắp có thay đổi về hiệu lực", "verdict-passed");
    }

    @Test
    void aCorrectionLeavesItInForceAndIsNamed() throws Exception {
        code();
        LocalDate today = LocalDate.now(clock);
        http.perform(entered("CORRECTED", today, "Công văn 9/THTT").with(user(REGISTRAR)));
        assertThat(page("/v/" + code())).contains("đã được đính chính", "Công văn 9/THTT", "verdict-passed");
    }

    @Test
    void onlyTheRegistrarOfTheBodyEntersAndOnlyWhatCanBe() throws Exception {
        code();
        LocalDate today = LocalDate.now(clock);
        http.perform(entered("RECALLED", today, "x").with(user(SIGNATORY))).andExpect(status().isForbidden());
        http.perform(entered("RECALLED", today, "x").with(user(STRANGER))).andExpect(status().isNotFound());
        http.perform(entered("RECALLED", today.minusYears(3), "x").with(user(REGISTRAR)))
                .andExpect(flash().attributeExists("refusal"));
        http.perform(entered("LOST", today, "x").with(user(REGISTRAR))).andExpect(flash().attributeExists("refusal"));
        http.perform(entered("RECALLED", today, " ").with(user(REGISTRAR)))
                .andExpect(flash().attributeExists("refusal"));
        http.perform(entered("RECALLED", today, "").param("ma", code()).with(user(REGISTRAR)))
                .andExpect(flash().attributeExists("refusal"));
        assertThat(byDigest().at("/register/standing/changes")).isEmpty();
    }

    @Test
    void whatWasEnteredIsNeverChangedOrRemovedInTheDatabase() throws Exception {
        code();
        http.perform(entered("CORRECTED", LocalDate.now(clock), "Công văn 10").with(user(REGISTRAR)));
        assertThatThrownBy(() ->
                        database.sql("update standing set by_words = 'khác'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from standing").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void thePageComparesTheSubjectOfAPaperWithoutShowingIt() throws Exception {
        String address = "/v/" + code() + "/trich-yeu";
        assertThat(told(post(address).param("trich-yeu", "  KẾ HOẠCH để đem đi,  xác minh. ")))
                .contains("đúng với sổ");
        assertThat(told(post(address).param("trich-yeu", "Kế hoạch khác")))
                .contains("khác với sổ")
                .doesNotContain(SUBJECT);
        assertThat(page("/v/" + code())).doesNotContain(SUBJECT, "MỤC TIÊU");
    }

    @Test
    void aDigestThatIsNoneIsRefusedInWords() throws Exception {
        for (String body : new String[] {"", "[]", "null", "{}", "{\"sha256\":\"xyz\"}", "{\"sha256\":1}"}) {
            http.perform(post("/api/v1/verifications/by-digest")
                            .contentType("application/json")
                            .content(body))
                    .andExpect(status().isBadRequest());
        }
        assertThat(told(post("/xac-minh/ma-bam").param("sha256", "0".repeat(64))))
                .contains("không có trong kho lưu trữ", "answer-indeterminate");
    }
}
