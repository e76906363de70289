package vn.antin.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import vn.antin.compose.Inline;
import vn.antin.kernel.Refusal;
import vn.antin.render.Mark.Span;

/** Running text cut into words: between two of them a line may end. */
final class Words {
    /** A footnote's mark is set smaller and higher, as parts of the text's size. */
    private static final float MARK_SIZE = 0.6f;

    private static final float MARK_RISE = 0.36f;

    private static final Pattern WHITE = Pattern.compile("[\\s\u2028\u2029]");

    private final Typeface typeface;
    private final Style style;
    private final List<Word> words = new ArrayList<>();
    private List<Span> spans = new ArrayList<>();
    private List<Inline.Footnote> notes = new ArrayList<>();

    /**
     * Characters without a space between them, in one style or several.
     *
     * @param width in points
     * @param space width of the space before the next word
     * @param last whether the writer asked for a line break after it
     */
    record Word(List<Span> spans, List<Inline.Footnote> notes, float width, float space, boolean last) {
        String plain() {
            return spans.size() == 1
                    ? spans.getFirst().text()
                    : String.join("", spans.stream().map(Span::text).toList());
        }
    }

    private Words(Typeface typeface, Style style) {
        this.typeface = typeface;
        this.style = style;
    }

    /** The words of {@code text}, whose runs add their bold and italic to {@code style}. */
    static List<Word> of(Inline.Text text, Style style, Typeface typeface) {
        var cutter = new Words(typeface, style);
        for (Inline part : text.parts()) {
            switch (part) {
                case Inline.Run run -> cutter.cut(printable(run.text()), style.with(run.bold(), run.italic()));
                case Inline.Footnote note -> cutter.mark(note);
                case Inline.Break line -> cutter.endWord(true);
            }
        }
        cutter.endWord(false);
        return cutter.words;
    }

    /** Precomposed letters (NFC), and all white space a space, save the no-break space (U+00A0): that stays as typed. */
    static String printable(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            if (composed.charAt(i) != ' ' && isWhite(composed.charAt(i))) {
                return WHITE.matcher(composed).replaceAll(" ");
            }
        }
        return composed;
    }

    private static boolean isWhite(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u2028' || c == '\u2029';
    }

    private void cut(String text, Style runStyle) {
        int from = 0;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', from)) {
            add(text.substring(from, space), runStyle, 0);
            endWord(false);
            from = space + 1;
        }
        add(text.substring(from), runStyle, 0);
    }

    private void mark(Inline.Footnote note) {
        add(Integer.toString(note.number()), style.at(style.size() * MARK_SIZE), style.size() * MARK_RISE);
        notes.add(note);
    }

    private void add(String text, Style spanStyle, float rise) {
        if (!text.isEmpty()) {
            for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                requirePrintable(text.codePointAt(i), spanStyle.face());
            }
            spans.add(new Span(text, spanStyle, rise));
        }
    }

    private void requirePrintable(int codePoint, Face face) {
        if (Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || !typeface.prints(codePoint, face)) {
            throw new Refusal(RenderReason.CHARACTER_NOT_PRINTABLE, named(codePoint));
        }
    }

    /** {@code 漢 (U+6F22)}; what cannot be seen by its code point alone. */
    private static String named(int codePoint) {
        String code =
                "U+" + HexFormat.of().withUpperCase().toHexDigits(codePoint).replaceFirst("^0{1,4}", "");
        boolean visible = Character.isDefined(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && Character.getType(codePoint) != Character.SURROGATE;
        return visible ? Character.toString(codePoint) + " (" + code + ")" : code;
    }

    private void endWord(boolean lineEnds) {
        if (spans.isEmpty() && lineEnds && !words.isEmpty() && !words.getLast().last()) {
            Word word = words.removeLast();
            words.add(new Word(word.spans(), word.notes(), word.width(), word.space(), true));
        } else if (!spans.isEmpty() || lineEnds) {
            float width = 0;
            for (Span span : spans) {
                width += typeface.width(span.text(), span.style());
            }
            Style trailing = spans.isEmpty() || spans.getLast().rise() > 0
                    ? style
                    : spans.getLast().style();
            words.add(new Word(List.copyOf(spans), List.copyOf(notes), width, typeface.width(" ", trailing), lineEnds));
            spans = new ArrayList<>();
            notes = new ArrayList<>();
        }
    }
}
