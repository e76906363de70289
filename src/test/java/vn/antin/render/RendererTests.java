package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.compose.AdministrativeDocument;

class RendererTests {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T01:30:15Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    static final Renderer RENDERER = new Renderer(CLOCK, "https://antin.example");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("plan", SampleDocuments.plan()),
                Arguments.of("decision", SampleDocuments.decision()),
                Arguments.of("letter", SampleDocuments.letter()),
                Arguments.of("annexes", SampleDocuments.withAnnexes()),
                Arguments.of("mixed", LongDocuments.mixed()),
                Arguments.of("chapters", LongDocuments.chapters()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindIsPdfA3aAndPdfUa1(String name, AdministrativeDocument document) throws IOException {
        byte[] pdf = RENDERER.render(document).pdf().bytes();
        Files.write(Path.of("target", "rendered-" + name + ".pdf"), pdf);
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Peers.veraPdf(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindPassesQpdf(String name, AdministrativeDocument document) {
        assertThat(Peers.said(RENDERER.render(document).pdf().bytes(), "qpdf", "--check"))
                .contains("No syntax or stream encoding errors found");
    }

    @Test
    void twoRunsDifferInIdentifierAndSubsetNamesOnly() {
        assertThat(steady(SampleDocuments.plan())).isEqualTo(steady(SampleDocuments.plan()));
    }

    private static String steady(AdministrativeDocument document) {
        String file = new String(RENDERER.render(document).pdf().bytes(), StandardCharsets.ISO_8859_1);
        return file.replaceAll("[A-Z]{6}\\+Tinos", "Tinos").replaceAll("/ID \\[.*?\\]", "");
    }

    @Test
    void manyMayRenderAtOnce() throws InterruptedException, ExecutionException {
        String alone = steady(SampleDocuments.withAnnexes());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var runs = threads.invokeAll(
                    Collections.nCopies(12, (Callable<String>) () -> steady(SampleDocuments.withAnnexes())));
            for (var run : runs) {
                assertThat(run.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void theTextIsReadInTheOrderOfThePage() throws IOException {
        String text = text(SampleDocuments.letter());
        assertInOrder(
                text,
                "UBND HUYỆN AN DƯƠNG",
                "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
                "Số:",
                "/PGDĐT-CNTT",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "V/v báo cáo kết quả",
                "Kính gửi:",
                "- Các trường Mầm non",
                "1. Tiếp tục",
                "triển khai thực hiện./.",
                "Nơi nhận:",
                "- Lưu: VT, CNTT.",
                "TRƯỞNG PHÒNG",
                "Vũ Mạnh Hùng",
                "Số 1 đường",
                "Mã tra cứu: 7K2M-Q9XD-04TB");
        assertInOrder(
                text(SampleDocuments.plan()), "a) Tiếp tục", "1 Chú thích số 1", "2 Chú thích số 2", "b) Tiếp tục");
    }

    private static String text(AdministrativeDocument document) throws IOException {
        try (var pdf = Loader.loadPDF(RENDERER.render(document).pdf().bytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void assertInOrder(String text, String... pieces) {
        int from = 0;
        for (String piece : pieces) {
            int at = text.indexOf(piece, from);
            assertThat(at).as("“" + piece + "” after " + from + " of " + text).isNotNegative();
            from = at + piece.length();
        }
    }

    @Test
    void theQrLeadsToTheDocumentsPublicPage() throws IOException, ReaderException {
        try (var pdf =
                Loader.loadPDF(RENDERER.render(SampleDocuments.plan()).pdf().bytes())) {
            var image = new PDFRenderer(pdf).renderImageWithDPI(0, 200);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            assertThat(new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("https://antin.example/v/7K2M-Q9XD-04TB");
        }
    }
}
