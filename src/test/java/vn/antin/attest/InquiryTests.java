package vn.antin.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.attest.Inquiries.Arrived;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.PersonId;
import vn.antin.verify.Verifier;

class InquiryTests extends IssuedDocument {
    private static final String API = "/api/v1/verification-batches";

    @Autowired
    Inquiries inquiries;

    @Autowired
    WaitingFiles files;

    @Autowired
    InquiryRun run;

    @Autowired
    Verifier verifier;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper json;

    @Value("${antin.home}")
    Path home;

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, "application/octet-stream", bytes);
    }

    private JsonNode sent(String person, String address, MockMultipartFile... parts) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        for (MockMultipartFile part : parts) {
            request.file(part);
        }
        return json.readTree(http.perform(request.with(user(person)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private JsonNode done(String person, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode told = json.readTree(http.perform(get(API + "/" + id).with(user(person)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());
            if (told.get("done").asBoolean()) {
                return told;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The batch did not end");
    }

    @Test
    void manyFilesAndAZipAreJudgedEachByItself() throws Exception {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            out.putNextEntry(new ZipEntry("trong/tốt.pdf"));
            out.write(original());
            out.putNextEntry(new ZipEntry("trong/nữa.zip"));
            out.write(new byte[] {'P', 'K', 3, 4});
            out.closeEntry();
        }
        String id = sent(
                        REGISTRAR,
                        API,
                        file("../a.pdf", original()),
                        file("b.pdf", tampered()),
                        file("c.pdf", new byte[0]),
                        file("gói.zip", zip.toByteArray()))
                .get("id")
                .asString();
        sent(REGISTRAR, API + "/" + id + "/files", file("d.zip", "không phải zip".getBytes(StandardCharsets.UTF_8)));
        JsonNode told = done(REGISTRAR, id);
        assertThat(told.get("files").asInt()).isEqualTo(6);
        assertThat(told.at("/conclusions/TOTAL_PASSED").asInt()).isEqualTo(2);

        JsonNode results = json.readTree(
                        http.perform(get(API + "/" + id + "/results").with(user(REGISTRAR)))
                                .andExpect(header().string("Cache-Control", "no-store"))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                .get("results");
        assertThat(results.valueStream().map(it -> it.get("file").asString()))
                .containsExactly("a.pdf", "b.pdf", "c.pdf", "gói.zip/trong/tốt.pdf", "gói.zip/trong/nữa.zip", "d.zip");
        assertThat(results.valueStream().map(it -> it.at("/report/conclusion").asString()))
                .containsExactly("TOTAL_PASSED", "TOTAL_FAILED", "NOT_A_PDF", "TOTAL_PASSED", "NOT_A_PDF", "NOT_A_PDF");
        assertThat(results.get(0).at("/report/register/standing/state").asString())
                .isEqualTo("IN_FORCE");
        // What was judged has left the disk.
        assertThat(home.resolve("inquiries").resolve(id).toFile().list()).isNullOrEmpty();

        String page = text("/xac-minh/nhieu/" + id + "?loc=TOTAL_PASSED&xep=ten");
        assertThat(page)
                .contains("a.pdf", "Trong sổ, còn hiệu lực", "aria-sort")
                .doesNotContain(">b.pdf<");
        assertThat(text("/xac-minh/nhieu/" + id + "/tep/2")).contains("Đã bị thay đổi.");
        assertThat(text("/xac-minh/nhieu/" + id + "/tep/2/bao-cao.xml"))
                .contains("urn:etsi:019102:mainindication:total-failed");
        byte[] table = http.perform(
                        get("/xac-minh/nhieu/" + id + "/ket-qua.xlsx").with(user(REGISTRAR)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(table))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(6);
        }

        http.perform(get(API + "/" + id).with(user(STRANGER))).andExpect(status().isNotFound());
        http.perform(get("/xac-minh/nhieu/" + id).with(user(SIGNATORY))).andExpect(status().isNotFound());
        http.perform(delete(API + "/" + id).with(user(REGISTRAR)).with(csrf())).andExpect(status().isNoContent());
        http.perform(get(API + "/" + id).with(user(REGISTRAR))).andExpect(status().isNotFound());
    }

    private String text(String address) throws Exception {
        return http.perform(get(address).with(user(REGISTRAR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void nobodyJudgesManyFilesWithoutSigningIn() throws Exception {
        http.perform(multipart(API).file(file("a.pdf", new byte[1])).with(csrf()))
                .andExpect(status().isUnauthorized());
        http.perform(get("/xac-minh/nhieu")).andExpect(status().is3xxRedirection());
    }

    @Test
    void anEmptyRequestAndTooManyFilesAreRefusedInWords() throws Exception {
        http.perform(multipart(API).with(user(REGISTRAR)).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("attest.NO_FILES"));
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (int i = 0; i <= InquiryDesk.MOST_FILES; i++) {
                out.putNextEntry(new ZipEntry(i + ".pdf"));
                out.closeEntry();
            }
        }
        http.perform(multipart(API)
                        .file(file("nhiều.zip", zip.toByteArray()))
                        .with(user(REGISTRAR))
                        .with(csrf()))
                .andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("attest.TOO_MANY_FILES"));
        assertThat(inquiries.of(new PersonId(REGISTRAR)))
                .allSatisfy(it -> assertThat(inquiries.tally(it.id()).all()).isPositive());
    }

    /** As after a crash: rows wait, and nobody works on them. */
    private UUID left(Clock at) {
        var id = UUID.randomUUID();
        var rows = new Inquiries(database, json, transactions, at);
        rows.begin(id, new AgencyId("th-toan-thang"), new PersonId(SIGNATORY));
        files.put(id, 1, Content.of(new byte[] {1}));
        rows.add(id, 1, List.of(new Arrived("a.pdf", null), new Arrived("mất.pdf", null)));
        return id;
    }

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    @Test
    void whatWaitedWhenTheServiceStoppedIsJudgedWhenItStarts() throws Exception {
        UUID id = left(clock);
        run.takeUp();
        JsonNode told = done(SIGNATORY, id.toString());
        assertThat(told.at("/conclusions/NOT_A_PDF").asInt()).isOne();
        // Its bytes are gone: said so, and the other was judged.
        assertThat(Objects.requireNonNull(inquiries.item(id, 2).orElseThrow().report())
                        .reason())
                .extracting("code")
                .isEqualTo("MISSING");
    }

    @Test
    void filesAreForgottenAfterADayAndResultsAfterAWeek() throws Exception {
        Clock earlier = Clock.offset(clock, InquiryRun.FILES_KEPT.negated().minusMinutes(1));
        UUID id = left(earlier);
        Path bytes = home.resolve("inquiries").resolve(id.toString());
        run.sweep();
        assertThat(Files.exists(bytes)).isFalse();
        assertThat(inquiries.tally(id).cancelled()).isEqualTo(2);
        Clock later = Clock.offset(clock, Duration.ofDays(6).plusMinutes(5));
        new InquiryRun(inquiries, files, verifier, later).sweep();
        assertThat(inquiries.find(id)).isEmpty();
    }

    @Test
    void whatIsStoppedIsNotJudgedAndLeavesTheDisk() throws Exception {
        UUID id = left(clock);
        http.perform(post(API + "/" + id + "/cancellation")
                        .with(user(SIGNATORY))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stopped").value(2))
                .andExpect(jsonPath("$.cancelled").value(true));
        assertThat(Files.exists(home.resolve("inquiries").resolve(id.toString())))
                .isFalse();
        http.perform(multipart(API + "/" + id + "/files")
                        .file(file("a.pdf", new byte[1]))
                        .with(user(SIGNATORY))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("attest.ENDED"));
    }
}
