package vn.antin.agency;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as a scanner and a patient hand make them: ink on nothing, with a rim. */
public final class InkSamples {
    private static final Color BLUE = new Color(0x1F, 0x3F, 0xA8);
    private static final Color RED = new Color(0xD0, 0x20, 0x28);

    private InkSamples() {}

    /** A signature of that colour, its ink 1000 pixels wide and 400 high in a picture of 1100 × 460. */
    static BufferedImage signature(Color ink) {
        var image = new BufferedImage(1100, 460, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, ink, 14);
        var line = new Path2D.Double();
        line.moveTo(67, 230);
        line.curveTo(300, -160, 350, 620, 560, 230);
        line.curveTo(700, -40, 760, 500, 1033, 130);
        pen.draw(line);
        pen.drawLine(67, 40, 67, 413);
        pen.drawLine(60 + 7, 420 - 7, 1033, 413);
        pen.drawLine(1033, 27, 1033, 413);
        pen.drawLine(900, 27, 1033, 27);
        pen.dispose();
        return image;
    }

    static byte[] blueSignature() {
        return png(signature(BLUE));
    }

    /** A round seal of that colour, 900 pixels across in a picture of 1000 × 1000. */
    static BufferedImage seal(Color ink) {
        var image = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, ink, 20);
        pen.draw(new Ellipse2D.Double(60, 60, 880, 880));
        pen.setStroke(new BasicStroke(8));
        pen.draw(new Ellipse2D.Double(200, 200, 600, 600));
        pen.drawLine(400, 500, 600, 500);
        pen.drawLine(500, 400, 500, 600);
        pen.dispose();
        return image;
    }

    static byte[] redSeal() {
        return png(seal(RED));
    }

    private static Graphics2D pen(BufferedImage image, Color ink, float width) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        pen.setColor(ink);
        return pen;
    }

    static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** For journeys in a browser. */
    public static byte[] forUpload(boolean seal) {
        return seal ? redSeal() : blueSignature();
    }
}
