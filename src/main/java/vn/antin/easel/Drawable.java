package vn.antin.easel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;

/** One state of a file, to be drawn. Lives in the drawing process only. */
final class Drawable implements AutoCloseable {
    /** Small pictures tell whether pages look alike; a full stop is still a pixel in them. */
    private static final float SMALL = 0.6f;

    private final PDDocument document;
    private final int count;
    private final int pages;
    private final PDFRenderer renderer;
    private boolean incomplete;

    /** @param most of its pages that are ever drawn */
    Drawable(byte[] file, int end, int most) throws IOException {
        document = Loader.loadPDF(
                new RandomAccessReadBuffer(ByteBuffer.wrap(file, 0, end).slice()));
        List<PDPage> found = new ArrayList<>();
        int counted = 0;
        // A page tree says of itself how many it holds, which need not be so: they are walked.
        Iterator<PDPage> walk = document.getPages().iterator();
        while (counted < Frames.MOST_COUNTED && walk.hasNext()) {
            PDPage page = walk.next();
            counted++;
            if (found.size() < most) {
                found.add(page);
            }
        }
        count = counted;
        pages = found.size();
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, flat(found));
        renderer = new Renderer(document);
        renderer.setDefaultDestination(RenderDestination.VIEW);
        renderer.setSubsamplingAllowed(true);
    }

    private static COSDictionary flat(List<PDPage> pages) {
        var kids = new COSArray();
        pages.forEach(it -> kids.add(it.getCOSObject()));
        var tree = new COSDictionary();
        tree.setItem(COSName.TYPE, COSName.PAGES);
        tree.setItem(COSName.KIDS, kids);
        tree.setInt(COSName.COUNT, pages.size());
        return tree;
    }

    /** How many pages it has, up to {@link Frames#MOST_COUNTED}. */
    int count() {
        return count;
    }

    /** How many of them can be asked for. */
    int pages() {
        return pages;
    }

    /** Whether something on a page drawn so far could not be drawn. */
    boolean incomplete() {
        return incomplete;
    }

    /** What stands for the look of a page, counted from 0; nothing when it cannot be drawn. */
    Optional<String> look(int page) {
        return picture(page, SMALL).map(Drawable::digest);
    }

    Optional<BufferedImage> picture(int page) {
        return picture(page, 1);
    }

    private Optional<BufferedImage> picture(int page, float part) {
        try {
            PDRectangle box = document.getPage(page).getCropBox();
            float shorter = Math.min(box.getWidth(), box.getHeight());
            float longer = Math.max(box.getWidth(), box.getHeight());
            float scale = part * Math.min((Picture.WIDEST - 1) / shorter, (Picture.HIGHEST - 1) / longer);
            if (!(scale > 0) || Float.isInfinite(scale)) {
                return nothing();
            }
            return Optional.of(renderer.renderImage(page, scale, ImageType.RGB));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Hostile bytes may end a drawing in any way; only memory that is all gone ends the process.
            return nothing();
        }
    }

    private Optional<BufferedImage> nothing() {
        incomplete = true;
        return Optional.empty();
    }

    private static String digest(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
            bytes.asIntBuffer().put(pixels);
            digest.update(bytes);
            return picture.getWidth() + ":" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static Picture png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return new Picture(picture.getWidth(), picture.getHeight(), out.toByteArray());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** Remembers what the library only passes over: a picture packed in a way it does not know, a damaged font. */
    private final class Renderer extends PDFRenderer {
        Renderer(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            var drawer = new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException trouble)
                        throws IOException {
                    incomplete = true;
                    super.operatorException(operator, operands, trouble);
                }
            };
            drawer.setAnnotationFilter(getAnnotationsFilter());
            return drawer;
        }
    }
}
