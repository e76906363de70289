package vn.antin.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.Peers;
import vn.antin.kernel.Content;

@Timeout(120)
class EaselTests {
    private final Easel easel = new Easel(new EaselProperties(Duration.ofSeconds(20), Duration.ofSeconds(40)));

    private static final String WORDS = "BT /F1 18 Tf 60 700 Td (Tra cho Lan) Tj 200 0 Td (%s) Tj ET";

    private static Raw letter(String amount) {
        return Raw.page(WORDS.formatted(amount), "");
    }

    static Stream<Path> foreign() throws IOException {
        return Stream.of("itext9-twice.pdf", "libreoffice.pdf", "podofo.pdf", "tcpdf-2.pdf")
                .map(it -> Path.of("src/test/resources/foreign", it));
    }

    /** Mean difference of grey, 0 to 255, of two pictures of one size after both were made small. */
    static double difference(BufferedImage one, BufferedImage other) {
        int width = 120;
        int height = 170;
        long sum = 0;
        int[] a = small(one, width, height);
        int[] b = small(other, width, height);
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / (double) a.length;
    }

    private static int[] small(BufferedImage picture, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small.getRaster().getPixels(0, 0, width, height, (int[]) null);
    }

    static BufferedImage image(Picture picture) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.png())));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void drawsAPageAsAnotherProgramDrawsIt(Path file, @TempDir Path folder) throws IOException {
        Picture ours = easel.page(Content.of(Files.readAllBytes(file)), 1).orElseThrow();
        Peers.run(
                "pdftoppm",
                "-r",
                "100",
                "-png",
                "-singlefile",
                file.toString(),
                folder.resolve("p").toString());
        BufferedImage theirs =
                Objects.requireNonNull(ImageIO.read(folder.resolve("p.png").toFile()));
        BufferedImage drawn = image(ours);
        assertThat(drawn.getWidth()).isEqualTo(ours.width());
        assertThat(drawn.getWidth() / (double) drawn.getHeight())
                .isCloseTo(theirs.getWidth() / (double) theirs.getHeight(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(difference(drawn, theirs)).isLessThan(4);
        assertThat(difference(drawn, new BufferedImage(100, 140, BufferedImage.TYPE_BYTE_GRAY)))
                .isGreaterThan(100);
    }

    @Test
    void showsTheOnePlaceThatChanged() throws IOException {
        byte[] before = letter("100 dong").file();
        byte[] after = Raw.after(before).stream(4, "", Raw.bytes(WORDS.formatted("900 dong")))
                .file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(before.length));
        assertThat(told.troubles()).isEmpty();
        assertThat(told.states()).singleElement().satisfies(state -> {
            assertThat(state.end()).isEqualTo(before.length);
            assertThat(List.of(state.pagesThen(), state.pagesNow())).containsExactly(1, 1);
            assertThat(state.pages()).singleElement().satisfies(page -> {
                assertThat(page.places()).isEqualTo(1);
                assertThat(page.then()).isNotNull();
                assertThat(page.now()).isNotNull();
            });
        });
        ThenAndNow.Page page = told.states().getFirst().pages().getFirst();
        assertFramed(page.then());
        assertFramed(page.now());
    }

    /** The frame stands around the amount: 260 points from the left, 142 from above. */
    private static void assertFramed(@Nullable Picture it) throws IOException {
        assertThat(it).isNotNull();
        BufferedImage drawn = image(Objects.requireNonNull(it));
        double scale = drawn.getWidth() / 595.0;
        int left = (int) (250 * scale);
        int right = (int) (350 * scale);
        assertThat(marked(drawn, left, (int) (125 * scale), right, (int) (150 * scale)))
                .isTrue();
        assertThat(marked(drawn, 0, 0, left - 15, drawn.getHeight())).isFalse();
    }

    private static boolean marked(BufferedImage drawn, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if ((drawn.getRGB(x, y) & 0xffffff) == 0xd97706) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void showsNothingWhereNothingLooksDifferent() {
        byte[] before = letter("100 dong").file();
        byte[] after = Raw.after(before).object(50, "<</Type/Unseen>>").file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(before.length));
        assertThat(told.troubles()).isEmpty();
        assertThat(told.states())
                .singleElement()
                .satisfies(it -> assertThat(it.pages()).isEmpty());
    }

    @Test
    void seesAPagePutInFrontAndNotTheOthersAsChanged() {
        byte[] before = letter("100 dong").file();
        byte[] after = Raw.after(before)
                .object(2, "<</Type/Pages/Count 2/Kids[7 0 R 3 0 R]>>")
                .object(7, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
                .file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(before.length));
        assertThat(told.states()).singleElement().satisfies(state -> {
            assertThat(List.of(state.pagesThen(), state.pagesNow())).containsExactly(1, 2);
            assertThat(state.pages()).singleElement().satisfies(page -> {
                assertThat(List.of(page.numberThen(), page.numberNow())).containsExactly(0, 1);
                assertThat(page.then()).isNull();
                assertThat(page.now()).isNotNull();
            });
        });
    }

    @Test
    void seesAnAnnotationLaidOverTheWords() {
        byte[] before = letter("100 dong").file();
        byte[] after = Raw.after(before)
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R/Annots[8 0 R]>>")
                .object(8, "<</Type/Annot/Subtype/Stamp/Rect[250 690 400 720]/F 4/AP<</N 9 0 R>>>>")
                .stream(9, "/Type/XObject/Subtype/Form/BBox[0 0 150 30]", Raw.bytes("1 g 0 0 150 30 re f"))
                .file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(before.length));
        assertThat(told.states().getFirst().pages())
                .singleElement()
                .satisfies(it -> assertThat(it.places()).isEqualTo(1));
    }

    @Test
    void tellsOfAStateThatCannotBeOpenedAndShowsTheOthers() {
        byte[] before = letter("100 dong").file();
        byte[] after = Raw.after(before).stream(4, "", Raw.bytes(WORDS.formatted("900 dong")))
                .file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(5, before.length));
        assertThat(told.troubles()).containsExactly(Trouble.UNREADABLE);
        assertThat(told.states())
                .singleElement()
                .satisfies(it -> assertThat(it.end()).isEqualTo(before.length));
    }
}
