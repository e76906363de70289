package vn.antin;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The lines of text and the level rules on anybody's page, fields included, in points from its lower left corner. */
public final class SeenPage extends PDFGraphicsStreamEngine {
    private static final float COLUMN_GAP = 14;

    private final List<Line> lines = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Point2D.Float pen = new Point2D.Float();
    private Point2D.Float from = new Point2D.Float();

    /** Letters one after another on one baseline, of one size. */
    public record Line(String text, float left, float right, float baseline, float size, String font) {
        public float middle() {
            return (left + right) / 2;
        }

        public boolean bold() {
            return font.contains("Bold");
        }

        public boolean italic() {
            return font.contains("Italic");
        }
    }

    /** A level line. */
    public record Rule(float left, float right, float y) {}

    private SeenPage(PDPage page) {
        super(page);
    }

    public static List<SeenPage> all(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                form.flatten();
            }
            var pages = new ArrayList<SeenPage>();
            for (PDPage page : document.getPages()) {
                var seen = new SeenPage(page);
                seen.processPage(page);
                pages.add(seen);
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public float width() {
        return getPage().getCropBox().getWidth();
    }

    public float height() {
        return getPage().getCropBox().getHeight();
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The last line that holds those words. */
    public Line line(String words) {
        return find(words).orElseThrow(() -> new AssertionError("“" + words + "” is not on the page: " + lines));
    }

    public Optional<Line> find(String words) {
        return lines.stream().filter(it -> it.text().contains(words)).reduce((a, b) -> b);
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        float size = Math.abs(at.getScalingFactorY());
        float x = at.getTranslateX();
        float y = at.getTranslateY();
        float end = x + displacement.getX() * size;
        String name = font.getName().replaceFirst("^.*\\+", "");
        if (!lines.isEmpty() && goesOn(lines.getLast(), x, y, size)) {
            Line last = lines.removeLast();
            lines.add(new Line(last.text() + text, last.left(), end, last.baseline(), last.size(), last.font()));
        } else if (text != null && !text.isBlank()) {
            lines.add(new Line(text, x, end, y, size, name));
        }
    }

    /** A note's mark stands higher and smaller, and breaks no line. */
    private static boolean goesOn(Line last, float x, float y, float size) {
        boolean level = Math.abs(last.baseline() - y) < 0.5;
        boolean raised = size < last.size() && y > last.baseline() && y < last.baseline() + last.size();
        return (level || raised) && x > last.right() - 2 && x < last.right() + COLUMN_GAP;
    }

    @Override
    public void moveTo(float x, float y) {
        pen = new Point2D.Float(x, y);
        from = pen;
    }

    @Override
    public void lineTo(float x, float y) {
        from = pen;
        pen = new Point2D.Float(x, y);
    }

    @Override
    public void strokePath() {
        if (Math.abs(from.y - pen.y) < 0.5 && Math.abs(from.x - pen.x) > 5) {
            rules.add(new Rule(Math.min(from.x, pen.x), Math.max(from.x, pen.x), pen.y));
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        return pen;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        // Squares of a QR code and frames are not measured.
    }

    @Override
    public void drawImage(PDImage image) {
        // Pictures are not measured.
    }

    @Override
    public void clip(int windingRule) {
        // What is cut off is measured too.
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        pen = new Point2D.Float(x3, y3);
    }

    @Override
    public void closePath() {
        // Rules are open.
    }

    @Override
    public void endPath() {
        // Not painted.
    }

    @Override
    public void fillPath(int windingRule) {
        // Not a rule.
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        // Not a rule.
    }

    @Override
    public void shadingFill(COSName shading) {
        // Not a rule.
    }
}
