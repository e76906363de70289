package vn.antin.copy;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Refusal;

/** What a page of somebody's PDF paints: which pictures and where, and whether anything else. Unpacks no picture. */
final class PageSeen extends PDFGraphicsStreamEngine {
    /** Forms that draw forms that draw forms make few bytes into endless work. */
    private static final int MOST_OPERATORS = 200_000;

    /** Text that is laid over a scan by a reading machine, and not seen. */
    private static final int INVISIBLE = 3;

    private final List<Picture> pictures = new ArrayList<>();
    private boolean anythingElse;
    private int operators;

    /** A picture and the matrix that takes the unit square to where it lies, in the page's own space. */
    record Picture(PDImage image, Matrix place) {
        /** The lower of the resolutions across and down, dots an inch. */
        int dpi() {
            double across = image.getWidth() * 72.0 / Math.hypot(place.getScaleX(), place.getShearY());
            double down = image.getHeight() * 72.0 / Math.hypot(place.getShearX(), place.getScaleY());
            double lower = Math.min(across, down);
            return Double.isFinite(lower) ? (int) Math.min(100_000, Math.round(lower)) : 0;
        }

        Rectangle2D bounds() {
            return place.createAffineTransform()
                    .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                    .getBounds2D();
        }
    }

    private PageSeen(PDPage page) {
        super(page);
    }

    static PageSeen of(PDPage page) throws IOException {
        var seen = new PageSeen(page);
        seen.processPage(page);
        return seen;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** Whether lines, areas or letters are to be seen besides the pictures. */
    boolean anythingElse() {
        return anythingElse;
    }

    /** The part of the page that pictures cover, 0 to 1. */
    double covered() {
        Rectangle2D all = null;
        for (Picture it : pictures) {
            all = all == null ? it.bounds() : all.createUnion(it.bounds());
        }
        var box = getPage().getCropBox();
        var paper = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        if (all == null || paper.isEmpty() || !all.intersects(paper)) {
            return 0;
        }
        Rectangle2D seen = all.createIntersection(paper);
        return seen.getWidth() * seen.getHeight() / (paper.getWidth() * paper.getHeight());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS) {
            throw new Refusal(CopyReason.TOO_COMPLEX);
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) {
        pictures.add(new Picture(
                image, getGraphicsState().getCurrentTransformationMatrix().clone()));
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) {
        anythingElse |= getGraphicsState().getTextState().getRenderingMode().intValue() != INVISIBLE;
    }

    @Override
    public void strokePath() {
        anythingElse = true;
    }

    @Override
    public void fillPath(int windingRule) {
        anythingElse = true;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        anythingElse = true;
    }

    @Override
    public void shadingFill(COSName shading) {
        anythingElse = true;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        // Only what is painted is seen.
    }

    @Override
    public void clip(int windingRule) {
        // A picture cut smaller still has its own resolution.
    }

    @Override
    public void moveTo(float x, float y) {
        // Only what is painted is seen.
    }

    @Override
    public void lineTo(float x, float y) {
        // Only what is painted is seen.
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // Only what is painted is seen.
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
        // Only what is painted is seen.
    }

    @Override
    public void endPath() {
        // Only what is painted is seen.
    }
}
