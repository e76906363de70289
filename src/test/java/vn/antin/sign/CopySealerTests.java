package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.europa.esig.dss.enumerations.Indication;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import vn.antin.LibreOffice;
import vn.antin.Peers;
import vn.antin.SeenPage;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.Refusal;
import vn.antin.sign.demo.SampleTimestampAuthority;
import vn.antin.trust.TimestampAuthority;

/** What the body signs without showing a seal: box 14 (annex I, part II, I.3). */
class CopySealerTests {
    private static final CopySealer.Maker MAKER =
            new CopySealer.Maker(new AgencyId("pgd-an-duong"), "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "An Dương");

    private final Keys keys = new Pkcs12Keys(
            new SigningPolicy(Optional.of(SigningOrderTests.KEYS), 5, Duration.ofMinutes(5), true),
            SigningOrderTests.CLOCK);
    private final TimestampAuthority time =
            new SampleTimestampAuthority(SigningOrderTests.KEYS.toString(), SigningOrderTests.CLOCK, new Random(7));
    private final CopySealer sealer = new CopySealer(keys, time, SigningOrderTests.CLOCK);

    @Test
    void everyJudgeFindsTheSealedCopyValidAndWhole() throws IOException {
        Content sealed = sealer.copy(scan(PDRectangle.A4, 0), CopyForm.FULL, MAKER, SigningOrderTests.pin());
        keep("sao-y.pdf", sealed);
        requireValid(sealed);
    }

    @Test
    void theCornerSaysFormBodyAndTimeInTenPoints() throws IOException {
        Content sealed = sealer.copy(scan(PDRectangle.A4, 0), CopyForm.OF_A_COPY, MAKER, SigningOrderTests.pin());
        assertThat(words(sealed)).isEqualTo("SAO LỤC; PHÒNG GIÁO DỤC VÀ ĐÀO TẠO; 10/09/2024; 08:30:15 +07:00");
        var line = TextLine.of(
                Typefaces.borrow().upright(),
                "SAO Y; X",
                SigningOrderTests.CLOCK.instant().atZone(SigningOrderTests.VIETNAM),
                500);
        assertThat(line.parts()).containsExactly("SAO Y; X; 10/09/2024; 08:30:15 +07:00");
        assertThat(TextLine.SIZE).isEqualTo(10);
    }

    /** Annex III, form 3.2, as LibreOffice sets it. */
    @Test
    void theCornerHasSizeFaceAndPlaceOfTheOfficialForm() throws IOException {
        byte[] forms;
        try (var in = CopySealerTests.class.getResourceAsStream("/decree30/annex-3-official-templates.docx");
                var office = new LibreOffice()) {
            forms = office.pdf(Objects.requireNonNull(in).readAllBytes(), ".docx");
        }
        SeenPage form = SeenPage.all(forms).getLast();
        var theirs = form.line("ngày/tháng/năm");
        float theirEdge = form.lines().stream()
                .filter(it -> it.text().startsWith("......"))
                .map(SeenPage.Line::right)
                .max(Float::compare)
                .orElseThrow();
        Content sealed = sealer.copy(scan(PDRectangle.A4, 0), CopyForm.FULL, MAKER, SigningOrderTests.pin());
        SeenPage page = SeenPage.all(sealed.bytes()).getFirst();
        var ours = page.line("SAO Y;");
        float ourEdge = page.width() - 15 * 72 / 25.4f;
        assertThat(ours.size()).isEqualTo(theirs.size(), within(0.01f)).isEqualTo(10, within(0.01f));
        for (var line : List.of(theirs, ours)) {
            assertThat(line.bold() || line.italic()).isFalse();
        }
        assertThat(theirEdge - theirs.right()).isBetween(-15f, 15f);
        assertThat(ourEdge - ours.right()).isBetween(-1f, 1f);
        // Over the nation's name in the form; in the upper margin of a scan, where no word of the original stands.
        assertThat(theirs.baseline()).isGreaterThan(form.line("CỘNG HÒA").baseline());
        assertThat(page.height() - ours.baseline()).isBetween(8 * 72 / 25.4f, 20 * 72 / 25.4f);
    }

    @Test
    void aLongNameOnNarrowPaperTakesMoreLines() throws IOException {
        var maker = new CopySealer.Maker(
                MAKER.agency(), "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG", "An Dương");
        Content sealed = sealer.copy(scan(PDRectangle.A5, 0), CopyForm.FULL, maker, SigningOrderTests.pin());
        keep("sao-y-a5.pdf", sealed);
        requireValid(sealed);
        assertThat(words(sealed)).contains("TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ").contains("+07:00");
    }

    @Test
    void anAnnexInAFileOfItsOwnBearsNumberAndTime() throws IOException {
        Content sealed = sealer.annex(scan(PDRectangle.A4, 0), "07/KH-PGDĐT", MAKER, SigningOrderTests.pin());
        requireValid(sealed);
        assertThat(words(sealed)).isEqualTo("Số: 07/KH-PGDĐT; 10/09/2024; 08:30:15 +07:00");
    }

    @Test
    void nothingMayBeAddedAfterTheSeal() throws IOException {
        Content sealed = sealer.copy(scan(PDRectangle.A4, 0), CopyForm.FULL, MAKER, SigningOrderTests.pin());
        try (var document = Loader.loadPDF(sealed.bytes());
                var bytes = new ByteArrayOutputStream()) {
            var reference = (COSDictionary) document.getSignatureDictionaries()
                    .getFirst()
                    .getCOSObject()
                    .getCOSArray(COSName.getPDFName("Reference"))
                    .getObject(0);
            assertThat(reference
                            .getCOSDictionary(COSName.getPDFName("TransformParams"))
                            .getInt(COSName.P))
                    .isEqualTo(1);
            document.addPage(new PDPage(PDRectangle.A4));
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
            assertThat(Judges.dss(Content.of(bytes.toByteArray())))
                    .extracting(Judges.Verdict::indication)
                    .containsExactly(Indication.TOTAL_FAILED);
        }
    }

    @Test
    void aWrongPinSealsNothing() {
        assertThatThrownBy(() -> sealer.copy(scan(PDRectangle.A4, 0), CopyForm.FULL, MAKER, new Pin("00000000")))
                .isInstanceOf(Refusal.class)
                .extracting(it -> ((Refusal) it).reason())
                .isEqualTo(SignReason.PIN_INCORRECT);
    }

    @Test
    void pagesThatHaveFieldsOrLieOnTheirSideAreRefused() {
        for (Content unfit : List.of(ReservedPages.page(), scan(PDRectangle.A4, 90))) {
            assertThatThrownBy(() -> sealer.copy(unfit, CopyForm.FULL, MAKER, SigningOrderTests.pin()))
                    .isInstanceOf(Refusal.class)
                    .extracting(it -> ((Refusal) it).reason())
                    .isEqualTo(SignReason.NOT_READY);
        }
    }

    private static String words(Content pdf) throws IOException {
        Path file = Files.createTempFile("sealed", ".pdf");
        try {
            Files.write(file, pdf.bytes());
            return Peers.run("pdftotext", "-layout", file.toString(), "-")
                    .strip()
                    .replaceAll("\\s+", " ");
        } finally {
            Files.delete(file);
        }
    }

    private static void requireValid(Content pdf) throws IOException {
        var pdfsig = Judges.pdfsig(pdf);
        assertThat(pdfsig.verdicts()).containsExactly("Signature is Valid.");
        assertThat(pdfsig.coverage()).containsExactly("Total document signed");
        assertThat(Judges.qpdf(pdf)).contains("No syntax or stream encoding errors found");
        assertThat(Judges.dss(pdf)).singleElement().satisfies(it -> {
            assertThat(it.errors()).isEmpty();
            assertThat(it.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(it.level()).isEqualTo("PAdES-BASELINE-T");
        });
    }

    private static Content scan(PDRectangle paper, int turned) {
        try (var document = new PDDocument()) {
            var page = new PDPage(paper);
            page.setRotation(turned);
            document.addPage(page);
            var picture = new BufferedImage(800, 1100, BufferedImage.TYPE_INT_RGB);
            var brush = picture.createGraphics();
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, 800, 1100);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(
                        JPEGFactory.createFromImage(document, picture), 0, 0, paper.getWidth(), paper.getHeight());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void keep(String name, Content pdf) throws IOException {
        Path folder = Path.of("target", "copies");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), pdf.bytes());
    }
}
