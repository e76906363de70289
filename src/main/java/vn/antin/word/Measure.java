package vn.antin.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide words stand in Times New Roman, whose widths Tinos has. */
final class Measure {
    private static final Measure SHARED = new Measure();
    private static final int HALVINGS = 9;

    private enum Cut {
        REGULAR("Regular"),
        BOLD("Bold");

        private final String file;

        Cut(String file) {
            this.file = file;
        }
    }

    private final Map<Cut, TrueTypeFont> fonts = new EnumMap<>(Cut.class);

    private Measure() {
        for (Cut cut : Cut.values()) {
            try (var stream = Measure.class.getResourceAsStream("/fonts/Tinos-" + cut.file + ".ttf")) {
                fonts.put(cut, new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(stream))));
            } catch (IOException e) {
                throw new UncheckedIOException("The program's own typeface cannot be read", e);
            }
        }
    }

    static Measure shared() {
        return SHARED;
    }

    /** In points. */
    double width(String text, double size, boolean bold) {
        var font = Objects.requireNonNull(fonts.get(bold ? Cut.BOLD : Cut.REGULAR));
        try {
            var letters = font.getUnicodeCmapLookup();
            double units = 0;
            for (int codePoint : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(letters.getGlyphId(codePoint));
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own typeface cannot be read", e);
        }
    }

    /** As few lines as {@code room} points allow, of about one length: no scrap of a word under a full line. */
    List<String> balanced(String text, double size, boolean bold, double room) {
        List<String> words = Arrays.asList(text.strip().split(" +", -1));
        List<String> lines = filled(words, size, bold, room);
        double tooNarrow = room / 2;
        double enough = room;
        for (int i = 0; i < HALVINGS && lines.size() > 1; i++) {
            double tried = (tooNarrow + enough) / 2;
            List<String> narrower = filled(words, size, bold, tried);
            if (narrower.size() == lines.size()) {
                lines = narrower;
                enough = tried;
            } else {
                tooNarrow = tried;
            }
        }
        return lines;
    }

    private List<String> filled(List<String> words, double size, boolean bold, double room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && width(line + " " + word, size, bold) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
