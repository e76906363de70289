package vn.antin.render;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** What really stands on a finished page, read back by PDFBox: lines of text and drawn rules, in points. */
final class MeasuredPage extends PDFGraphicsStreamEngine {
    private static final float COLUMN_GAP = 12;

    private final List<TextLine> lines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Point2D.Float pen = new Point2D.Float();
    private Rule drawn = new Rule(0, 0, 0, 0);
    private final List<Frame> frames = new ArrayList<>();
    private @Nullable Frame pending;

    /** Letters one after another on one baseline; {@code left} and {@code right} without white space at the ends. */
    static final class TextLine {
        final float baseline;
        final float size;
        final String font;
        final StringBuilder text = new StringBuilder();
        float left = Float.NaN;
        float right;
        float end;

        TextLine(float baseline, float size, String font) {
            this.baseline = baseline;
            this.size = size;
            this.font = font;
        }

        String text() {
            return text.toString().strip();
        }

        float width() {
            return right - left;
        }

        float middle() {
            return (left + right) / 2;
        }

        boolean bold() {
            return font.contains("Bold");
        }

        boolean italic() {
            return font.contains("Italic");
        }

        @Override
        public String toString() {
            return "%s [%.1f–%.1f at %.1f, %s %.1f]".formatted(text(), left, right, baseline, font, size);
        }
    }

    /** A drawn line. */
    record Rule(float x1, float y1, float x2, float y2) {
        float length() {
            return Math.abs(x2 - x1);
        }

        float middle() {
            return (x1 + x2) / 2;
        }

        boolean horizontal() {
            return y1 == y2;
        }
    }

    /** A rectangle drawn with a line; {@code red} when that line is pure red. */
    record Frame(float x, float y, float width, float height, boolean red) {}

    private final boolean ours;

    private MeasuredPage(PDPage page, boolean ours) {
        super(page);
        this.ours = ours;
    }

    static List<MeasuredPage> all(byte[] pdf) throws IOException {
        return all(pdf, true);
    }

    /** Pages that another program made and that may hold what ours do not: pictures, clipped and filled areas. */
    static List<MeasuredPage> foreign(byte[] pdf) throws IOException {
        return all(pdf, false);
    }

    private static List<MeasuredPage> all(byte[] pdf, boolean ours) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<MeasuredPage>();
            for (PDPage page : document.getPages()) {
                var measured = new MeasuredPage(page, ours);
                measured.processPage(page);
                pages.add(measured);
            }
            return pages;
        }
    }

    private void refuse(String what) {
        if (ours) {
            throw new AssertionError(what);
        }
    }

    PDRectangle paper() {
        return getPage().getMediaBox();
    }

    List<TextLine> lines() {
        return lines;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Frame> frames() {
        return frames;
    }

    /** The first line that holds {@code text}. */
    TextLine line(String text) {
        return lines.stream()
                .filter(it -> it.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + text + "” is not on the page: " + lines));
    }

    boolean has(String text) {
        return lines.stream().anyMatch(it -> it.text().contains(text));
    }

    /** The first horizontal rule under the baseline of {@code line} that crosses its middle. */
    Rule ruleUnder(TextLine line) {
        return rules.stream()
                .filter(it -> it.horizontal() && it.y1() < line.baseline && it.y1() > line.baseline - 20)
                .filter(it -> it.x1() < line.middle() && it.x2() > line.middle())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule under " + line));
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        float size = matrix.getScalingFactorY();
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float end = x + displacement.getX() * size;
        TextLine line = lines.isEmpty() ? null : lines.getLast();
        boolean raised = line != null && size < line.size && y > line.baseline && y < line.baseline + line.size;
        boolean goesOn = line != null
                && (raised || Math.abs(y - line.baseline) < 0.01)
                && x > line.end - 1
                && x < line.end + COLUMN_GAP;
        if (line == null || !goesOn) {
            line = new TextLine(y, size, font.getName().replaceFirst("^.*\\+", ""));
            lines.add(line);
        }
        String text = font.toUnicode(code);
        if (!text.isBlank()) {
            line.left = Float.isNaN(line.left) ? x : line.left;
            line.right = end;
        }
        line.end = end;
        line.text.append(text);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        // Squares of the QR code, which are filled, are no part of the measured layout.
        pending = new Frame(
                (float) p0.getX(),
                (float) p0.getY(),
                (float) (p2.getX() - p0.getX()),
                (float) (p2.getY() - p0.getY()),
                Arrays.equals(getGraphicsState().getStrokingColor().getComponents(), new float[] {1, 0, 0}));
    }

    @Override
    public void drawImage(PDImage image) {
        refuse("a page holds no pictures");
    }

    @Override
    public void clip(int windingRule) {
        refuse("nothing is clipped");
    }

    @Override
    public void moveTo(float x, float y) {
        pen = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        drawn = new Rule(pen.x, pen.y, x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        refuse("nothing is curved");
    }

    @Override
    public Point2D getCurrentPoint() {
        return pen;
    }

    @Override
    public void closePath() {
        // Rules are open paths.
    }

    @Override
    public void endPath() {
        // Nothing is kept of a path that is not drawn.
    }

    @Override
    public void strokePath() {
        if (pending != null) {
            frames.add(pending);
            pending = null;
        } else {
            rules.add(drawn);
        }
    }

    @Override
    public void fillPath(int windingRule) {
        // The QR code.
        pending = null;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        refuse("nothing is filled and stroked");
    }

    @Override
    public void shadingFill(COSName shadingName) {
        refuse("nothing is shaded");
    }
}
