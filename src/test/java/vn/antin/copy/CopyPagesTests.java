package vn.antin.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.archive.Integrity;
import vn.antin.kernel.Content;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Verifier;

/** Copies by the pages, from the archive and from the scanner, and what judges say of them. */
@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class CopyPagesTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String PIN = "12345678";
    private static final String ISSUED = "22222222-2222-3222-8222-222222222222";
    private static final String DRAFT = "11111111-1111-3111-8111-111111111111";
    private static final Pattern COPY = Pattern.compile("/sao/ban/[0-9a-f-]{36}");

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient database;

    @Autowired
    Verifier verifier;

    @Autowired
    Integrity integrity;

    @BeforeEach
    void aDraftAndAnIssuedDocument() throws Exception {
        if (database.sql("select count(*) from issuance").query(Integer.class).single() == 0) {
            for (String document : List.of(DRAFT, ISSUED)) {
                send(
                        post("/van-ban/" + document + "/soan")
                                .param("mau-van-ban", "ke-hoach")
                                .param("nguoi-ky", SIGNATORY)
                                .param("f.subject", "Kế hoạch để sao")
                                .param(
                                        "f.body",
                                        "I. MỤC TIÊU\n1. Mục tiêu một.\n2. Mục tiêu hai.\nII. NHIỆM VỤ\n"
                                                + "1. Nhiệm vụ một.\n2. Nhiệm vụ hai.\n3. Nhiệm vụ ba./.")
                                .param("f.recipients", "Như trên;\nLưu: VT."),
                        SIGNATORY);
            }
            send(post("/van-ban/" + ISSUED + "/ky").param("pin", PIN), SIGNATORY);
            send(post("/van-ban/" + ISSUED + "/dong-dau").param("pin", PIN), REGISTRAR);
        }
        assertThat(database.sql("select stage from issuance where id = :id")
                        .param("id", ISSUED)
                        .query(String.class)
                        .single())
                .isEqualTo("ARCHIVED");
    }

    @Test
    void theDocumentLeadsItsRegistrarToTheCopies() throws Exception {
        assertThat(page(REGISTRAR, "/van-ban/" + ISSUED)).contains("href=\"/sao/" + ISSUED + "\"");
        assertThat(page(SIGNATORY, "/van-ban/" + ISSUED)).doesNotContain("lam-ban-sao");
        assertThat(page(REGISTRAR, "/van-ban/" + DRAFT)).doesNotContain("lam-ban-sao");
        assertThat(page(REGISTRAR, "/sao/" + ISSUED)).contains("Sao y ra giấy", "I. MỤC TIÊU", "Phạm Thị Nga");
    }

    @Test
    void aFullCopyOnPaperShowsTheOriginalWithoutItsSignaturesAndBearsTheBlock() throws Exception {
        Content copy =
                made(note(post("/sao/" + ISSUED + "/sao-y")).param("so", "5").param("ngay", "2026-02-05"));
        keep("sao-y-giay.pdf", copy);
        try (var document = Loader.loadPDF(copy.bytes())) {
            assertThat(document.getDocumentCatalog().getAcroForm(null)).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getSignatureDictionaries()).isEmpty();
        }
        assertThat(text(copy))
                .contains("/KH-THTT", "SAO Y", "Số: 05/SY-THTT", "ngày 05 tháng 02 năm 2026", "Mã tra cứu:");
        // What the fields show is a part of the page: the number, the day, the signature's look.
        assertThat(words(copy)).contains("Ký bởi: Phạm Thị Nga").containsPattern("Số: +\\d\\d/KH-THTT-TT");
        assertThat(Peers.said(copy.bytes(), "qpdf", "--check")).contains("No syntax or stream encoding errors found");
    }

    @Test
    void anExtractOnPaperSaysWhatWasChosenUnderItsTitles() throws Exception {
        Content copy = made(note(post("/sao/" + ISSUED + "/trich-sao")).param("doan", "n4"));
        keep("trich-sao-giay.pdf", copy);
        assertThat(text(copy))
                .contains("TRÍCH SAO", "II. NHIỆM VỤ", "Nhiệm vụ một", "(Đã ký)", "/TrS-THTT", "…")
                .doesNotContain("Mục tiêu một", "Nhiệm vụ ba");
    }

    @Test
    void anElectronicExtractIsSealedAndPassesEveryJudge() throws Exception {
        Content copy = made(post("/sao/" + ISSUED + "/trich-sao-dien-tu")
                .param("doan", "n4")
                .param("pin", PIN));
        keep("trich-sao-dien-tu.pdf", copy);
        requireSealed(copy);
        assertThat(Peers.veraPdf(copy.bytes(), PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Peers.veraPdf(copy.bytes(), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void aScanBecomesASealedCopyInPdfA() throws Exception {
        var picture = SampleScans.picture(210, 297, 200, BufferedImage.TYPE_INT_RGB);
        Content copy = made(scan("sao-y", SampleScans.pdf(picture, 200, 0)));
        keep("sao-y-dien-tu.pdf", copy);
        requireSealed(copy);
        assertThat(Peers.veraPdf(copy.bytes(), PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(words(copy))
                .matches(
                        "SAO Y; TRƯỜNG TIỂU HỌC TOÀN THẮNG - TIÊN THẮNG; \\d\\d/\\d\\d/\\d{4}; \\d\\d:\\d\\d:\\d\\d \\+07:00");
        assertThat(page(REGISTRAR, "/sao")).contains("Thông báo số 1/TB-UBND");
    }

    @Test
    void aCopyOfACopyIsMadeOfAFullCopyOnly() throws Exception {
        var picture = SampleScans.picture(210, 297, 200, BufferedImage.TYPE_INT_RGB);
        Content scanned = SampleScans.pdf(picture, 200, 0);
        String full = place(send(scan("sao-y", scanned), REGISTRAR));
        Content onPaper = made(note(post(full + "/sao-luc")));
        keep("sao-luc-giay.pdf", onPaper);
        assertThat(text(onPaper)).contains("SAO LỤC", "/SL-THTT");
        assertThat(follow(send(scan("sao-luc", scanned), REGISTRAR))).contains("Bản sao y dùng để sao lục");
        String again = place(send(scan("sao-luc", scanned).param("ban-sao-y", "Số 02/SY-UBND"), REGISTRAR));
        assertThat(page(REGISTRAR, again))
                .contains("từ bản sao y Số 02/SY-UBND")
                .doesNotContain("id=\"sao-luc\"");
        assertThat(follow(send(note(post(again + "/sao-luc")), REGISTRAR))).contains("copy.NOT_A_FULL_COPY");
    }

    /** From electronic to electronic there is no sao y (art. 25.1). */
    @Test
    void aSignedFileIsNoScan() throws Exception {
        var answer = http.perform(get("/van-ban/" + ISSUED + "/tai-ve").with(user(REGISTRAR)))
                .andReturn()
                .getResponse();
        assertThat(follow(send(scan("sao-y", Content.of(answer.getContentAsByteArray())), REGISTRAR)))
                .contains("copy.ALREADY_SIGNED");
    }

    @Test
    void whereTheWordsAreNotSureWholePagesAreExtracted() throws Exception {
        String digest = database.sql("select template_digest from issuance where id = :id")
                .param("id", ISSUED)
                .query(String.class)
                .single();
        change(digest.replaceAll("^.", digest.charAt(0) == '0' ? "1" : "0"));
        try {
            assertThat(page(REGISTRAR, "/sao/" + ISSUED))
                    .contains("name=\"trang\"")
                    .doesNotContain("name=\"doan\"");
            assertThat(follow(send(note(post("/sao/" + ISSUED + "/trich-sao")).param("doan", "n1"), REGISTRAR)))
                    .contains("copy.NOTHING_CHOSEN");
            Content copy = made(note(post("/sao/" + ISSUED + "/trich-sao")).param("trang", "1"));
            assertThat(text(copy)).contains("TRÍCH SAO", "Mục tiêu một").doesNotContain("(Đã ký)");
            assertThat(follow(send(
                            post("/sao/" + ISSUED + "/trich-sao-dien-tu")
                                    .param("trang", "1")
                                    .param("pin", PIN),
                            REGISTRAR)))
                    .contains("copy.FORM_NOT_MADE_SO");
        } finally {
            change(digest);
        }
    }

    private void change(String digest) {
        database.sql("update issuance set template_digest = :digest where id = :id")
                .param("digest", digest)
                .param("id", ISSUED)
                .update();
    }

    @Test
    void aStoreThatCannotBeWrittenKeepsNoRow() throws Exception {
        long before = count();
        Path store = home.resolve("copies");
        Path aside = home.resolve("copies-aside");
        boolean there = Files.exists(store);
        if (there) {
            Files.move(store, aside);
        }
        Files.writeString(store, "no folder");
        try {
            assertThat(follow(send(note(post("/sao/" + ISSUED + "/sao-y")), REGISTRAR)))
                    .contains("copy.CANNOT_STORE");
            assertThat(count()).isEqualTo(before);
        } finally {
            Files.delete(store);
            if (there) {
                Files.move(aside, store);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sao, 200, 403, 403, 200",
        "/sao/ISSUED, 200, 403, 403, 404",
        "/sao/DRAFT, 404, 403, 403, 404",
        "/sao/33333333-3333-3333-8333-333333333333, 404, 403, 403, 404",
        "COPY, 200, 403, 403, 404",
        "COPY/tep.pdf, 200, 403, 403, 404"
    })
    void onlyTheRegistrarOfTheBodySees(String path, int registrar, int signatory, int archivist, int other)
            throws Exception {
        String copy = place(send(note(post("/sao/" + ISSUED + "/sao-y")), REGISTRAR));
        String at = path.replace("COPY", copy).replace("ISSUED", ISSUED).replace("DRAFT", DRAFT);
        assertThat(status(get(at), REGISTRAR)).isEqualTo(registrar);
        assertThat(status(get(at), SIGNATORY)).isEqualTo(signatory);
        assertThat(status(get(at), "luu-tru-toan-thang")).isEqualTo(archivist);
        assertThat(status(get(at), "van-thu-an-duong")).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"/sao-y", "/trich-sao", "/trich-sao-dien-tu"})
    void onlyTheRegistrarOfTheBodyMakes(String act) throws Exception {
        long before = count();
        var act1 = note(post("/sao/" + ISSUED + act)).param("doan", "n1").param("pin", PIN);
        assertThat(status(act1, SIGNATORY)).isEqualTo(403);
        var act2 = note(post("/sao/" + ISSUED + act)).param("doan", "n1").param("pin", PIN);
        assertThat(status(act2, "van-thu-an-duong")).isEqualTo(404);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatIsMissingOrWrongIsToldAndNothingIsMade() throws Exception {
        long before = count();
        var picture = SampleScans.picture(210, 297, 100, BufferedImage.TYPE_INT_RGB);
        assertThat(follow(send(scan("sao-y", SampleScans.pdf(picture, 100, 0)), REGISTRAR)))
                .contains("copy.RESOLUTION_TOO_LOW", "Trang 1 có độ phân giải 100 dpi", "Thông báo số 1/TB-UBND");
        assertThat(follow(send(note(post("/sao/" + ISSUED + "/trich-sao")), REGISTRAR)))
                .contains("copy.NOTHING_CHOSEN");
        assertThat(follow(send(note(post("/sao/" + ISSUED + "/sao-y")).param("so", "0"), REGISTRAR)))
                .contains("copy.FIELD_WRONG", "Số bản sao");
        assertThat(follow(send(note(post("/sao/" + ISSUED + "/sao-y")).param("ngay", "31/2/2026"), REGISTRAR)))
                .contains("copy.FIELD_WRONG", "Ngày sao");
        assertThat(follow(send(
                        post("/sao/" + ISSUED + "/trich-sao-dien-tu")
                                .param("doan", "n4")
                                .param("pin", "00000000"),
                        REGISTRAR)))
                .contains("sign.PIN_INCORRECT", "value=\"n4\" checked");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void everyCopyStandsInTheAuditTrailAndInTheIntegrityCheck() throws Exception {
        String copy = place(send(note(post("/sao/" + ISSUED + "/sao-y")), REGISTRAR));
        String id = copy.substring(copy.lastIndexOf('/') + 1);
        assertThat(database.sql("select actor from audit_entry where act = 'copy.made' and details like :id")
                        .param("id", "%" + id + "%")
                        .query(String.class)
                        .single())
                .isEqualTo(REGISTRAR);
        assertThat(integrity.examine().faults()).isEmpty();
        String digest = database.sql("select digest from made_copy where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        Path file = home.resolve("copies").resolve(digest.substring(0, 2)).resolve(digest + ".pdf");
        byte[] kept = Files.readAllBytes(file);
        Files.write(file, new byte[] {1});
        assertThat(integrity.examine().faults()).extracting(it -> it.code()).containsExactly("copy.ALTERED");
        assertThat(status(get(copy + "/tep.pdf"), REGISTRAR)).isEqualTo(409);
        Files.write(file, kept);
    }

    private void requireSealed(Content copy) {
        assertThat(verifier.verify(copy, "ban-sao.pdf").conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(Peers.said(copy.bytes(), "pdfsig", "-nocert"))
                .contains("Signature is Valid.", "Total document signed")
                .doesNotContain("Not total");
        assertThat(Peers.said(copy.bytes(), "qpdf", "--check")).contains("No syntax or stream encoding errors found");
    }

    private static MockHttpServletRequestBuilder note(MockHttpServletRequestBuilder request) {
        return request.param("nguoi-ky", SIGNATORY).param("noi-nhan", "Phòng GDĐT\nLưu: VT");
    }

    private static MockMultipartHttpServletRequestBuilder scan(String form, Content file) {
        return multipart("/sao/so-hoa")
                .file(new MockMultipartFile("tep", "quet.pdf", "application/pdf", file.bytes()))
                .param("hinh-thuc", form)
                .param("van-ban", "Thông báo số 1/TB-UBND ngày 02/02/2026 của UBND")
                .param("pin", PIN);
    }

    /** The file of the copy that the request makes. */
    private <B extends AbstractMockHttpServletRequestBuilder<B>> Content made(
            AbstractMockHttpServletRequestBuilder<B> request) throws Exception {
        String at = place(send(request, REGISTRAR));
        var answer = http.perform(get(at + "/tep.pdf").with(user(REGISTRAR)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("inline;");
        return Content.of(answer.getContentAsByteArray());
    }

    private String place(MvcResult sent) throws Exception {
        String at = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        assertThat(at)
                .as(() -> {
                    try {
                        return follow(sent).replaceAll("<[^>]*>|\\s+", " ");
                    } catch (Exception e) {
                        return e.toString();
                    }
                })
                .matches(COPY);
        return at;
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> MvcResult send(
            AbstractMockHttpServletRequestBuilder<B> request, String person) throws Exception {
        return http.perform(request.with(user(person)).with(csrf())).andReturn();
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> int status(
            AbstractMockHttpServletRequestBuilder<B> request, String person) throws Exception {
        return send(request, person).getResponse().getStatus();
    }

    private String follow(MvcResult sent) throws Exception {
        var request = get(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()))
                .with(user(REGISTRAR));
        if (!sent.getFlashMap().isEmpty()) {
            request.flashAttrs(sent.getFlashMap());
        }
        return HtmlUtils.htmlUnescape(
                http.perform(request).andReturn().getResponse().getContentAsString());
    }

    private String page(String person, String path) throws Exception {
        var answer = http.perform(get(path).with(user(person))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.getContentAsString());
    }

    private long count() {
        return database.sql("select count(*) from made_copy").query(Long.class).single();
    }

    private static String text(Content pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static String words(Content pdf) throws IOException {
        Path file = Files.createTempFile("copy", ".pdf");
        try {
            Files.write(file, pdf.bytes());
            return Peers.run("pdftotext", "-layout", file.toString(), "-").strip();
        } finally {
            Files.delete(file);
        }
    }

    private static void keep(String name, Content pdf) throws IOException {
        Path folder = Path.of("target", "copies");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), pdf.bytes());
    }
}
