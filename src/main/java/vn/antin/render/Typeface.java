package vn.antin.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;

/** Tinos, metrically Times New Roman (annex I, part I, I.4): measured here, embedded and subset by the painter. */
final class Typeface {
    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);

    Typeface() {
        fonts.put(Face.REGULAR, load("Tinos-Regular.ttf"));
        fonts.put(Face.BOLD, load("Tinos-Bold.ttf"));
        fonts.put(Face.ITALIC, load("Tinos-Italic.ttf"));
        fonts.put(Face.BOLD_ITALIC, load("Tinos-BoldItalic.ttf"));
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

    BaseFont font(Face face) {
        return Objects.requireNonNull(fonts.get(face));
    }

    /** Advance width in points. */
    float width(String text, Style style) {
        return font(style.face()).getWidthPoint(text, style.size());
    }

    boolean prints(int codePoint, Face face) {
        return font(face).charExists(codePoint);
    }
}
