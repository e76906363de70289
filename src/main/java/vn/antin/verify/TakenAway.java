package vn.antin.verify;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at a place that looks like a signature and is none that the last state leads to: a signature that a
 * later state took away, one that never belonged to the form, or a part of something else.
 */
final class TakenAway {
    static final Found UNKNOWN = new Found.Unknown();
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final int MOST_STATES = 40;

    private final byte[] file;
    private final Revisions revisions;
    private final Deadline deadline;
    private @Nullable NavigableMap<Long, COSObjectKey> objects;
    private int parsed;

    TakenAway(byte[] file, Revisions revisions, Deadline deadline) {
        this.file = file;
        this.revisions = revisions;
        this.deadline = deadline;
    }

    /** What was found. */
    sealed interface Found {
        /** Data inside a stream, a placeholder that was signed later, rights for a program: no signature of this file. */
        record Nothing() implements Found {}

        record Unknown() implements Found {}

        record Signature(
                Form.Field field,
                COSDictionary dictionary,
                @Nullable COSObjectKey key,
                Syntax.Dictionary raw) implements Found {}
    }

    /**
     * Whether that place lies in the data of a stream: what is attached may be signed itself, and its own ends of file are
     * no ends of this one.
     */
    boolean inData(Revision whole, int place) {
        if (objects == null) {
            objects = new TreeMap<>();
            for (Map.Entry<COSObjectKey, Long> it : whole.places().entrySet()) {
                if (it.getValue() >= 0) {
                    objects.put(it.getValue(), it.getKey());
                }
            }
        }
        var nearest = objects.floorEntry((long) place);
        if (nearest == null || !(whole.object(nearest.getValue()) instanceof COSStream stream)) {
            return false;
        }
        var body = Syntax.body(file, nearest.getKey().intValue(), file.length);
        return body.isPresent()
                && place >= body.get().to()
                && place < body.get().to() + stream.getLength();
    }

    /** The state that was the last when those bytes were written says what they were. */
    Found at(int place) {
        int end = revisions.endAfter(place);
        if (end < 0 || ++parsed > MOST_STATES) {
            return UNKNOWN;
        }
        try (Revision state = Revision.parse(file, end, true, deadline)) {
            var form = Form.of(state.catalog(), deadline);
            for (Map.Entry<COSObjectKey, Long> it : state.places().entrySet()) {
                Found found = it.getValue() >= 0 && it.getValue() <= place
                        ? in(state, form, it.getKey(), it.getValue(), place)
                        : null;
                if (found != null) {
                    return found;
                }
            }
            return UNKNOWN;
        } catch (Revision.Unparsable e) {
            return UNKNOWN;
        }
    }

    /** What an object says of the place, if it stands there. */
    private @Nullable Found in(Revision state, Form form, COSObjectKey key, long from, int place) {
        var body = Syntax.body(file, (int) from, file.length);
        if (body.isEmpty()) {
            return null;
        }
        COSBase object = state.object(key);
        if (place >= body.get().to()) {
            // Behind the dictionary, in the data of a stream: what is attached may be signed itself.
            boolean within =
                    object instanceof COSStream stream && place < body.get().to() + stream.getLength() + 32;
            return within ? new Found.Nothing() : null;
        }
        if (place < body.get().from() || !(object instanceof COSDictionary dictionary)) {
            return place < body.get().from() ? null : UNKNOWN;
        }
        if (rights(state, key)) {
            return new Found.Nothing();
        }
        for (Form.Field field : form.fields()) {
            boolean here = field.value() instanceof COSObject value && key.equals(value.getKey());
            if (field.signature() && here) {
                var raw = Syntax.object(file, from, key.getNumber(), key.getGeneration());
                return raw.<Found>map(it -> new Found.Signature(field, dictionary, key, it))
                        .orElse(UNKNOWN);
            }
        }
        return UNKNOWN;
    }

    /** Rights that a program's maker gave (ISO 32000-1, 12.8.2.3, deprecated): they say nothing of the document. */
    private static boolean rights(Revision state, COSObjectKey key) {
        COSDictionary perms = state.catalog().getCOSDictionary(PERMS);
        if (perms == null) {
            return false;
        }
        for (String name : List.of("UR", "UR3")) {
            COSBase item = perms.getItem(COSName.getPDFName(name));
            boolean referred = item instanceof COSObject it && key.equals(it.getKey());
            boolean inside = item instanceof COSDictionary
                    && state.trailer().getItem(COSName.ROOT) instanceof COSObject root
                    && key.equals(root.getKey());
            boolean between = state.catalog().getItem(PERMS) instanceof COSObject it && key.equals(it.getKey());
            if (referred || inside || (item instanceof COSDictionary && between)) {
                return true;
            }
        }
        return false;
    }
}
