package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.render.Renderer;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.Sealer;
import vn.antin.sign.SignedDocument;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Verifier;

/**
 * The pictures of signature and seal on the page, measured on the paper that {@code pdftoppm} makes of it (Decree
 * 30/2020/NĐ-CP, annex I, part I, II.7.d and II.8.a).
 */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TrueSizeTests {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");
    private static final PersonId HEAD = new PersonId("vu-manh-hung");
    private static final int DOTS_PER_INCH = 300;
    private static final double SIGNATURE = 48;
    private static final double SEAL = 34;

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    Templates templates;

    @Autowired
    Agencies agencies;

    @Autowired
    Composer composer;

    @Autowired
    Renderer renderer;

    @Autowired
    Gate gate;

    @Autowired
    Signer signer;

    @Autowired
    Sealer sealer;

    @Autowired
    Verifier verifier;

    @Autowired
    Inks inks;

    @Test
    void theSignatureIsCentredTheSealTrueToSizeAndOverAThirdOfIt() throws IOException {
        var head = new Holder.Person(HEAD, "Vũ Mạnh Hùng");
        var body = new Holder.Body(BODY, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        var signature = InkReader.read(InkSamples.blueSignature(), InkKind.SIGNATURE, SIGNATURE);
        var seal = InkReader.read(InkSamples.redSeal(), InkKind.SEAL, SEAL);
        inks.keep(head, signature, new PersonId("quan-tri"));
        inks.keep(body, seal, new PersonId("quan-tri"));
        Content signed;
        Content sealed;
        try (var pin = new Pin("12345678")) {
            SignedDocument it = signer.sign(checked(), pin);
            signed = it.pdf();
            sealed = sealer.seal(it, new NumberLine("07", DAY), pin).pdf();
        } finally {
            inks.takeAway(head, new PersonId("quan-tri"));
            inks.takeAway(body, new PersonId("quan-tri"));
        }
        Box blue = measured(paper("signed", signed), TrueSizeTests::blue);
        Box red = measured(paper("sealed", sealed), TrueSizeTests::red);

        assertThat(blue.width()).as("width of the signature, mm").isCloseTo(SIGNATURE, within(0.3));
        assertThat(red.width()).as("diameter of the seal, mm").isCloseTo(SEAL, within(0.5));
        assertThat(red.height()).isCloseTo(SEAL, within(0.5));
        assertThat((red.right - blue.left) / blue.width())
                .as("part of the signature under the seal")
                .isCloseTo(1 / 3.0, within(0.02));
        assertThat(red.left).as("the seal reaches out to the left").isLessThan(blue.left);
        // Post over it, name under it: centred on both.
        double middle = (blue.left + blue.right) / 2;
        assertThat(middle).isCloseTo(centreOf(signed, "Vũ Mạnh Hùng"), within(0.5));

        for (Content revision : new Content[] {signed, sealed}) {
            assertThat(Peers.veraPdf(revision.bytes(), PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(Peers.veraPdf(revision.bytes(), PDFAFlavour.PDFUA_1)).isEmpty();
        }
        assertThat(Peers.said(sealed.bytes(), "pdfsig", "-nocert").split("Signature is Valid", -1))
                .hasSize(3);
        assertThat(verifier.verify(sealed, "dau.pdf").conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        // The document names the pictures it shows.
        assertThat(picturesNamedIn(sealed))
                .contains(
                        "Picture-SHA256-" + signature.png().digest(),
                        "Picture-SHA256-" + seal.png().digest());
    }

    private static Set<String> picturesNamedIn(Content pdf) throws IOException {
        var names = new HashSet<String>();
        try (var document = Loader.loadPDF(pdf.bytes())) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary it
                        && it.getCOSDictionary(COSName.RESOURCES) != null
                        && it.getCOSDictionary(COSName.RESOURCES).getCOSDictionary(COSName.XOBJECT) != null) {
                    it.getCOSDictionary(COSName.RESOURCES)
                            .getCOSDictionary(COSName.XOBJECT)
                            .keySet()
                            .forEach(name -> names.add(name.getName()));
                }
            }
        }
        return names;
    }

    @Test
    void aPictureThatDoesNotFitTheBoxReservedBeforeItCameIsNotScaled() throws IOException {
        var body = new Holder.Body(BODY, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        var checked = checked();
        inks.keep(body, InkReader.read(InkSamples.redSeal(), InkKind.SEAL, 42), new PersonId("quan-tri"));
        try (var pin = new Pin("12345678")) {
            SignedDocument signed = signer.sign(checked, pin);
            Content sealed = sealer.seal(signed, new NumberLine("07", DAY), pin).pdf();
            Box red = measured(paper("sealed-drawn", sealed), TrueSizeTests::red);
            assertThat(red.width()).as("the drawn seal in its box of 36 mm").isCloseTo(36, within(0.7));
        } finally {
            inks.takeAway(body, new PersonId("quan-tri"));
        }
    }

    private vn.antin.check.CheckedDocument checked() {
        var template = templates.named("cong-van");
        var document = composer.compose(
                template,
                template.sample(),
                agencies.named(BODY),
                agencies.signatory(BODY, HEAD, DAY),
                new DocumentId(new UUID(0, 9)),
                new LookupCode("7K2M-Q9XD-04TB"));
        return ((Gate.Verdict.Passed) gate.examine(renderer.render(document))).document();
    }

    /** Millimetres from the paper's left upper corner. */
    private record Box(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }

    private static BufferedImage paper(String name, Content pdf) throws IOException {
        Path folder = Path.of("target", "true-size");
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".pdf");
        Files.write(file, pdf.bytes());
        Path picture = folder.resolve(name);
        Peers.run(
                "pdftoppm",
                "-png",
                "-singlefile",
                "-r",
                String.valueOf(DOTS_PER_INCH),
                file.toString(),
                picture.toString());
        return ImageIO.read(folder.resolve(name + ".png").toFile());
    }

    private static Box measured(BufferedImage paper, IntPredicate ink) {
        int left = paper.getWidth();
        int top = paper.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < paper.getHeight(); y++) {
            for (int x = 0; x < paper.getWidth(); x++) {
                if (ink.test(paper.getRGB(x, y))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        double mm = 25.4 / DOTS_PER_INCH;
        return new Box(left * mm, top * mm, (right + 1) * mm, (bottom + 1) * mm);
    }

    private static boolean blue(int rgb) {
        return (rgb & 255) > 120 && (rgb >> 16 & 255) < 110 && (rgb & 255) > (rgb >> 8 & 255) + 40;
    }

    private static boolean red(int rgb) {
        return (rgb >> 16 & 255) > 150 && (rgb >> 8 & 255) < 110 && (rgb & 255) < 110;
    }

    /** Where the middle of the words stands, millimetres from the left edge. */
    private static double centreOf(Content pdf, String words) throws IOException {
        double[] edges = {0, 0};
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, java.util.List<org.apache.pdfbox.text.TextPosition> letters) {
                    int at = text.indexOf(words);
                    if (at >= 0) {
                        edges[0] = letters.getFirst().getXDirAdj();
                        var last = letters.getLast();
                        edges[1] = last.getXDirAdj() + last.getWidthDirAdj();
                    }
                }
            };
            stripper.getText(document);
        }
        return (edges[0] + edges[1]) / 2 * 25.4 / 72;
    }
}
