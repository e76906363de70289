package vn.antin.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import eu.europa.esig.validationreport.ValidationReportFacade;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.Peers;
import vn.antin.kernel.Content;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Verifier;

/** Verdicts on paper, judged by others: pages, letters, what lies inside, the seal. */
class SummaryPaperTests extends IssuedDocument {
    @Autowired
    Verifier verifier;

    @Autowired
    JsonMapper json;

    private String judged(String person, byte[]... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/api/v1/verification-batches");
        int number = 0;
        for (byte[] it : files) {
            request.file(new MockMultipartFile("file", "Tệp 资料 số " + ++number + ".pdf", "application/pdf", it));
        }
        String id = json.readTree(http.perform(request.with(user(person)).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .get("id")
                .asString();
        for (int i = 0; i < 600; i++) {
            var told = json.readTree(
                    http.perform(get("/api/v1/verification-batches/" + id).with(user(person)))
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray());
            if (told.get("done").asBoolean()) {
                return id;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The batch did not end");
    }

    private byte[] sealed(String id, int place) throws Exception {
        return http.perform(post("/xac-minh/nhieu/" + id + "/phieu")
                        .param("tep", Integer.toString(place))
                        .param("pin", PIN)
                        .with(user(REGISTRAR))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name), pdf);
    }

    private static Map<String, byte[]> enclosed(byte[] pdf) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var tree = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            for (var it : tree.getNames().entrySet()) {
                files.put(it.getKey(), it.getValue().getEmbeddedFile().toByteArray());
            }
        }
        return files;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void oneFilesVerdictIsSealedByTheBodyAndCarriesTheReports() throws Exception {
        byte[] pdf = sealed(judged(REGISTRAR, original()), 1);
        keep("phieu-mot-tep.pdf", pdf);
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        var verdict = verifier.verify(Content.of(pdf), "phieu.pdf");
        assertThat(verdict.conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(verdict.signatures().getFirst().signer()).startsWith("TRƯỜNG TIỂU HỌC TOÀN THẮNG");
        assertThat(Peers.said(pdf, "pdfsig")).contains("Signature is Valid");
        assertThat(text(pdf))
                .contains("PHIẾU XÁC MINH", "Kết luận: Hợp lệ.", "3. Văn bản có trong sổ không", "Phạm Thị Nga")
                .doesNotContain("CHƯA KÝ SỐ", "MỤC TIÊU");
        Map<String, byte[]> inside = enclosed(pdf);
        assertThat(inside).containsOnlyKeys("ket-qua.json", "etsi-0001.xml");
        assertThat(json.readTree(inside.get("ket-qua.json")).at("/0/sha256").asString())
                .isEqualTo(Content.of(original()).digest().hex());
        assertThat(ValidationReportFacade.newFacade()
                        .unmarshall(new ByteArrayInputStream(inside.get("etsi-0001.xml")), true)
                        .getSignatureValidationReport())
                .hasSize(2);
        assertThat(database.sql("select details from audit_entry where act = 'verification.attested'"
                                + " order by sequence desc limit 1")
                        .query(String.class)
                        .single())
                .contains(Content.of(pdf).digest().hex());
    }

    @Test
    void manyVerdictsStandInATableOverSeveralPages() throws Exception {
        byte[][] files = new byte[40][];
        for (int i = 0; i < files.length; i++) {
            files[i] = i == 3
                    ? tampered()
                    : i == 5 ? original() : ("không phải PDF " + i).getBytes(StandardCharsets.UTF_8);
        }
        byte[] pdf = sealed(judged(REGISTRAR, files), 0);
        keep("phieu-nhieu-tep.pdf", pdf);
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(text(pdf)).contains("40 tệp: 1 hợp lệ, 1 không hợp lệ, 38 không phải PDF.");
        assertThat(enclosed(pdf)).hasSize(41);
    }

    @Test
    void whoMayNotSealGetsAPaperThatSaysSo() throws Exception {
        String id = judged(SIGNATORY, tampered());
        http.perform(post("/xac-minh/nhieu/" + id + "/phieu")
                        .param("pin", PIN)
                        .with(user(SIGNATORY))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        byte[] pdf = http.perform(
                        get("/xac-minh/nhieu/" + id + "/phieu-chua-ky.pdf").with(user(SIGNATORY)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        keep("phieu-chua-ky.pdf", pdf);
        assertThat(text(pdf)).contains("BẢN CHƯA KÝ SỐ", "Kết luận: Không hợp lệ.");
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(verifier.verify(Content.of(pdf), "x.pdf").conclusion()).isEqualTo(Conclusion.NO_SIGNATURE);
    }

    @Test
    void aWrongPinIsToldAndNothingIsSealed() throws Exception {
        String id = judged(REGISTRAR, original());
        for (String pin : new String[] {"", "87654321"}) {
            http.perform(post("/xac-minh/nhieu/" + id + "/phieu")
                            .param("pin", pin)
                            .with(user(REGISTRAR))
                            .with(csrf()))
                    .andExpect(status().is4xxClientError());
        }
    }
}
