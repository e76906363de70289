package vn.antin.sign;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * What shows that the signatory signed: blue, as the decree has the picture of a signature (annex I, part I, II.7.d). The
 * left third stays free for the seal.
 */
record SignatoryMark(TrueTypeFont face, List<String> lines) implements Drawing {
    private static final Color BLUE = new Color(0x1B, 0x3F, 0x9C);
    private static final float LARGEST = 9;
    private static final float SMALLEST = 5;
    private static final float LEADING = 1.25f;
    private static final float SEAL_SHARE = 0.36f;
    private static final float MARGIN = 3;

    SignatoryMark {
        lines = List.copyOf(lines);
    }

    @Override
    public void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException {
        PDType0Font font = Typefaces.embedded(document, face);
        float left = width * SEAL_SHARE;
        float size = LARGEST;
        List<String> set = wrapped(font, (width - left - MARGIN) / size);
        while (set.size() * size * LEADING > height - 2 * MARGIN && size > SMALLEST) {
            size -= 0.5f;
            set = wrapped(font, (width - left - MARGIN) / size);
        }
        canvas.setStrokingColor(BLUE);
        canvas.setLineWidth(0.6f);
        canvas.addRect(0.5f, 0.5f, width - 1, height - 1);
        canvas.stroke();
        canvas.setNonStrokingColor(BLUE);
        canvas.beginText();
        canvas.setFont(font, size);
        canvas.setLeading(size * LEADING);
        canvas.newLineAtOffset(left, (height + (set.size() - 1.6f) * size * LEADING) / 2);
        for (String line : set) {
            canvas.showText(line);
            canvas.newLine();
        }
        canvas.endText();
    }

    /** Broken at spaces; {@code room} in ems. */
    private List<String> wrapped(PDType0Font font, float room) throws IOException {
        List<String> set = new ArrayList<>();
        for (String line : lines) {
            var current = new StringBuilder();
            for (String word : Typefaces.drawable(face, line).split(" ", -1)) {
                String longer = current.isEmpty() ? word : current + " " + word;
                if (!current.isEmpty() && font.getStringWidth(longer) / 1000 > room) {
                    set.add(current.toString());
                    longer = word;
                }
                current.setLength(0);
                current.append(longer);
            }
            set.add(current.toString());
        }
        return set;
    }
}
