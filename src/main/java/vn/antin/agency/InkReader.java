package vn.antin.agency;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * Judges a picture that somebody sent before anything is made of it: a PNG (ISO/IEC 15948) of true colours with
 * transparency, its ground really transparent, its ink of the right colour, fine enough for its true size.
 */
final class InkReader {
    private static final int LARGEST = 4 * 1024 * 1024;
    /** 60 × 30 mm at 1200 dots an inch are 4 million; unpacked they take 16 MB. */
    private static final long MOST_PIXELS = 6_000_000;

    private static final double DOTS_PER_INCH = 300;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    /** Where the header chunk, always the first (ISO/IEC 15948, 11.2.2), has depth and colour type. */
    private static final int DEPTH = 24;

    private static final int COLOUR_TYPE = 25;
    private static final int COLOURS_WITH_ALPHA = 6;
    /** Of 255: less is nothing to the eye, more is ink. */
    private static final int INVISIBLE = 16;

    private static final int INKED = 128;
    private static final double MOST_OF_THE_RIM = 0.95;
    private static final double LEAST_GROUND = 0.2;
    private static final double MOST_OF_THE_INK = 0.8;
    private static final int LEAST_INK = 500;
    /** How far a round seal may be from round. */
    private static final double ROUND = 0.02;

    private InkReader() {}

    /**
     * The picture, or a refusal.
     *
     * @param widthMillimetres of what is inked: a signature's width, a seal's diameter
     */
    static InkPicture read(byte[] file, InkKind kind, double widthMillimetres) {
        BufferedImage image = unpacked(file);
        var ink = new Ink(image, kind);
        if (ink.rim < MOST_OF_THE_RIM || ink.ground < LEAST_GROUND) {
            throw new Refusal(AgencyReason.PICTURE_NOT_TRANSPARENT);
        }
        if (ink.inked < LEAST_INK || ink.coloured < MOST_OF_THE_INK * ink.inked) {
            throw new Refusal(kind == InkKind.SEAL ? AgencyReason.PICTURE_NOT_RED : AgencyReason.PICTURE_NOT_BLUE);
        }
        int width = ink.right - ink.left + 1;
        int height = ink.bottom - ink.top + 1;
        if (kind == InkKind.SEAL && Math.abs(width - height) > ROUND * width) {
            throw new Refusal(AgencyReason.PICTURE_NOT_ROUND);
        }
        var picture = new InkPicture(Content.of(file), ink.left, ink.top, width, height, widthMillimetres);
        if (!kind.takes(widthMillimetres, picture.heightMillimetres())) {
            throw new Refusal(AgencyReason.PICTURE_SIZE_UNLIKELY);
        }
        double dots = width / (widthMillimetres / MILLIMETRES_PER_INCH);
        if (dots < DOTS_PER_INCH) {
            throw new Refusal(AgencyReason.PICTURE_TOO_COARSE, Math.round(dots));
        }
        return picture;
    }

    /** The pixels, once the header says that they can be had. */
    static BufferedImage unpacked(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal(AgencyReason.PICTURE_TOO_LARGE);
        }
        // Only one form: palettes and grey have no use here, and their readers more ways to be led astray.
        if (file.length <= COLOUR_TYPE || file[DEPTH] != 8 || file[COLOUR_TYPE] != COLOURS_WITH_ALPHA) {
            throw new Refusal(AgencyReason.PICTURE_UNREADABLE);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Without its texts and profiles, which may swell to any size.
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new Refusal(AgencyReason.PICTURE_TOO_LARGE);
            }
            var complained = new AtomicBoolean();
            IIOReadWarningListener listener = (source, warning) -> complained.set(true);
            reader.addIIOReadWarningListener(listener);
            BufferedImage image = reader.read(0);
            if (complained.get() || !image.getColorModel().hasAlpha()) {
                throw new Refusal(AgencyReason.PICTURE_UNREADABLE);
            }
            return image;
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new Refusal(AgencyReason.PICTURE_UNREADABLE, e);
        } finally {
            reader.dispose();
        }
    }

    /** What is found in one walk over the pixels. */
    private static final class Ink {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;
        private long inked;
        private long coloured;
        /** Share of the outermost pixels that are not to be seen. */
        private final double rim;

        private final double ground;

        Ink(BufferedImage image, InkKind kind) {
            int width = image.getWidth();
            int height = image.getHeight();
            long clear = 0;
            long clearRim = 0;
            int[] row = new int[width];
            float[] hsb = new float[3];
            for (int y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    int alpha = row[x] >>> 24;
                    if (alpha < INVISIBLE) {
                        clear++;
                        clearRim += x == 0 || y == 0 || x == width - 1 || y == height - 1 ? 1 : 0;
                        continue;
                    }
                    // All that is seen counts for the size, or the faint rim of a line would be cut off at the box.
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                    if (alpha >= INKED) {
                        inked++;
                        Color.RGBtoHSB(row[x] >> 16 & 255, row[x] >> 8 & 255, row[x] & 255, hsb);
                        coloured += kind.inks(hsb[0], hsb[1]) ? 1 : 0;
                    }
                }
            }
            ground = (double) clear / ((long) width * height);
            rim = clearRim / Math.max(1.0, 2.0 * (width + height) - 4);
        }
    }
}
