package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
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
    private static final float THICKEST = 24;
    private static final int LONGEST_LOOK = 1 << 20;
    private static final COSName MULTIPLY = COSName.getPDFName("Multiply");
    private static final COSName BLEND = COSName.getPDFName("BM");
    private static final Set<String> ICONS = Set.of("Text", "Popup");
    private static final Set<String> MARKS = Set.of("Highlight", "Underline", "Squiggly", "StrikeOut", "Ink");
    /** Lines and their colours; no text, no pictures, no shadings, no inline images, no filled shapes. */
    private static final Set<String> DRAWN = Set.of(
            "q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "m", "l", "c", "v", "y", "h", "re", "S", "s", "n",
            "W", "W*", "CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K", "k", "BMC", "EMC");

    private static final Set<String> FILLED = Set.of("f", "F", "f*", "B", "B*", "b", "b*");

    private Annotations() {}

    /** What a change within an annotation amounts to, by what it is. */
    static Act changed(Change change, NewObjects fresh) {
        COSBase is = change.after() == null ? change.before() : change.after();
        if (change.path().isEmpty() && resolved(is) instanceof COSDictionary it) {
            return act(it, fresh);
        }
        String first = change.path().isEmpty() ? "" : change.path().getFirst();
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
            boolean small = (kind.equals("Popup") && !it.containsKey(COSName.AP)) || within(it, ICON);
            return small ? Act.ANNOTATED : Act.ANNOTATED_OVER;
        }
        if (MARKS.contains(kind)) {
            return harmless(it, kind) ? Act.ANNOTATED : Act.ANNOTATED_OVER;
        }
        return Act.ANNOTATED_OVER;
    }

    private static boolean harmless(COSDictionary it, String kind) {
        boolean thin = !(it.getDictionaryObject(COSName.BS) instanceof COSDictionary style)
                || style.getFloat(COSName.W, 1) <= THICKEST;
        if (!(it.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)) {
            return thin;
        }
        for (COSName key : looks.keySet()) {
            if (!(looks.getDictionaryObject(key) instanceof COSStream look)
                    || !drawsOnly(look, kind.equals("Highlight"))) {
                return false;
            }
        }
        return thin;
    }

    /** Whether a look is lines alone, or, for a highlighter, fills through which the page is seen. */
    private static boolean drawsOnly(COSStream look, boolean highlighter) {
        boolean seeThrough = false;
        if (look.getDictionaryObject(COSName.MATRIX) instanceof COSArray) {
            for (float it : look.getCOSArray(COSName.MATRIX).toFloatArray()) {
                if (Math.abs(it) > 10_000) {
                    return false;
                }
            }
        }
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
            return operators(content, highlighter && seeThrough);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean operators(byte[] content, boolean mayFill) throws IOException {
        var parser = new PDFStreamParser(content);
        boolean blended = false;
        COSBase last = null;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                String name = operator.getName();
                blended |= name.equals("gs");
                if (name.equals("Q")) {
                    blended = false;
                }
                boolean thick = name.equals("w") && last instanceof COSNumber width && width.floatValue() > THICKEST;
                boolean filled = FILLED.contains(name) && mayFill && blended;
                if (thick || (!DRAWN.contains(name) && !filled)) {
                    return false;
                }
            } else if (token instanceof COSBase it) {
                last = it;
            }
        }
        return true;
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
