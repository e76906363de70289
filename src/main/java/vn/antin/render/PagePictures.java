package vn.antin.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** The true pages of our own documents as pictures, for reading before one signs. */
@Component
public class PagePictures {
    /** Pixels: an A4 page is legible, and no page, however large, costs more than {@code WIDTH × HEIGHT}. */
    private static final float WIDTH = 1000;

    private static final float HEIGHT = 1600;

    /** Pictures being drawn at once: each takes about 10 MB. */
    private static final int AT_ONCE = 2;

    private final Semaphore easels = new Semaphore(AT_ONCE);

    /** Number from 1, and size in pixels; public because pages read it. */
    public record Sheet(int number, int width, int height) {}

    /** The document's pages in order. */
    public List<Sheet> sheets(Content pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            var sheets = new ArrayList<Sheet>();
            for (var page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                boolean turned = page.getRotation() % 180 != 0;
                float width = turned ? box.getHeight() : box.getWidth();
                float height = turned ? box.getWidth() : box.getHeight();
                float scale = scale(box);
                sheets.add(new Sheet(sheets.size() + 1, Math.round(width * scale), Math.round(height * scale)));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PNG of one page, counted from 1; a refusal when there is none of that number. */
    public byte[] png(Content pdf, int number) {
        easels.acquireUninterruptibly();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw new Refusal(RenderReason.NO_SUCH_PAGE);
            }
            float scale = scale(document.getPage(number - 1).getCropBox());
            BufferedImage picture = new PDFRenderer(document).renderImage(number - 1, scale, ImageType.RGB);
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            easels.release();
        }
    }

    private static float scale(PDRectangle box) {
        float longer = Math.max(box.getWidth(), box.getHeight());
        float shorter = Math.min(box.getWidth(), box.getHeight());
        return Math.min(WIDTH / shorter, HEIGHT / longer);
    }
}
