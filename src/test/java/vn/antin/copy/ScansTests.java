package vn.antin.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** What a scanner sends is taken as it is; what is no scan, or would harm, is refused in bounded time. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Timeout(60)
class ScansTests {
    private static final int RGB = BufferedImage.TYPE_INT_RGB;
    private static final int GREY = BufferedImage.TYPE_BYTE_GRAY;

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    Scans scans;

    @Test
    void aPdfOfAScannerIsTakenBitForBitIntoPdfA() throws IOException {
        Content scan = SampleScans.pdf(SampleScans.picture(210, 297, 200, RGB), 200, 0);
        Digitised taken = scans.take(List.of(scan), false);
        assertThat(taken.archival()).isTrue();
        assertThat(taken.sheets()).containsExactly(new Sheet(1, 200, 210, 297, true));
        assertThat(Peers.veraPdf(taken.pdf().bytes(), PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(new String(taken.pdf().bytes(), 0, 8, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-1.7");
        assertThat(pictureData(taken.pdf())).isEqualTo(pictureData(scan));
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 200", "jpeg, 300", "png, 200", "tiff, 200", "jpeg, 0", "png, 0", "tiff, 0"})
    void picturesOfEveryKindAreTaken(String format, int said) {
        int dpi = said == 0 ? 210 : said;
        Content page = SampleScans.file(SampleScans.picture(210, 297, dpi, RGB), format, said);
        Digitised taken = scans.take(List.of(page, page), false);
        assertThat(taken.sheets()).hasSize(2).allSatisfy(it -> {
            assertThat(it.dpi()).isBetween(dpi - 1, dpi + 1);
            assertThat(it.widthMillimetres()).isBetween(209, 211);
        });
        assertThat(taken.archival()).isTrue();
        assertThat(Peers.veraPdf(taken.pdf().bytes(), PDFAFlavour.PDFA_2_B)).isEmpty();
        assertThat(Peers.said(taken.pdf().bytes(), "qpdf", "--check")).contains("No syntax or stream encoding errors");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTurnedPageStandsUprightAndLooksTheSame(int turned) throws IOException {
        Content scan = SampleScans.pdf(SampleScans.picture(210, 297, 200, RGB), 200, turned);
        Digitised taken = scans.take(List.of(scan), false);
        try (var before = Loader.loadPDF(scan.bytes());
                var after = Loader.loadPDF(taken.pdf().bytes())) {
            assertThat(after.getPage(0).getRotation()).isZero();
            BufferedImage then = new PDFRenderer(before).renderImageWithDPI(0, 30);
            BufferedImage now = new PDFRenderer(after).renderImageWithDPI(0, 30);
            assertThat(now.getWidth()).isEqualTo(then.getWidth());
            assertThat(now.getHeight()).isEqualTo(then.getHeight());
            assertThat(difference(then, now)).isLessThan(4);
        }
    }

    @Test
    void onePictureOnManyPagesIsCountedOnEach() throws IOException {
        var noise = new BufferedImage(1654, 2339, RGB);
        var random = new Random(1);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        for (boolean withWords : new boolean[] {false, true}) {
            try (var document = new PDDocument()) {
                var picture = JPEGFactory.createFromImage(document, noise, 0.9f);
                for (int i = 0; i < 60; i++) {
                    var page = new PDPage(PDRectangle.A4);
                    document.addPage(page);
                    try (var canvas = new PDPageContentStream(document, page)) {
                        canvas.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                        if (withWords) {
                            canvas.addRect(100, 100, 10, 10);
                            canvas.fill();
                        }
                    }
                }
                Content scan = SampleScans.saved(document);
                assertThat(scan.size()).isLessThan(10 << 20);
                refused(CopyReason.TOO_HEAVY, List.of(), scan);
            }
        }
    }

    /** Fifty bytes more and the machine goes over the whole picture once more. */
    @Test
    void aJpegThatNeverGetsClearIsRefusedBeforeItIsUnpacked() throws IOException {
        assertThat(SoundPicture.jpeg(progressive(5), 400, 400)).isTrue();
        assertThat(SoundPicture.jpeg(progressive(50), 400, 400)).isFalse();
    }

    /** A sound JPEG of an empty page that comes clearer pass by pass, its last pass made so many times more. */
    private static byte[] progressive(int more) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var sound = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(sound)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(400, 400, RGB), null, null), settings);
        } finally {
            writer.dispose();
        }
        byte[] picture = sound.toByteArray();
        int pass = 0;
        for (int i = 0; i + 1 < picture.length; i++) {
            if (picture[i] == (byte) 0xFF && picture[i + 1] == (byte) 0xDA) {
                pass = i;
            }
        }
        int end = picture.length - 2;
        byte[] again = Arrays.copyOfRange(picture, pass, end);
        // Says that it is the first and last pass over these frequencies, so that no decoder finds fault with it.
        again[1 + again[3]] = 0;
        var whole = new ByteArrayOutputStream();
        whole.write(picture, 0, end);
        for (int i = 0; i < more; i++) {
            whole.write(again);
        }
        whole.write(picture, end, 2);
        return whole.toByteArray();
    }

    @Test
    void jpegWithinATiffIsRefused() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionType("JPEG");
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(SampleScans.picture(210, 297, 200, RGB), null, null), settings);
        } finally {
            writer.dispose();
        }
        refused(CopyReason.JPEG_IN_TIFF, List.of(1), Content.of(bytes.toByteArray()));
    }

    /** LZW makes a thousand bytes of one, and nobody counts them before they lie in the memory. */
    @Test
    void drawingOrdersThatSwellUncountedAreRefused() throws IOException {
        Content scan = withMore(200, (document, page) -> {
            var orders = document.getDocument().createCOSStream();
            orders.setItem(COSName.TYPE, COSName.XOBJECT);
            byte[] random = new byte[200_000];
            new Random(1).nextBytes(random);
            try (var out = orders.createOutputStream(COSName.LZW_DECODE)) {
                out.write(random);
            }
            var form = new PDFormXObject(document);
            page.getResources().add(form);
            form.getCOSObject().setItem(COSName.getPDFName("Orders"), orders);
        });
        refused(CopyReason.TOO_COMPLEX, List.of(), scan);
    }

    @Test
    void aReadingMachinesHiddenWordsAreNotSealed() throws IOException {
        Content scan = withMore(200, (document, page) -> {
            try (var canvas =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                canvas.beginText();
                canvas.setRenderingMode(RenderingMode.NEITHER);
                canvas.setFont(font(document), 12);
                canvas.newLineAtOffset(100, 400);
                canvas.showText("Chữ ẩn");
                canvas.endText();
            }
        });
        Digitised taken = scans.take(List.of(scan), false);
        try (var document = Loader.loadPDF(taken.pdf().bytes())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("Chữ ẩn");
        }
        assertThat(taken.archival()).isTrue();
    }

    @Test
    void aPageWithMoreThanItsPictureIsTakenAsItIsAndNotCalledPdfA() throws IOException {
        Content scan = withMore(200, (document, page) -> {
            try (var canvas =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                canvas.beginText();
                canvas.setFont(font(document), 12);
                canvas.newLineAtOffset(100, 400);
                canvas.showText("Đóng dấu công văn đến");
                canvas.endText();
            }
        });
        Digitised taken = scans.take(List.of(scan), false);
        assertThat(taken.archival()).isFalse();
        try (var document = Loader.loadPDF(taken.pdf().bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Đóng dấu công văn đến");
        }
        assertThat(Peers.said(taken.pdf().bytes(), "qpdf", "--check")).contains("No syntax or stream encoding errors");
    }

    @Test
    void whatFallsShortOfTheDecreeIsRefusedByPageAndFigure() {
        refused(CopyReason.RESOLUTION_TOO_LOW, List.of(1, 199), pdf(210, 297, 199, RGB));
        refused(CopyReason.NOT_IN_COLOUR, List.of(1), pdf(210, 297, 200, GREY));
        refused(CopyReason.PAPER_UNUSUAL, List.of(2, 100, 140), pdf(148, 210, 220, RGB), pdf(100, 140, 300, RGB));
        var good = SampleScans.file(SampleScans.picture(210, 297, 200, RGB), "png", 200);
        refused(
                CopyReason.NOT_IN_COLOUR,
                List.of(2),
                good,
                SampleScans.file(SampleScans.picture(210, 297, 200, GREY), "png", 200));
        refused(
                CopyReason.NOT_IN_COLOUR,
                List.of(2),
                good,
                SampleScans.file(SampleScans.picture(210, 297, 200, GREY), "jpeg", 200));
        refused(
                CopyReason.RESOLUTION_TOO_LOW,
                List.of(2, 150),
                good,
                SampleScans.file(SampleScans.picture(210, 297, 150, RGB), "tiff", 150));
        refused(
                CopyReason.SIZE_UNKNOWN,
                List.of(1),
                SampleScans.file(SampleScans.picture(210, 210, 200, RGB), "png", 0));
        refused(
                CopyReason.NOT_A_SCAN,
                List.of(2),
                good,
                Content.of("GIF89a không phải ảnh quét".getBytes(StandardCharsets.UTF_8)));
        refused(CopyReason.NO_FILE, List.of());
    }

    @Test
    void unusualPaperIsTakenWhenThePersonSaysSo() {
        assertThat(scans.take(List.of(pdf(100, 140, 300, RGB)), true).sheets())
                .containsExactly(new Sheet(1, 300, 100, 140, true));
    }

    @Test
    void aDocumentThatWasNeverOnPaperIsRefused() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.beginText();
                canvas.setFont(font(document), 14);
                canvas.newLineAtOffset(100, 400);
                canvas.showText("Văn bản điện tử");
                canvas.endText();
            }
            refused(CopyReason.NOT_A_PICTURE, List.of(1), SampleScans.saved(document));
        }
    }

    @Test
    void whatNoScannerWritesIsRefused() throws IOException {
        refused(
                CopyReason.ACTIVE_CONTENT,
                List.of(),
                withMore(
                        200,
                        (document, page) ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
        refused(CopyReason.ACTIVE_CONTENT, List.of(), withMore(200, (document, page) -> {
            var file = new PDComplexFileSpecification();
            file.setFile("a.exe");
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Collections.singletonMap("a", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        }));
        refused(CopyReason.ACTIVE_CONTENT, List.of(), withMore(200, (document, page) -> {
            var action = new org.apache.pdfbox.cos.COSDictionary();
            action.setItem(COSName.getPDFName("S"), COSName.getPDFName("Launch"));
            page.getCOSObject().setItem(COSName.getPDFName("AA"), action);
        }));
        refused(
                CopyReason.FILE_UNREADABLE,
                List.of(),
                withMore(
                        200,
                        (document, page) ->
                                document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()))));
    }

    @Test
    void formsThatDrawFormsWithoutEndAreGivenUp() throws IOException {
        refused(CopyReason.TOO_COMPLEX, List.of(), withMore(200, (document, page) -> {
            PDFormXObject inner = null;
            for (int depth = 0; depth < 8; depth++) {
                var form = new PDFormXObject(document);
                form.setBBox(PDRectangle.A4);
                form.setResources(new PDResources());
                String draw = "0 0 m 1 1 l S ";
                if (inner != null) {
                    draw = "/" + form.getResources().add(inner).getName() + " Do ";
                }
                try (var out = form.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(draw.repeat(20).getBytes(StandardCharsets.US_ASCII));
                }
                inner = form;
            }
            try (var canvas =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                canvas.drawForm(java.util.Objects.requireNonNull(inner));
            }
        }));
    }

    @Test
    void picturesThatSwellAreRefusedBeforeTheyAreUnpacked() throws IOException {
        // A PNG's head that says 100,000 × 100,000, and nothing behind it.
        byte[] png = SampleScans.file(SampleScans.picture(20, 28, 200, RGB), "png", 200)
                .bytes()
                .clone();
        Arrays.fill(png, 16, 24, (byte) 0);
        png[17] = 1;
        png[21] = 1;
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        refused(CopyReason.PICTURE_TOO_LARGE, List.of(1, 4294L), Content.of(png));
    }

    @Test
    void aPictureThatBreaksOffIsNotSealed() throws IOException {
        byte[] jpeg = SampleScans.file(SampleScans.picture(210, 297, 200, RGB), "jpeg", 200)
                .bytes();
        refused(CopyReason.NOT_A_SCAN, List.of(1), Content.of(Arrays.copyOf(jpeg, jpeg.length / 2)));
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var picture = org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory.createFromByteArray(document, jpeg);
            try (var out = picture.getCOSObject().createRawOutputStream()) {
                out.write(jpeg, 0, jpeg.length / 2);
            }
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(picture, 0, 0, 595.28f, 841.89f);
            }
            refused(CopyReason.FILE_UNREADABLE, List.of(), SampleScans.saved(document));
        }
    }

    /** Whatever is cut off or turned over: an answer or a refusal, never anything else. */
    @Test
    void damagedFilesNeverDoMoreThanBeRefused() {
        var random = new Random(3);
        var sound = new ArrayList<Content>();
        for (String format : List.of("png", "jpeg", "tiff")) {
            sound.add(SampleScans.file(SampleScans.picture(42, 60, 200, RGB), format, 200));
        }
        sound.add(pdf(42, 60, 200, RGB));
        int refusals = 0;
        for (int i = 0; i < 200; i++) {
            byte[] bytes = sound.get(i % sound.size()).bytes().clone();
            if (random.nextBoolean()) {
                bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            }
            for (int flips = random.nextInt(20); flips >= 0; flips--) {
                // Mostly in the head, where the structure is.
                bytes[random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 400 : bytes.length))] =
                        (byte) random.nextInt(256);
            }
            try {
                scans.take(List.of(Content.of(bytes)), true);
            } catch (Refusal expected) {
                refusals++;
            }
        }
        assertThat(refusals).isBetween(20, 200);
    }

    private void refused(CopyReason reason, List<Object> arguments, Content... files) {
        assertThatThrownBy(() -> scans.take(List.of(files), false)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(reason);
            assertThat(it.arguments()).isEqualTo(arguments);
        });
    }

    private static Content pdf(double width, double height, int dpi, int type) {
        return SampleScans.pdf(SampleScans.picture(width, height, dpi, type), dpi, 0);
    }

    private interface More {
        void to(PDDocument document, PDPage page) throws IOException;
    }

    private static Content withMore(int dpi, More more) throws IOException {
        try (var document = Loader.loadPDF(pdf(210, 297, dpi, RGB).bytes())) {
            more.to(document, document.getPage(0));
            return SampleScans.saved(document);
        }
    }

    private static PDType0Font font(PDDocument document) throws IOException {
        return PDType0Font.load(document, ScansTests.class.getResourceAsStream("/fonts/Tinos-Regular.ttf"));
    }

    private static byte[] pictureData(Content pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                try (var data = resources.getXObject(name).getCOSObject().createRawInputStream();
                        var bytes = new ByteArrayOutputStream()) {
                    data.transferTo(bytes);
                    return bytes.toByteArray();
                }
            }
        }
        throw new AssertionError("no picture");
    }

    /** Mean difference of the blue channel. */
    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                sum += Math.abs((a.getRGB(x, y) & 0xFF) - (b.getRGB(x, y) & 0xFF));
            }
        }
        return (double) sum / a.getWidth() / a.getHeight();
    }
}
