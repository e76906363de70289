package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.Peers;
import vn.antin.kernel.Content;

/** What changed to the eye since each signature, for whoever sent the file. */
class PicturesTests extends IssuedPages {
    private static final Pattern LINK = Pattern.compile("/xac-minh/hinh/[0-9a-f]{32}");

    @Autowired
    MockMvc http;

    @Autowired
    ObjectProvider<VerifyCommand> command;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private String page(String path, byte[] file, String address) throws Exception {
        return http.perform(multipart(path)
                        .file(new MockMultipartFile("file", "thu.pdf", "application/pdf", file))
                        .with(from(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String shown(String link) throws Exception {
        return http.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String link(String page) {
        Matcher found = LINK.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** The sealed letter with a word painted over its first page. */
    private byte[] painted() throws IOException {
        return appended(sealed().pdf(), document -> {
            var page = document.getPage(0);
            try (var pen =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
                pen.addRect(200, 400, 60, 20);
                pen.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    @Test
    void whoeverSentTheFileSeesEachPageThatLooksDifferentSinceItWasSigned() throws Exception {
        String link = link(page("/xac-minh", sealed().pdf().bytes(), "10.1.0.1"));
        String page = shown(link);
        assertThat(page)
                .contains("Khi Phạm Thị Nga ký", "Lúc ký: 1 trang; hiện nay: 1 trang.", "verdict-passed")
                .contains(link + "/1/1/khi-ky.png", link + "/1/1/hien-nay.png")
                .doesNotContain("thieu-hinh");
        for (String side : List.of("khi-ky", "hien-nay")) {
            byte[] png = http.perform(get(link + "/1/1/" + side + ".png"))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/png"))
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isBetween(900, 1000);
        }
        for (String wrong : List.of("/1/9/khi-ky.png", "/9/1/khi-ky.png", "/0/0/hien-nay.png", "/1/-1/khi-ky.png")) {
            http.perform(get(link + wrong)).andExpect(status().isNotFound());
        }
    }

    @Test
    void whoHasNotTheKeySeesNothing() throws Exception {
        http.perform(get("/xac-minh/hinh/" + "0".repeat(32)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(Matchers.containsString("Không còn hình nào ở địa chỉ này")));
        http.perform(get("/xac-minh/hinh/" + "0".repeat(32) + "/1/1/khi-ky.png"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFileToWhichNothingWasAppendedHasNoPicturesToShow() throws Exception {
        assertThat(page("/xac-minh", signed().pdf().bytes(), "10.1.0.2")).doesNotContain("/xac-minh/hinh/");
        assertThat(page("/xac-minh", "không phải PDF".getBytes(StandardCharsets.UTF_8), "10.1.0.2"))
                .doesNotContain("/xac-minh/hinh/");
    }

    @Test
    void programsGetTheSamePicturesThatAnotherDrawerDraws() throws Exception {
        byte[] file = painted();
        String said = http.perform(multipart("/api/v1/verifications/pictures")
                        .file(new MockMultipartFile("file", "thu.pdf", "application/pdf", file))
                        .with(from("10.1.0.3")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.conclusion").value("TOTAL_FAILED"))
                .andExpect(jsonPath("$.states.length()").value(2))
                .andExpect(jsonPath("$.states[1].pagesThen").value(1))
                .andExpect(jsonPath("$.states[1].proved").value(true))
                .andExpect(jsonPath("$.states[1].pages.length()").value(1))
                .andExpect(jsonPath("$.states[1].pages[0].places").value(1))
                .andExpect(jsonPath("$.remarks.length()").value(0))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var pages = json.readTree(said).get("states").get(1).get("pages").get(0);
        int end = json.readTree(said).get("states").get(1).get("to").asInt();
        assertThat(end).isEqualTo(sealed().pdf().size());
        BufferedImage then = image(pages.get("then").asString());
        BufferedImage now = image(pages.get("now").asString());
        assertThat(difference(then, theirs(sealed().pdf().bytes()))).isLessThan(4);
        assertThat(difference(now, theirs(file))).isLessThan(4);
        assertThat(difference(then, now)).isGreaterThan(0.2);
    }

    private BufferedImage theirs(byte[] file) throws IOException {
        Path pdf = Files.write(folder.resolve("ho.pdf"), file);
        Peers.run("pdftoppm", "-r", "100", "-png", "-singlefile", "-f", "1", pdf.toString(), folder + "/ho");
        return Objects.requireNonNull(ImageIO.read(folder.resolve("ho.png").toFile()));
    }

    private static BufferedImage image(String base64) throws IOException {
        return Objects.requireNonNull(
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64))));
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        int[] a = small(one);
        int[] b = small(other);
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / (double) a.length;
    }

    private static int[] small(BufferedImage picture) {
        var small = new BufferedImage(120, 170, BufferedImage.TYPE_BYTE_GRAY);
        var pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(120, 170, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small.getRaster().getPixels(0, 0, 120, 170, (int[]) null);
    }

    @Test
    void theCommandWritesThemIntoAFolder() throws Exception {
        Path file = Files.write(folder.resolve("thư.pdf"), painted());
        Path pictures = folder.resolve("hinh");
        var out = new StringWriter();
        int status = new CommandLine(command.getObject())
                .setOut(new PrintWriter(out))
                .execute(file.toString(), "--pictures", pictures.toString());
        assertThat(status).isZero();
        assertThat(out.toString()).contains("Không hợp lệ", "1 trang trông khác.");
        try (Stream<Path> all = Files.list(pictures)) {
            assertThat(all.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "00001-thư.pdf.ky-1.hinh-01.khi-ky.png",
                            "00001-thư.pdf.ky-1.hinh-01.hien-nay.png",
                            "00001-thư.pdf.ky-2.hinh-01.khi-ky.png",
                            "00001-thư.pdf.ky-2.hinh-01.hien-nay.png");
        }
    }

    /** A billion forms within forms are laid over the sealed page: it is judged all the same, and the page says what is missing. */
    @Test
    void aFileThatCannotBeDrawnIsJudgedAndThePageSaysWhatIsMissing() throws Exception {
        Content original = sealed().pdf();
        byte[] file = appended(original, document -> {
            var page = document.getPage(0);
            var next = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(document);
            next.setBBox(page.getMediaBox());
            for (int i = 0; i < 30; i++) {
                var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(document);
                form.setBBox(page.getMediaBox());
                form.setResources(new org.apache.pdfbox.pdmodel.PDResources());
                form.getResources().put(org.apache.pdfbox.cos.COSName.getPDFName("X"), next);
                try (var out = form.getStream().createOutputStream()) {
                    out.write("/X Do /X Do 0 0 9 9 re f".getBytes(StandardCharsets.US_ASCII));
                }
                next = form;
            }
            try (var pen =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
                pen.drawForm(next);
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
        });
        String answer = page("/xac-minh", file, "10.1.0.4");
        assertThat(answer).contains("verdict-failed");
        assertThat(shown(link(answer)))
                .contains("thieu-hinh", "lâu quá mức cho phép", "Không vẽ được hình", "verdict-failed");
    }
}
