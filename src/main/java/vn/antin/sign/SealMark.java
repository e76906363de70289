package vn.antin.sign;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.Locale;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * A red round seal as large as its field, 36 mm (Decree 30/2020/NĐ-CP, annex I, part I, II.8). Letters are drawn as
 * outlines: a picture of a seal is not text of the document, and no font needs to be embedded for it.
 *
 * @param body round the upper edge
 * @param place round the lower edge
 * @param sample whether it says that it is worth nothing
 */
record SealMark(TrueTypeFont face, String body, String place, boolean sample) implements Drawing {
    private static final Color RED = new Color(0xD2, 0x1F, 0x26);
    private static final Locale VIETNAMESE = Locale.of("vi");
    /** How far round the words may reach, radians. */
    private static final double UPPER_REACH = Math.toRadians(235);

    private static final double LOWER_REACH = Math.toRadians(95);

    @Override
    public void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException {
        // Drawn in a form of its own, because that one may be compressed while the field's may not change its keys.
        var picture = new PDAppearanceStream(document);
        picture.setBBox(new PDRectangle(width, height));
        picture.setResources(new PDResources());
        try (var ink = new PDPageContentStream(
                document, picture, picture.getCOSObject().createOutputStream(COSName.FLATE_DECODE))) {
            ink.setStrokingColor(RED);
            ink.setNonStrokingColor(RED);
            float radius = Math.min(width, height) / 2;
            draw(ink, width / 2, height / 2, radius);
        }
        canvas.drawForm(picture);
    }

    /** Only the word that says that the seal is a sample, over the middle of a picture. */
    void sampleWord(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException {
        float size = Math.min(width, height) * 0.2f;
        canvas.setNonStrokingColor(RED);
        straight(canvas, "MẪU", width / 2, height / 2 - size / 3, size);
    }

    private void draw(PDPageContentStream ink, float x, float y, float radius) throws IOException {
        ink.setLineWidth(1.6f);
        circle(ink, x, y, radius - 1);
        ink.setLineWidth(0.6f);
        circle(ink, x, y, radius - 3.5f);
        circle(ink, x, y, radius * 0.62f);
        float size = radius * 0.2f;
        float above = radius * 0.7f;
        round(ink, body.toUpperCase(VIETNAMESE), x, y, above, size, UPPER_REACH, true);
        round(ink, place.toUpperCase(VIETNAMESE), x, y, above + size * 0.62f, size, LOWER_REACH, false);
        star(ink, x, y + (sample ? radius * 0.18f : 0), radius * 0.24f);
        if (sample) {
            straight(ink, "MẪU", x, y - radius * 0.36f, radius * 0.26f);
        }
    }

    private static void circle(PDPageContentStream ink, float x, float y, float r) throws IOException {
        // Four Bézier curves come within 0.03% of a circle with this length of arm.
        float k = r * 0.5523f;
        ink.moveTo(x + r, y);
        ink.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        ink.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        ink.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        ink.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        ink.closeAndStroke();
    }

    private static void star(PDPageContentStream ink, float x, float y, float r) throws IOException {
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI / 2 + i * Math.PI / 5;
            double reach = i % 2 == 0 ? r : r * 0.382;
            float px = rounded(x + reach * Math.cos(angle));
            float py = rounded(y + reach * Math.sin(angle));
            if (i == 0) {
                ink.moveTo(px, py);
            } else {
                ink.lineTo(px, py);
            }
        }
        ink.closePath();
        ink.fill();
    }

    /** Letters on a circle, each upright on its radius; smaller where they would reach too far. */
    private void round(
            PDPageContentStream ink,
            String text,
            float x,
            float y,
            float radius,
            float size,
            double reach,
            boolean upper)
            throws IOException {
        String drawable = Typefaces.drawable(face, text);
        double natural = width(drawable) * size / radius;
        double scale = Math.min(1, reach / Math.max(natural, 0.001));
        double angle = natural * scale / 2;
        for (int codePoint : drawable.codePoints().toArray()) {
            double advance = advance(codePoint) * size * scale / radius;
            double middle = angle - advance / 2;
            var place = AffineTransform.getTranslateInstance(x, y);
            if (upper) {
                place.rotate(middle);
                place.translate(-advance * radius / 2, radius);
            } else {
                place.rotate(-middle);
                place.translate(-advance * radius / 2, -radius);
            }
            glyph(ink, codePoint, place, size * scale);
            angle -= advance;
        }
    }

    private void straight(PDPageContentStream ink, String text, float x, float y, float size) throws IOException {
        double left = x - width(text) * size / 2;
        for (int codePoint : text.codePoints().toArray()) {
            glyph(ink, codePoint, AffineTransform.getTranslateInstance(left, y), size);
            left += advance(codePoint) * size;
        }
    }

    private double width(String text) throws IOException {
        double width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            width += advance(codePoint);
        }
        return width;
    }

    /** In ems. */
    private double advance(int codePoint) throws IOException {
        int glyph = face.getUnicodeCmapLookup().getGlyphId(codePoint);
        return (double) face.getAdvanceWidth(glyph) / face.getUnitsPerEm();
    }

    private void glyph(PDPageContentStream ink, int codePoint, AffineTransform place, double size) throws IOException {
        GlyphData glyph = face.getGlyph().getGlyph(face.getUnicodeCmapLookup().getGlyphId(codePoint));
        if (glyph == null) {
            return;
        }
        var scaled = new AffineTransform(place);
        scaled.scale(size / face.getUnitsPerEm(), size / face.getUnitsPerEm());
        var outline = new Path2D.Float(glyph.getPath(), scaled);
        if (outline.getCurrentPoint() != null) {
            fill(ink, outline);
        }
    }

    private static void fill(PDPageContentStream ink, Path2D outline) throws IOException {
        float[] p = new float[6];
        Point2D.Float at = new Point2D.Float();
        for (var path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> {
                    ink.moveTo(rounded(p[0]), rounded(p[1]));
                    at.setLocation(p[0], p[1]);
                }
                case PathIterator.SEG_LINETO -> {
                    ink.lineTo(rounded(p[0]), rounded(p[1]));
                    at.setLocation(p[0], p[1]);
                }
                case PathIterator.SEG_QUADTO -> {
                    // TrueType has quadratic curves and PDF only cubic ones.
                    ink.curveTo(
                            rounded(at.x + 2 * (p[0] - at.x) / 3),
                            rounded(at.y + 2 * (p[1] - at.y) / 3),
                            rounded(p[2] + 2 * (p[0] - p[2]) / 3),
                            rounded(p[3] + 2 * (p[1] - p[3]) / 3),
                            rounded(p[2]),
                            rounded(p[3]));
                    at.setLocation(p[2], p[3]);
                }
                case PathIterator.SEG_CLOSE -> ink.closePath();
                default -> throw new IllegalStateException("A TrueType outline has no cubic curves");
            }
        }
        ink.fill();
    }

    /** Hundredths of a point are finer than any printer, and shorter. */
    private static float rounded(double points) {
        return Math.round(points * 100) / 100f;
    }
}
