package vn.antin.copy;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import vn.antin.kernel.Content;

/** Pages as a scanner delivers them. */
public final class SampleScans {
    private SampleScans() {}

    /** A page of that size at so many dots an inch, with a few words and a red seal on it. */
    public static BufferedImage picture(double widthMillimetres, double heightMillimetres, int dpi, int type) {
        int width = (int) Math.round(widthMillimetres / 25.4 * dpi);
        int height = (int) Math.round(heightMillimetres / 25.4 * dpi);
        var picture = new BufferedImage(width, height, type);
        var brush = picture.createGraphics();
        brush.setColor(new Color(0xFB, 0xFA, 0xF6));
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.BLACK);
        brush.setFont(new Font(Font.SERIF, Font.PLAIN, dpi / 5));
        brush.drawString("THÔNG BÁO", width / 3, height / 6);
        brush.setColor(new Color(0xC0, 0x20, 0x20));
        brush.fillOval(width / 2, height / 2, dpi, dpi);
        brush.dispose();
        return picture;
    }

    public static Content pdf(BufferedImage picture, int dpi, int turned) {
        return pdf(picture, picture.getWidth() * 72f / dpi, picture.getHeight() * 72f / dpi, turned);
    }

    /** One page of that size in points that the picture covers. */
    static Content pdf(BufferedImage picture, float width, float height, int turned) {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(width, height));
            page.setRotation(turned);
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(JPEGFactory.createFromImage(document, picture, 0.6f), 0, 0, width, height);
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Content saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return Content.of(bytes.toByteArray());
    }

    /** {@code png}, {@code jpeg} or {@code tiff}, saying that it has so many dots an inch; 0 for saying nothing. */
    static Content file(BufferedImage picture, String format, int dpi) {
        try {
            var writer = ImageIO.getImageWritersByFormatName(format).next();
            var settings = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), settings);
            if (dpi > 0) {
                say(metadata, format, dpi);
            }
            var bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, metadata), settings);
            } finally {
                writer.dispose();
            }
            return Content.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(IIOMetadata metadata, String format, int dpi) throws IOException {
        if (format.equals("jpeg")) {
            var root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
            var jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Integer.toString(dpi));
            jfif.setAttribute("Ydensity", Integer.toString(dpi));
            metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
            return;
        }
        // The writers of PNG and TIFF understand the neutral form in different units: dots a millimetre, millimetres.
        double value = format.equals("png") ? dpi / 25.4 : 25.4 / dpi;
        var across = new IIOMetadataNode("HorizontalPixelSize");
        across.setAttribute("value", Double.toString(value));
        var down = new IIOMetadataNode("VerticalPixelSize");
        down.setAttribute("value", Double.toString(value));
        var dimension = new IIOMetadataNode("Dimension");
        dimension.appendChild(across);
        dimension.appendChild(down);
        var root = new IIOMetadataNode("javax_imageio_1.0");
        root.appendChild(dimension);
        metadata.mergeTree("javax_imageio_1.0", root);
    }
}
