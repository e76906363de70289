package vn.antin.copy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Looks for what no scanner writes into a file: scripts, programs to start, files within the file, forms. */
final class ActiveContent {
    private static final Set<String> KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent", "RichMediaSettings");
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "Movie", "Sound", "RichMedia");
    private static final COSName S = COSName.getPDFName("S");

    private static final long LARGEST_UNCOUNTED = 16 << 10;
    private static final Pattern UNCOUNTED = Pattern.compile("LZW|RunLength|\\{RL}");

    private ActiveContent() {}

    static boolean isIn(PDDocument document) throws IOException {
        if (document.getDocumentCatalog().getAcroForm(null) != null) {
            return true;
        }
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object != null && object.getObject() != null && isIn(object.getObject())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what must be unpacked to see the pages is packed in a way that nobody counts beforehand. LZW makes some
     * thousand bytes of one, so only a small piece, such as an old scanner's drawing orders, is let through.
     */
    static boolean maySwell(PDDocument document) {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                    && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && stream.getLength() > LARGEST_UNCOUNTED
                    && UNCOUNTED.matcher(String.valueOf(stream.getFilters())).find()) {
                return true;
            }
        }
        return false;
    }

    /** Within one object; references are followed by way of the table. */
    private static boolean isIn(COSBase object) {
        Deque<COSBase> waiting = new ArrayDeque<>();
        waiting.add(object);
        while (!waiting.isEmpty()) {
            switch (waiting.removeLast()) {
                case COSDictionary it -> {
                    if (it.keySet().stream().anyMatch(key -> KEYS.contains(key.getName()))
                            || (it.getItem(S) instanceof COSName action && ACTIONS.contains(action.getName()))) {
                        return true;
                    }
                    for (COSName key : it.keySet()) {
                        add(it.getItem(key), waiting);
                    }
                }
                case COSArray it -> {
                    for (int i = 0; i < it.size(); i++) {
                        add(it.get(i), waiting);
                    }
                }
                default -> {
                    // Names, numbers and strings do nothing.
                }
            }
        }
        return false;
    }

    private static void add(COSBase child, Deque<COSBase> waiting) {
        // A direct child has no other way to itself, so this ends.
        if ((child instanceof COSDictionary || child instanceof COSArray) && child.isDirect()) {
            waiting.add(child);
        }
    }
}
