package vn.antin.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The faces of Tinos, for one act at a time. Reading a face takes longer than signing, and a face cannot be shared by
 * two threads; so each act borrows a set and gives it back.
 */
final class Typefaces implements AutoCloseable {
    private static final ConcurrentLinkedDeque<Typefaces> IDLE = new ConcurrentLinkedDeque<>();

    private final TrueTypeFont upright = read("/fonts/Tinos-Regular.ttf");
    private final TrueTypeFont italic = read("/fonts/Tinos-Italic.ttf");
    private final TrueTypeFont bold = read("/fonts/Tinos-Bold.ttf");

    private Typefaces() {}

    static Typefaces borrow() {
        Typefaces idle = IDLE.pollFirst();
        return idle == null ? new Typefaces() : idle;
    }

    TrueTypeFont bold() {
        return bold;
    }

    TrueTypeFont upright() {
        return upright;
    }

    TrueTypeFont italic() {
        return italic;
    }

    /** A font for that document; only the letters used will be embedded. */
    static PDType0Font embedded(PDDocument document, TrueTypeFont face) throws IOException {
        return PDType0Font.load(document, face, true);
    }

    /** The text composed (NFC), without letters that the face lacks and without control characters. */
    static String drawable(TrueTypeFont face, String text) {
        var drawable = new StringBuilder();
        try {
            CmapLookup glyphs = face.getUnicodeCmapLookup();
            Normalizer.normalize(text, Normalizer.Form.NFC)
                    .codePoints()
                    .filter(it -> glyphs.getGlyphId(it) != 0)
                    .forEach(drawable::appendCodePoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawable.toString();
    }

    @Override
    public void close() {
        IDLE.addFirst(this);
    }

    private static TrueTypeFont read(String resource) {
        try (InputStream stream = Typefaces.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            return new TTFParser(true).parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
