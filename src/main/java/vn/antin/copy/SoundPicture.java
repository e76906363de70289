package vn.antin.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.antin.kernel.Refusal;

/** Unpacks a picture once, to be sure that all of it is there: what breaks off in the middle must not be sealed. */
final class SoundPicture {
    /** A page of A4 at 600 dots an inch, in colour; a larger one would cost more memory than it is worth. */
    private static final long MOST_PIXELS = 36_000_000;

    private static final int COLOURS = 3;

    /** A JPEG that comes clearer pass by pass has some ten; each costs the work of the whole picture and few bytes. */
    private static final int MOST_PASSES = 40;

    private static final int START_OF_SCAN = 0xDA;

    private SoundPicture() {}

    /** Refused before it is unpacked when it is too large for that. */
    static void requireSize(int width, int height, int page) {
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new Refusal(CopyReason.PICTURE_TOO_LARGE, page, pixels / 1_000_000);
        }
    }

    /** Whether a JPEG is whole and as large as is said of it. */
    static boolean jpeg(byte[] bytes, int width, int height) {
        if (marks(bytes, START_OF_SCAN) > MOST_PASSES) {
            return false;
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                return false;
            }
            var complained = new AtomicBoolean();
            IIOReadWarningListener listener = (source, warning) -> complained.set(true);
            reader.addIIOReadWarningListener(listener);
            reader.read(0);
            return !complained.get();
        } catch (IOException | RuntimeException e) {
            return false;
        } finally {
            reader.dispose();
        }
    }

    /** Within packed data a byte FF is never followed by these (ITU-T T.81, B.1.1.5), so every one is counted. */
    private static int marks(byte[] bytes, int mark) {
        int found = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) mark) {
                found++;
            }
        }
        return found;
    }

    /** Whether a PDF's picture of three colours, packed by one filter, is whole. */
    static boolean inPdf(PDImageXObject picture) throws IOException {
        var stream = picture.getCOSObject();
        if (COSName.DCT_DECODE.equals(stream.getDictionaryObject(COSName.FILTER))) {
            try (InputStream raw = stream.createRawInputStream()) {
                return jpeg(raw.readAllBytes(), picture.getWidth(), picture.getHeight());
            }
        }
        long expected = (long) picture.getWidth() * picture.getHeight() * COLOURS;
        try (InputStream unpacked = stream.createInputStream()) {
            return unpacked.skip(expected) == expected;
        } catch (IOException e) {
            return false;
        }
    }
}
