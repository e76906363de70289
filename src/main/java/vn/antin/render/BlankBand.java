package vn.antin.render;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Finds where on a finished page nothing stands, by looking at its picture: one pixel a point. */
final class BlankBand {
    private static final int INK = 250;

    private BlankBand() {}

    /**
     * The upper edge, from the page's lower edge, of the lowest band as wide as the page between the lower margin and the
     * upper one in which nothing stands and that is at least {@code height} high; NaN when there is none.
     */
    static float lowest(PDDocument document, int page, float height, LayoutProfile profile) throws IOException {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 72, ImageType.GRAY);
        Raster pixels = picture.getRaster();
        int[] row = new int[picture.getWidth()];
        int blank = 0;
        int lowest = Math.round(profile.bottom());
        int highest = picture.getHeight() - Math.round(profile.top());
        for (int y = lowest; y < highest; y++) {
            pixels.getSamples(0, picture.getHeight() - 1 - y, row.length, 1, 0, row);
            boolean ink = false;
            for (int sample : row) {
                ink |= sample < INK;
            }
            if (!ink) {
                blank++;
            } else if (blank >= height) {
                return y;
            } else {
                blank = 0;
            }
        }
        return blank >= height ? highest : Float.NaN;
    }
}
