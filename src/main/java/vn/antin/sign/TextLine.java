package vn.antin.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * How a body's signature shows itself where no picture of the seal is displayed: words in the upper right corner of page
 * 1, upright, 10 points, black (annex I, part I, III.1.d, and part II, I.3.c).
 *
 * @param parts mostly one line; more where the paper is too narrow for it
 */
record TextLine(TrueTypeFont face, List<String> parts) implements Drawing {
    static final float SIZE = 10;
    static final float LEADING = 11.5f;

    // ISO 8601 writes the zone as an offset.
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu; HH:mm:ss xxx");

    TextLine {
        parts = List.copyOf(parts);
    }

    /** {@code what; who; 24/11/2026; 15:04:05 +07:00}, broken after a semicolon or a word where it is wider than that. */
    static TextLine of(TrueTypeFont face, String words, ZonedDateTime when, float width) {
        String text = Typefaces.drawable(face, words + "; " + MOMENT.format(when));
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(face, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return new TextLine(face, lines);
    }

    float width() {
        return (float) parts.stream().mapToDouble(it -> width(face, it)).max().orElse(0);
    }

    float height() {
        return parts.size() * LEADING;
    }

    private static float width(TrueTypeFont face, String text) {
        try {
            var glyphs = face.getUnicodeCmapLookup();
            float units = 0;
            for (int codePoint : text.codePoints().toArray()) {
                units += face.getAdvanceWidth(glyphs.getGlyphId(codePoint));
            }
            return units * SIZE / face.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException {
        PDType0Font font = Typefaces.embedded(document, face);
        float ascent = face.getHorizontalHeader().getAscender() * SIZE / face.getUnitsPerEm();
        float y = height - ascent;
        for (String part : parts) {
            canvas.beginText();
            canvas.setFont(font, SIZE);
            canvas.newLineAtOffset(width - width(face, part), y);
            canvas.showText(part);
            canvas.endText();
            y -= LEADING;
        }
    }
}
