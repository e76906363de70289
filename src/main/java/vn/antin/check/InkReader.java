package vn.antin.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads every line of characters and every horizontal stroke of a file, in the order in which they were written. */
final class InkReader extends PDFTextStripper {
    private static final double MILLIMETRES = 25.4 / 72;
    private static final double ASCENT = 0.891;

    /** A raised footnote mark is smaller than its line by at least this. */
    private static final double MARK_SHARE = 0.8;

    private final List<InkedLine> lines = new ArrayList<>();
    private final List<InkedLine.Stroke> strokes = new ArrayList<>();
    private final Run run = new Run();
    private int page;
    private float height;
    private float fromX;
    private float fromY;
    private float toX;
    private float toY;

    InkReader() {
        addOperator(new Path("m"));
        addOperator(new Path("l"));
        addOperator(new Path("S"));
    }

    void read(PDDocument pdf) throws IOException {
        for (PDPage it : pdf.getPages()) {
            page++;
            height = it.getMediaBox().getHeight();
            processPage(it);
            run.end();
        }
    }

    List<InkedLine> lines() {
        return lines;
    }

    List<InkedLine.Stroke> strokes() {
        return strokes;
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        run.add(glyph);
    }

    /** The letters have been taken one by one; nothing is written. */
    @Override
    protected void writePage() {}

    /** Letters that follow one another on a baseline. */
    private final class Run {
        private final StringBuilder text = new StringBuilder();
        private String font = "";
        private double size;
        private double left;
        private double right;
        private double baseline;
        private int letters;
        private int bold;
        private int italic;

        void add(TextPosition glyph) {
            double glyphSize = glyph.getFontSizeInPt();
            double y = glyph.getYDirAdj();
            double x = glyph.getXDirAdj();
            boolean open = !text.isEmpty();
            boolean near = open && x > right - size && x < right + size * 1.6;
            boolean mark = near && glyphSize < size * MARK_SHARE && Math.abs(y - baseline) < size;
            if (mark) {
                right = x + glyph.getWidthDirAdj();
                return;
            }
            if (!near || Math.abs(y - baseline) > 0.5) {
                end();
                left = x;
                right = x;
                baseline = y;
            }
            String name = glyph.getFont().getName();
            name = name == null ? "" : name;
            if (text.isEmpty()) {
                font = family(name);
                size = glyphSize;
            }
            text.append(glyph.getUnicode());
            if (!glyph.getUnicode().isBlank()) {
                right = Math.max(right, x + glyph.getWidthDirAdj());
                String style = name.toLowerCase(Locale.ROOT);
                letters++;
                bold += style.contains("bold") ? 1 : 0;
                italic += style.contains("italic") || style.contains("oblique") ? 1 : 0;
            }
        }

        void end() {
            if (letters > 0) {
                lines.add(new InkedLine(
                        page,
                        text.toString().strip(),
                        font,
                        size,
                        bold * 2 > letters,
                        italic * 2 > letters,
                        left * MILLIMETRES,
                        (baseline - size * ASCENT) * MILLIMETRES,
                        (right - left) * MILLIMETRES));
            }
            text.setLength(0);
            letters = 0;
            bold = 0;
            italic = 0;
            right = 0;
        }
    }

    /** {@code ABCDEF+Tinos-BoldItalic} is of the family {@code Tinos}. */
    static String family(String fontName) {
        String name = fontName.substring(fontName.indexOf('+') + 1);
        int style = name.indexOf('-');
        return style < 0 ? name : name.substring(0, style);
    }

    /** Follows the pen from {@code m} over {@code l} to {@code S}. */
    private final class Path extends OperatorProcessor {
        private final String name;

        Path(String name) {
            super(InkReader.this);
            this.name = name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            if (name.equals("S")) {
                if (Math.abs(fromY - toY) < 0.5) {
                    strokes.add(new InkedLine.Stroke(
                            page,
                            Math.min(fromX, toX) * MILLIMETRES,
                            Math.max(fromX, toX) * MILLIMETRES,
                            (height - fromY) * MILLIMETRES));
                }
            } else if (operands.size() == 2
                    && operands.get(0) instanceof COSNumber x
                    && operands.get(1) instanceof COSNumber y) {
                var point = transformedPoint(x.floatValue(), y.floatValue());
                if (name.equals("m")) {
                    fromX = point.x;
                    fromY = point.y;
                }
                toX = point.x;
                toY = point.y;
            }
        }

        @Override
        public String getName() {
            return name;
        }

        private java.awt.geom.Point2D.Float transformedPoint(float x, float y) {
            return getContext().transformedPoint(x, y);
        }
    }
}
