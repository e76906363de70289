package vn.antin.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** Takes a page of one file into another as a picture of itself: what it paints, and nothing that can be clicked or filled. */
public final class PageAsPicture {
    private PageAsPicture() {}

    /** Adds it as the last page, upright, as large as it is seen. */
    public static void add(PDDocument target, PDDocument source, int index) throws IOException {
        PDPage page = source.getPage(index);
        PDRectangle box = page.getCropBox();
        int turned = Math.floorMod(page.getRotation(), 360);
        PDRectangle media = page.getMediaBox();
        // The importing class distorts a turned page and shifts a cropped one; so it is given a plain one.
        page.setRotation(0);
        page.setCropBox(media);
        PDFormXObject look;
        try {
            look = new LayerUtility(target).importPageAsForm(source, index);
        } finally {
            page.setRotation(turned);
            page.setCropBox(box);
        }
        look.setMatrix(new AffineTransform());
        look.setBBox(box);
        boolean onItsSide = turned % 180 != 0;
        var copy = new PDPage(new PDRectangle(
                onItsSide ? box.getHeight() : box.getWidth(), onItsSide ? box.getWidth() : box.getHeight()));
        target.addPage(copy);
        try (var canvas = new PDPageContentStream(target, copy)) {
            canvas.transform(new Matrix(upright(box, turned)));
            canvas.drawForm(look);
        }
    }

    /**
     * From the space of a page's content to a page that needs no turning and begins at zero.
     *
     * @param box what is seen of it
     * @param turned clockwise, a multiple of 90 from 0
     */
    public static AffineTransform upright(PDRectangle box, int turned) {
        var turn = new AffineTransform();
        turn.rotate(Math.toRadians(-turned));
        Rectangle2D paper = turn.createTransformedShape(box.toGeneralPath()).getBounds2D();
        turn.preConcatenate(AffineTransform.getTranslateInstance(-paper.getX(), -paper.getY()));
        return turn;
    }
}
