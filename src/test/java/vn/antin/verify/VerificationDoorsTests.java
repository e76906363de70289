package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.archive.Archive;
import vn.antin.kernel.PersonId;
import vn.antin.register.OutgoingRegister;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;

class VerificationDoorsTests extends IssuedPages {
    @Autowired
    MockMvc http;

    @Autowired
    VerifyCommand command;

    @Autowired
    JsonMapper json;

    @Autowired
    OutgoingRegister register;

    @Autowired
    Archive archive;

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, "application/pdf", bytes);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void theApiJudgesAFileWithoutSignIn() throws Exception {
        http.perform(multipart("/api/v1/verifications")
                        .file(file("../../thu.pdf", sealed().pdf().bytes()))
                        .with(from("10.0.0.1")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.file").value("thu.pdf"))
                .andExpect(jsonPath("$.conclusion").value("TOTAL_PASSED"))
                .andExpect(jsonPath("$.sha256").value(sealed().pdf().digest().hex()))
                .andExpect(jsonPath("$.signatures[0].field").value("ky_lanh_dao"))
                .andExpect(jsonPath("$.signatures[0].signer").value("Phạm Thị Nga"))
                .andExpect(jsonPath("$.signatures[0].indication").value("TOTAL_PASSED"))
                .andExpect(jsonPath("$.signatures[0]").value(Matchers.hasKey("subIndication")))
                .andExpect(jsonPath("$.signatures[0].integrity").value("INTACT"))
                .andExpect(jsonPath("$.signatures[0].coverage").value("EARLIER_REVISION"))
                .andExpect(jsonPath("$.signatures[0].laterChanges").value("PERMITTED"))
                .andExpect(jsonPath("$.signatures[0].level").value("B_T"))
                .andExpect(jsonPath("$.signatures[0].signingTime").value(Matchers.endsWith("Z")));
    }

    @Test
    void theApiGivesTheStandardsReportAndTheLibrarysOwnAccountMarkedAsSuch() throws Exception {
        for (String form : List.of("etsi", "dss-detailed", "dss-diagnostic")) {
            String xml = http.perform(multipart("/api/v1/verifications")
                            .file(file("thu.pdf", sealed().pdf().bytes()))
                            .param("report", form)
                            .with(from("10.0.0.11")))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("application/xml"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(xml.contains("không phải kết luận của Ấn Tín")).isEqualTo(form.startsWith("dss"));
            assertThat(xml)
                    .contains(
                            switch (form) {
                                case "etsi" -> "http://uri.etsi.org/19102/v1.4.1#";
                                case "dss-detailed" -> "DetailedReport";
                                default -> "DiagnosticData";
                            });
            if (form.equals("dss-detailed")) {
                assertThat(eu.europa.esig.dss.detailedreport.DetailedReportFacade.newFacade()
                                .unmarshall(xml, true))
                        .isNotNull();
            }
        }
        http.perform(multipart("/api/v1/verifications")
                        .file(file("thu.pdf", "xin chào".getBytes(StandardCharsets.UTF_8)))
                        .param("report", "dss-detailed")
                        .with(from("10.0.0.11")))
                .andExpect(status().isConflict());
        http.perform(multipart("/api/v1/verifications")
                        .file(file("thu.pdf", sealed().pdf().bytes()))
                        .param("report", "khác")
                        .with(from("10.0.0.11")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void theApiSaysWhatIsMissing() throws Exception {
        http.perform(multipart("/api/v1/verifications").with(from("10.0.0.2")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("verify.NO_FILE"));
    }

    @Test
    void anAddressThatSendsTooMuchIsToldWhenToComeBack() throws Exception {
        byte[] nothing = "x".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 40; i++) {
            http.perform(multipart("/api/v1/verifications")
                            .file(file("x.pdf", nothing))
                            .with(from("10.0.0.3")))
                    .andExpect(status().isOk());
        }
        http.perform(multipart("/api/v1/verifications")
                        .file(file("x.pdf", nothing))
                        .with(from("10.0.0.3")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.code").value("verify.TOO_OFTEN"));
        http.perform(multipart("/api/v1/verifications")
                        .file(file("x.pdf", nothing))
                        .with(from("10.0.0.4")))
                .andExpect(status().isOk());
    }

    @Test
    void thePageAnswersThreeQuestionsInOrder() throws Exception {
        String page = http.perform(multipart("/xac-minh")
                        .file(file("thu.pdf", sealed().pdf().bytes()))
                        .with(from("10.0.0.5")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("verdict-passed")
                .containsSubsequence(
                        "1. Văn bản", "2. Ai ký", "Phạm Thị Nga", "3. Văn bản có trong sổ", "TOTAL_PASSED");
    }

    @Test
    void whatIsNotProvedIsNeverGreen() throws Exception {
        byte[] file =
                java.util.Arrays.copyOf(sealed().pdf().bytes(), sealed().pdf().size() + 3);
        java.util.Arrays.fill(file, file.length - 3, file.length, (byte) '\n');
        String page = http.perform(
                        multipart("/xac-minh").file(file("thu.pdf", file)).with(from("10.0.0.6")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("verdict-indeterminate").doesNotContain("verdict-passed");
    }

    @Test
    void aLookUpCodeShowsTheRegistersFactsAndComparesAFile() throws Exception {
        var entry = register.enter(signed(), new PersonId("van-thu-toan-thang"));
        vn.antin.sign.SealedDocument original;
        try (var pin = new Pin("12345678")) {
            original = sealer.seal(signed(), new NumberLine(entry.number().digits(), entry.issuedOn()), pin);
        }
        archive.keep(original, entry);
        assertThat(Year.from(entry.issuedOn())).isEqualTo(entry.number().year());

        http.perform(get("/tra-cuu").param("ma", "7k2m q9xd o4tb")).andExpect(redirectedUrl("/v/7K2M-Q9XD-04TB"));
        http.perform(get("/v/7K2M-Q9XD-04TB"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("verdict-passed")))
                .andExpect(content()
                        .string(Matchers.containsString(org.springframework.web.util.HtmlUtils.htmlEscape(
                                entry.number().symbol(), "UTF-8"))))
                .andExpect(content()
                        .string(Matchers.not(
                                Matchers.containsString(entry.particulars().subject()))));
        http.perform(multipart("/v/7K2M-Q9XD-04TB")
                        .file(file("dung.pdf", original.pdf().bytes()))
                        .with(from("10.0.0.7")))
                .andExpect(content().string(Matchers.containsString("Tệp đúng là bản gốc")));
        http.perform(multipart("/v/7K2M-Q9XD-04TB")
                        .file(file("khac.pdf", sealed().pdf().bytes()))
                        .with(from("10.0.0.7")))
                .andExpect(content().string(Matchers.containsString("Tệp không phải bản gốc")));
        http.perform(multipart("/api/v1/verifications")
                        .file(file("dung.pdf", original.pdf().bytes()))
                        .with(from("10.0.0.7")))
                .andExpect(jsonPath("$.register.number").value(entry.number().printed()));
    }

    @Test
    void anUnknownCodeIsSaidSo() throws Exception {
        http.perform(get("/v/0000-0000-0000")).andExpect(status().isNotFound());
        http.perform(get("/v/khong-phai-ma")).andExpect(status().isNotFound());
    }

    @Test
    void whoeverGuessesCodesIsSoonHeardNoMore() throws Exception {
        for (int i = 0; i < LookUpLimit.MISSES; i++) {
            http.perform(get("/v/0000-0000-%04d".formatted(i)).with(from("10.0.0.9")))
                    .andExpect(status().isNotFound());
        }
        http.perform(get("/v/0000-0000-0001").with(from("10.0.0.9")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(Matchers.containsString("verify.TOO_MANY_UNKNOWN_CODES")));
        http.perform(get("/v/0000-0000-0001").with(from("10.0.0.10"))).andExpect(status().isNotFound());
    }

    @Test
    void theCommandAnswersForAFileOf200MegabytesWithoutReadingIt(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("lớn.pdf");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        var out = new StringWriter();
        assertThat(new CommandLine(command).setOut(new PrintWriter(out)).execute("--json", large.toString()))
                .isZero();
        var report = json.readTree(out.toString());
        assertThat(report.get("conclusion").asString()).isEqualTo("UNREADABLE");
        assertThat(report.get("reason").get("text").asString()).contains("50");
        assertThat(report.get("sha256").isNull()).isTrue();
    }

    @Test
    void theCommandJudgesEveryFileInOrderAndEndsWell(@TempDir Path folder) throws Exception {
        Path good = Files.write(folder.resolve("tốt.pdf"), sealed().pdf().bytes());
        Path text = Files.writeString(folder.resolve("chữ.pdf"), "xin chào");
        String missing = folder.resolve("không có.pdf").toString();
        var out = new StringWriter();
        int status = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .execute("--json", text.toString(), good.toString(), missing, "-");
        assertThat(status).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().map(it -> json.readTree(it).get("conclusion").asString()))
                .containsExactly("NOT_A_PDF", "TOTAL_PASSED", "UNREADABLE", "UNREADABLE");
        assertThat(json.readTree(lines.get(1))
                        .get("signatures")
                        .get(1)
                        .get("coverage")
                        .asString())
                .isEqualTo("WHOLE_DOCUMENT");
    }
}
