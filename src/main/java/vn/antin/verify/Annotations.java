package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Tells comments from what could pass for a part of the page. A certification with P=3 permits every annotation by the
 * letter (ISO 32000-2, table 257); but a text box, a stamp or a picture laid over a page looks like the page, and nobody
 * signed it. Such ones are never passed over.
 */
final class Annotations {
    private static final float ICON = 40;
    private static final float THICKEST = 3;

    private static final float MOST_ENLARGED = 2;
    /** A colour through which black text is still read, and one that does not pass for paper. */
    private static final float DARKEST = 0.4f;

    private static final float LIGHTEST = 0.8f;
    private static final int LONGEST_LOOK = 1 << 20;
    private static final int MOST_MARKED = 200;
    private static final COSName QUADS = COSName.getPDFName("QuadPoints");
    private static final COSName MULTIPLY = COSName.getPDFName("Multiply");
    private static final COSName BLEND = COSName.getPDFName("BM");
    private static final Set<String> ICONS = Set.of("Text", "Popup");
    private static final Set<String> MARKS = Set.of("Highlight", "Underline", "Squiggly", "StrikeOut");
    /** Lines and their colours; no text, no pictures, no shadings, no inline images, no filled shapes. */
    private static final Set<String> DRAWN = Set.of(
            "q", "Q", "w", "J", "j", "M", "d", "ri", "i", "gs", "m", "l", "h", "re", "S", "s", "n", "W", "W*", "G", "g",
            "RG", "rg", "K", "k", "BMC", "EMC");

    private static final Set<String> COLOURS = Set.of("G", "g", "RG", "rg", "K", "k");
    private static final Set<String> OUTLINES = Set.of("l", "re");
    private static final Set<String> CURVES = Set.of("c", "v", "y");
    private static final Set<String> FILLED = Set.of("f", "F", "f*");

    private Annotations() {}

    /** What a change within an annotation amounts to, by what it is. */
    static Act changed(Change change, NewObjects fresh, @Nullable COSBase annotation) {
        COSBase is = change.after() == null ? change.before() : change.after();
        if (change.path().isEmpty() && resolved(is) instanceof COSDictionary it) {
            return act(it, fresh);
        }
        String first = change.path().isEmpty() ? "" : change.path().getFirst();
        String kind = annotation instanceof COSDictionary it ? it.getNameAsString(COSName.SUBTYPE) : null;
        if (kind == null || (!ICONS.contains(kind) && !MARKS.contains(kind))) {
            // What a text box says stands on the page.
            return Act.ANNOTATED_OVER;
        }
        return switch (first) {
            // What a comment says, its state, who wrote it when.
            case "Contents", "M", "T", "Subj", "CreationDate", "RC", "State", "StateModel", "Open", "Popup", "NM" ->
                Act.ANNOTATED;
            default -> Act.ANNOTATED_OVER;
        };
    }

    static Act act(@Nullable COSBase annotation, NewObjects fresh) {
        if (!(annotation instanceof COSDictionary it)) {
            return Act.NOT_UNDERSTOOD;
        }
        String kind = it.getNameAsString(COSName.SUBTYPE);
        if (kind == null) {
            return Act.ANNOTATED_OVER;
        }
        if (ICONS.contains(kind)) {
            // A look of its own, however small, could be one digit of a sum.
            boolean plain = !it.containsKey(COSName.AP) && (kind.equals("Popup") || within(it, ICON));
            return plain ? Act.ANNOTATED : Act.ANNOTATED_OVER;
        }
        if (MARKS.contains(kind)) {
            return harmless(it, kind) ? Act.ANNOTATED : Act.ANNOTATED_OVER;
        }
        return Act.ANNOTATED_OVER;
    }

    private static boolean harmless(COSDictionary it, String kind) {
        boolean highlighter = kind.equals("Highlight");
        COSArray colour = it.getCOSArray(COSName.C);
        boolean thin = !(it.getDictionaryObject(COSName.BS) instanceof COSDictionary style)
                || style.getFloat(COSName.W, 1) <= THICKEST;
        COSArray border = it.getCOSArray(COSName.BORDER);
        thin &= border == null
                || border.size() < 3
                || (border.getObject(2) instanceof COSNumber width && width.floatValue() <= THICKEST);
        boolean plain = thin && (colour == null || colour.size() == 0 || readable(colour.toFloatArray(), highlighter));
        if (!(it.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)) {
            return plain;
        }
        COSArray marked = it.getCOSArray(QUADS);
        int most = Math.min(MOST_MARKED, marked == null ? 1 : Math.max(1, marked.size() / 8));
        for (COSName key : looks.keySet()) {
            if (!(looks.getDictionaryObject(key) instanceof COSStream look)
                    || enlarged(it, look)
                    || !drawsOnly(look, highlighter, most)) {
                return false;
            }
        }
        return plain;
    }

