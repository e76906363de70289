package vn.antin.easel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Files made to do harm when drawn: each ends in time, with a word why, and nothing of ours is touched. */
@Timeout(120)
class HostilePagesTests {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(40);

    /** For what has no end, and for what has one. */
    private final Easel hasty = new Easel(new EaselProperties(SHORT, LONG));

    private final Easel calm = new Easel(new EaselProperties(LONG, LONG));

    private static ThenAndNow compared(Easel easel, byte[] file) {
        byte[] after = Raw.after(file).object(90_000, "<</Type/Unseen>>").file();
        ThenAndNow told = easel.compare(Content.of(after), List.of(file.length));
        assertThat(ProcessHandle.current().descendants().filter(HostilePagesTests::draws))
                .isEmpty();
        return told;
    }

    private static boolean draws(ProcessHandle it) {
        return it.info().commandLine().orElse("").contains("Draftsman");
    }

    /** Each form draws the next one twice: a billion times nothing. */
    private static byte[] endless() {
        Raw raw = Raw.page("/X Do", "");
        for (int i = 6; i < 40; i++) {
            raw.stream(
                    i,
                    "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X " + (i + 1) + " 0 R>>>>",
                    Raw.bytes("/X Do /X Do 0 0 9 9 re f"));
        }
        return raw.stream(40, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", Raw.bytes("0 0 9 9 re f"))
                .file();
    }

    private static byte[] packed(long length, int value) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            byte[] some = new byte[1 << 16];
            java.util.Arrays.fill(some, (byte) value);
            for (long left = length; left > 0; left -= some.length) {
                deflater.write(some, 0, (int) Math.min(left, some.length));
            }
        }
        return out.toByteArray();
    }

    @Test
    void endsADrawingThatHasNoEnd() {
        assertThat(compared(hasty, endless()).troubles()).containsExactly(Trouble.TOO_LONG);
    }

    @Test
    void drawsAPageOfAMillionPointsNoLargerThanAnyOther() throws IOException {
        for (String box : List.of("[0 0 1000000 1000000]", "[-1e30 -1e30 1e30 1e30]", "[0 0 1 1000000]", "[0 0 0 0]")) {
            byte[] before = Raw.page("0 0 500 500 re f", "/CropBox" + box + "/MediaBox" + box)
                    .file();
            byte[] after =
                    Raw.after(before).stream(4, "", Raw.bytes("0 0 9 9 re f")).file();
            ThenAndNow told = calm.compare(Content.of(after), List.of(before.length));
            assertThat(told.troubles()).as(box).isSubsetOf(Trouble.INCOMPLETE);
            for (ThenAndNow.Page it : told.states().getFirst().pages()) {
                if (it.now() != null) {
                    assertThat(it.now().width()).isLessThanOrEqualTo(Picture.WIDEST);
                    assertThat(it.now().height()).isLessThanOrEqualTo(Picture.HIGHEST);
                }
            }
        }
    }

    @Test
    void looksAtTheFirstOfTenThousandPages() {
        var kids = new StringBuilder();
        Raw raw = Raw.fresh().object(1, "<</Type/Catalog/Pages 2 0 R>>");
        for (int i = 10; i < 10_010; i++) {
            kids.append(i).append(" 0 R ");
            raw.object(i, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        }
        raw.object(2, "<</Type/Pages/Count 10000/Kids[" + kids + "]>>");
        ThenAndNow told = compared(calm, raw.file());
        assertThat(told.troubles()).containsExactly(Trouble.PAGES_LEFT);
        assertThat(told.states()).singleElement().satisfies(it -> {
            assertThat(it.pagesNow()).isEqualTo(Frames.MOST_COUNTED);
            assertThat(it.pages()).isEmpty();
        });
    }

    @Test
    void believesNoPageTreeThatLies() {
        byte[] file = Raw.fresh()
                .object(1, "<</Type/Catalog/Pages 2 0 R>>")
                .object(2, "<</Type/Pages/Count 2000000000/Kids[3 0 R 2 0 R 3 0 R]>>")
                .object(3, "<</Type/Pages/Parent 2 0 R/Count -5/Kids[2 0 R 3 0 R]>>")
                .file();
        ThenAndNow told = compared(calm, file);
        assertThat(told.states()).allSatisfy(it -> assertThat(it.pagesNow()).isLessThan(10));
    }

    @Test
    void endsAtAPictureThatSwells() throws IOException {
        for (String kind : List.of("/ColorSpace/DeviceRGB/BitsPerComponent 8", "/ImageMask true/BitsPerComponent 1")) {
            byte[] file = Raw.page("500 0 0 500 0 0 cm /X Do", "").stream(
                            6,
                            "/Type/XObject/Subtype/Image/Width 40000/Height 40000" + kind + "/Filter/FlateDecode",
                            packed(200L << 20, 0x55))
                    .file();
            // Out of time, out of memory, or passed over; and it says so.
            assertThat(compared(hasty, file).troubles()).as(kind).isNotEmpty();
        }
    }

    @Test
    void endsAtAPageWhoseContentSwells() throws IOException {
        byte[] file = Raw.page("", "").stream(4, "/Filter/FlateDecode", packed(400L << 20, 'q'))
                .file();
        assertThat(compared(hasty, file).troubles()).isNotEmpty();
    }

    @Test
    void endsAtFontsThatDrawThemselvesOrSwell() throws IOException {
        String type3 = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65"
                + "/Widths[9]/Encoding<</Differences[65/A]>>/CharProcs<</A 8 0 R>>/Resources<</Font<</F1 7 0 R>>>>>>";
        byte[] itself =
                Raw.page("BT /F1 9 Tf (AAAA) Tj ET", "").object(5, "<</Font<</F1 7 0 R>>>>").object(7, type3).stream(
                                8, "", Raw.bytes("9 0 d0 BT /F1 9 Tf (AAAAAAAA) Tj ET"))
                        .file();
        ThenAndNow told = compared(hasty, itself);
        assertThat(told.states().isEmpty() && told.troubles().isEmpty())
                .as("neither drawn nor said why not")
                .isFalse();
        byte[] swollen = Raw.page("BT /F1 9 Tf (AAAA) Tj ET", "")
                .object(5, "<</Font<</F1 7 0 R>>>>")
                .object(
                        7,
                        "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 65/LastChar 65/Widths[9]/FontDescriptor 8 0 R>>")
                .object(8, "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 9 0 R>>")
                .stream(9, "/Filter/FlateDecode", packed(400L << 20, 0))
                .file();
        assertThat(compared(hasty, swollen).troubles()).isNotEmpty();
    }

    @Test
    void drawsNoSecretOutOfOtherFiles() {
        byte[] file = Raw.page("500 0 0 500 0 0 cm /X Do", "").stream(
                        6,
                        "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
                                + "/F(/etc/passwd)/FFilter/FlateDecode",
                        new byte[64])
                .file();
        assertThat(compared(calm, file).states())
                .singleElement()
                .satisfies(it -> assertThat(it.pages()).isEmpty());
    }

    @Test
    void refusesWhenTheLineIsFull() throws Exception {
        Easel narrow = new Easel(new EaselProperties(SHORT, Duration.ofMillis(300)));
        Content file = Content.of(endless());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ThenAndNow>> asked = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                asked.add(people.submit(() -> narrow.compare(file, List.of(file.bytes().length))));
            }
            TimeUnit.MILLISECONDS.sleep(1500);
            assertThatThrownBy(() -> narrow.page(file, 1))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.reason()).isEqualTo(EaselReason.BUSY));
            for (Future<ThenAndNow> it : asked) {
                assertThat(it.get().troubles()).containsExactly(Trouble.TOO_LONG);
            }
        }
        assertThat(narrow.page(Raw.page("0 0 9 9 re f", "").content(), 1)).isPresent();
    }
}
