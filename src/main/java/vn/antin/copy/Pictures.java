package vn.antin.copy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Scanned pages as pictures, JPEG, PNG or TIFF, one page each; a TIFF may hold several. */
final class Pictures {
    private static final Set<String> KINDS = Set.of("jpeg", "jpg", "png", "tif", "tiff");

    private static final double INCH = 25.4;
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;

    /** How far the sides' proportion may be from that of A4 when a picture does not say how large it is. */
    private static final double TOLERANCE = 0.03;

    private Pictures() {}

    /**
     * Adds the file's pictures.
     *
     * @param place of the file among those sent, from 1
     */
    static void add(Content file, int place, boolean otherPaper, ScanFile scan, int mostPages) throws IOException {
        // Not ImageIO's own choice, which writes the page to a file that a crash leaves lying about.
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw new Refusal(CopyReason.NOT_A_SCAN, place);
            }
            try {
                reader.setInput(input);
                // Counted one by one: a TIFF's chain of pictures may be a ring.
                for (int i = 0; i == 0 || i < reader.getNumImages(true); i++) {
                    if (scan.pages() == mostPages) {
                        throw new Refusal(CopyReason.TOO_MANY_PAGES, mostPages);
                    }
                    addOne(reader, i, file, otherPaper, scan);
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new Refusal(CopyReason.NOT_A_SCAN, e, place);
        }
    }

    private static void addOne(ImageReader reader, int index, Content file, boolean otherPaper, ScanFile scan)
            throws IOException {
        int number = scan.pages() + 1;
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        SoundPicture.requireSize(width, height, number);
        scan.announce(width, height);
        requireNoJpegWithin(reader, index, number);
        double[] perPixel = millimetresPerPixel(reader, index, width, height, number);
        var sheet = new Sheet(
                number,
                (int) Math.round(INCH / Math.max(perPixel[0], perPixel[1])),
                (int) Math.round(width * perPixel[0]),
                (int) Math.round(height * perPixel[1]),
                inColour(reader, index));
        sheet.require(otherPaper);
        boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
        if (jpeg && !SoundPicture.jpeg(file.bytes(), width, height)) {
            throw new IOException("The picture breaks off");
        }
        PDImageXObject picture = jpeg
                ? JPEGFactory.createFromByteArray(scan.document(), file.bytes())
                : LosslessFactory.createFromImage(scan.document(), opaque(reader.read(index)));
        float across = (float) (width * perPixel[0] * 72 / INCH);
        float down = (float) (height * perPixel[1] * 72 / INCH);
        scan.add(sheet, picture, new Matrix(across, 0, 0, down, 0, 0), across, down);
    }

    /**
     * A TIFF's JPEG pieces each say anew how large they are and how often they go over the picture, in a few bytes and
     * where nobody can look before they are unpacked.
     */
    private static void requireNoJpegWithin(ImageReader reader, int index, int number) throws IOException {
        if (reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif")) {
            var compression = TIFFDirectory.createFromMetadata(reader.getImageMetadata(index))
                    .getTIFFField(BaselineTIFFTagSet.TAG_COMPRESSION);
            int kind = compression == null ? BaselineTIFFTagSet.COMPRESSION_NONE : compression.getAsInt(0);
            if (kind == BaselineTIFFTagSet.COMPRESSION_JPEG || kind == BaselineTIFFTagSet.COMPRESSION_OLD_JPEG) {
                throw new Refusal(CopyReason.JPEG_IN_TIFF, number);
            }
        }
    }

    private static boolean inColour(ImageReader reader, int index) throws IOException {
        var type = reader.getRawImageType(index);
        if (type == null) {
            var types = reader.getImageTypes(index);
            type = types.hasNext() ? types.next() : null;
        }
        // A JPEG in YCbCr has no raw type that Java knows; what it can become tells.
        return type != null && type.getColorModel().getColorSpace().getNumComponents() == 3;
    }

    /** White paper shows through where a picture is transparent. */
    private static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = opaque.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return opaque;
    }

    /** As the file says; else as if the picture were the whole of an A4 page, which its proportion must bear out. */
    private static double[] millimetresPerPixel(ImageReader reader, int index, int width, int height, int number) {
        double across = said(reader, index, "HorizontalPixelSize");
        double down = said(reader, index, "VerticalPixelSize");
        if (across > 0 && down > 0) {
            return new double[] {across, down};
        }
        double proportion = (double) Math.max(width, height) / Math.min(width, height);
        if (Math.abs(proportion / (A4_HEIGHT / A4_WIDTH) - 1) > TOLERANCE) {
            throw new Refusal(CopyReason.SIZE_UNKNOWN, number);
        }
        double perPixel = A4_HEIGHT / Math.max(width, height);
        return new double[] {perPixel, perPixel};
    }

    /** Millimetres, as Java's neutral form of metadata has them; 0 when the file does not say. */
    private static double said(ImageReader reader, int index, String name) {
        try {
            var metadata = reader.getImageMetadata(index);
            if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
                return 0;
            }
            Node root = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            Node found = ((Element) root).getElementsByTagName(name).item(0);
            double size = found == null ? 0 : Double.parseDouble(((Element) found).getAttribute("value"));
            // Some programs write 1 dot an inch for "not known".
            return size < 1 && size > 0.001 ? size : 0;
        } catch (IOException | RuntimeException e) {
            // Metadata that cannot be read says nothing.
            return 0;
        }
    }
}