    /** Whether lines are shown thicker than they are drawn (ISO 32000-2, 12.5.5). */
    private static boolean enlarged(COSDictionary it, COSStream look) {
        COSArray room = it.getCOSArray(COSName.RECT);
        COSArray box = look.getCOSArray(COSName.BBOX);
        COSArray matrix = look.getCOSArray(COSName.MATRIX);
        if (room == null || box == null || room.size() != 4 || box.size() != 4) {
            return true;
        }
        float[] r = room.toFloatArray();
        float[] b = box.toFloatArray();
        for (int i = 0; i < 2; i++) {
            if (!(Math.abs(r[i + 2] - r[i]) <= MOST_ENLARGED * Math.abs(b[i + 2] - b[i]))) {
                return true;
            }
        }
        float[] m = matrix == null ? new float[0] : matrix.toFloatArray();
        for (int i = 0; i < Math.min(4, m.length); i++) {
            if (!(Math.abs(m[i]) <= 1)) {
                return true;
            }
        }
        return false;
    }

    /** Lines do not pass for paper, and a highlighter leaves black text to be read. */
    private static boolean readable(float[] colour, boolean highlighter) {
        float light = switch (colour.length) {
            case 1 -> colour[0];
            case 3 -> 0.3f * colour[0] + 0.59f * colour[1] + 0.11f * colour[2];
            case 4 -> (1 - colour[3]) * (1 - 0.3f * colour[0] - 0.59f * colour[1] - 0.11f * colour[2]);
            default -> Float.NaN;
        };
        return highlighter ? light >= DARKEST : light <= LIGHTEST;
    }

    /** Whether a look is lines alone, or, for a highlighter, fills through which the page is seen. */
    private static boolean drawsOnly(COSStream look, boolean highlighter, int most) {
        boolean seeThrough = false;
        if (look.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources) {
            for (COSName key : resources.keySet()) {
                if (!key.equals(COSName.EXT_G_STATE)
                        && !key.equals(COSName.PROC_SET)
                        && !key.equals(COSName.COLORSPACE)) {
                    return false;
                }
            }
            if (resources.getDictionaryObject(COSName.EXT_G_STATE) instanceof COSDictionary states) {
                seeThrough = states.size() > 0;
                for (COSName key : states.keySet()) {
                    seeThrough &= states.getDictionaryObject(key) instanceof COSDictionary state
                            && MULTIPLY.equals(state.getDictionaryObject(BLEND));
                }
            }
        }
        try (InputStream in = look.createInputStream()) {
            byte[] content = in.readNBytes(LONGEST_LOOK + 1);
            if (content.length > LONGEST_LOOK) {
                return false;
            }
            return operators(content, highlighter && seeThrough, most);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** @param most lines or shapes: one for each piece of text that is marked */
    private static boolean operators(byte[] content, boolean mayFill, int most) throws IOException {
        var parser = new PDFStreamParser(content);
        boolean blended = false;
        int outlines = 0;
        List<COSBase> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof COSBase it) {
                operands.add(it);
                continue;
            }
            if (!(token instanceof Operator operator)) {
                return false;
            }
            String name = operator.getName();
            blended |= name.equals("gs");
            if (name.equals("Q")) {
                blended = false;
            }
            if (OUTLINES.contains(name)) {
                // A highlighter's shape is closed, of four sides.
                outlines++;
            }
            boolean thick = name.equals("w")
                    && !(!operands.isEmpty()
                            && operands.getLast() instanceof COSNumber width
                            && width.floatValue() <= THICKEST);
            boolean hidden = COLOURS.contains(name) && !readable(numbers(operands), mayFill);
            boolean filled = FILLED.contains(name) && mayFill && blended;
            boolean curved = CURVES.contains(name) && mayFill;
            if (thick || hidden || (!DRAWN.contains(name) && !filled && !curved)) {
                return false;
            }
            operands.clear();
        }
        return outlines <= most * (mayFill ? 4 : 1);
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber it ? it.floatValue() : Float.NaN;
        }
        return numbers;
    }

    /** Whether a field takes no room on any page, or is never shown (ISO 32000-2, 12.5.3). */
    static boolean invisible(COSDictionary widget) {
        COSArray rectangle = widget.getCOSArray(COSName.RECT);
        if (rectangle == null) {
            return true;
        }
        float[] r = rectangle.toFloatArray();
        return r.length == 4 && (r[0] == r[2] || r[1] == r[3]);
    }

    /** Whether a field shows nothing where it stands. */
    static boolean bare(COSDictionary widget) {
        if (widget.containsKey(COSName.MK)) {
            return false;
        }
        if (!(widget.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)) {
            return true;
        }
        return looks.size() == 1
                && looks.getDictionaryObject(COSName.N) instanceof COSStream look
                && look.getLength() == 0;
    }

    private static boolean within(COSDictionary it, float most) {
        COSArray rectangle = it.getCOSArray(COSName.RECT);
        if (rectangle == null || rectangle.size() != 4) {
            return false;
        }
        float[] r = rectangle.toFloatArray();
        return Math.abs(r[2] - r[0]) <= most && Math.abs(r[3] - r[1]) <= most;
    }

    private static @Nullable COSBase resolved(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }
}
