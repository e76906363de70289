package vn.antin.easel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that stand in for those a file names and does not carry: our own, the same on every machine. The library would
 * read every font of the system, and leave a list of them behind.
 */
final class PlainFonts implements FontMapper {
    private static final String SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Map<String, TrueTypeFont> read = new ConcurrentHashMap<>();

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(name, descriptor), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(name, descriptor), true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font(name, descriptor), true);
    }

    private TrueTypeFont font(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        boolean serif = lower.contains("times")
                || lower.contains("tinos")
                || lower.contains("roman")
                || (descriptor != null && descriptor.isSerif());
        if (!serif) {
            return read.computeIfAbsent(SANS, PlainFonts::parsed);
        }
        boolean bold = lower.contains("bold") || (descriptor != null && descriptor.isForceBold());
        boolean italic =
                lower.contains("italic") || lower.contains("oblique") || (descriptor != null && descriptor.isItalic());
        String style = bold ? italic ? "BoldItalic" : "Bold" : italic ? "Italic" : "Regular";
        return read.computeIfAbsent("/fonts/Tinos-" + style + ".ttf", PlainFonts::parsed);
    }

    private static TrueTypeFont parsed(String resource) {
        try (InputStream in = Objects.requireNonNull(PlainFonts.class.getResourceAsStream(resource), resource)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
