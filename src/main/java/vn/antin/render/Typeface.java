package vn.antin.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;

/** Tinos, metrically Times New Roman (annex I, part I, I.4): measured here, embedded and subset by the painter. */
final class Typeface {
    private static final int BASIC_PLANE = 1 << 16;
    private static final short NOT_ASKED = -1;
    private static final short NO_GLYPH = -2;

    private final Map<Face, Measures> faces = new EnumMap<>(Face.class);

    Typeface() {
        faces.put(Face.REGULAR, new Measures(load("Tinos-Regular.ttf")));
        faces.put(Face.BOLD, new Measures(load("Tinos-Bold.ttf")));
        faces.put(Face.ITALIC, new Measures(load("Tinos-Italic.ttf")));
        faces.put(Face.BOLD_ITALIC, new Measures(load("Tinos-BoldItalic.ttf")));
    }

    private static BaseFont load(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The font is missing from the application: " + name);
            }
            BaseFont font =
                    BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
            // An incomplete CIDSet breaks PDF/A; none at all does not (ISO 19005-3, 6.2.11.4.2).
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measures measures(Face face) {
        return Objects.requireNonNull(faces.get(face));
    }

    BaseFont font(Face face) {
        return measures(face).font;
    }

    /** Advance width in points. */
    float width(String text, Style style) {
        return measures(style.face()).width(text) * 0.001f * style.size();
    }

    boolean prints(int codePoint, Face face) {
        return measures(face).width(codePoint) != NO_GLYPH;
    }

    /** The widths of one face's characters, asked of the font once each: half of the time would go into asking. */
    private static final class Measures {
        private final BaseFont font;
        private final short[] widths = new short[BASIC_PLANE];

        Measures(BaseFont font) {
            this.font = font;
            Arrays.fill(widths, NOT_ASKED);
        }

        /** In thousandths of the size. */
        int width(String text) {
            int width = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isSurrogate(c)) {
                    return font.getWidth(text);
                }
                width += Math.max(0, width(c));
            }
            return width;
        }

        int width(int codePoint) {
            if (codePoint >= BASIC_PLANE) {
                return font.charExists(codePoint) ? font.getWidth(codePoint) : NO_GLYPH;
            }
            short known = widths[codePoint];
            if (known == NOT_ASKED) {
                known = font.charExists(codePoint) ? (short) font.getWidth(codePoint) : NO_GLYPH;
                // Threads may ask at the same time; they get the same answer.
                widths[codePoint] = known;
            }
            return known;
        }
    }
}
