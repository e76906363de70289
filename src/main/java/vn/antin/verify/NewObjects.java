package vn.antin.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** What a later state brings along: whether it could act, carry files, or show pictures. */
final class NewObjects {
    private static final int DEEPEST = 64;
    private static final Set<String> ACTING = Set.of("JS", "JavaScript", "OpenAction", "Launch", "RichMediaContent");
    private static final Set<String> FILES = Set.of("EmbeddedFiles", "EF", "AF");
    /** ISO 32000-2, table 201, and the older ones that viewers know. */
    private static final Set<String> ACTIONS = Set.of(
            "GoTo",
            "GoToR",
            "GoToE",
            "GoToDp",
            "Launch",
            "Thread",
            "URI",
            "Sound",
            "Movie",
            "Hide",
            "Named",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "SetOCGState",
            "Rendition",
            "Trans",
            "GoTo3DView",
            "JavaScript",
            "RichMediaExecute");

    private final Revision before;

    NewObjects(Revision before) {
        this.before = before;
    }

    enum Danger {
        NONE,
        ACTION,
        FILE
    }

    boolean isNew(COSObject reference) {
        COSObjectKey key = reference.getKey();
        if (key == null) {
            return true;
        }
        var was = before.entries().get(key.getNumber());
        return was == null || was instanceof CrossReferences.Entry.Free;
    }

    Danger danger(COSBase it, List<String> path) {
        String last = path.isEmpty() ? "" : path.getLast();
        if (ACTING.contains(last) || last.equals("AA") || last.equals("URI")) {
            return Danger.ACTION;
        }
        return FILES.contains(last) ? Danger.FILE : danger(it, 0, new HashSet<>());
    }

    private Danger danger(@Nullable COSBase it, int depth, Set<COSObjectKey> seen) {
        if (depth > DEEPEST) {
            return Danger.ACTION;
        }
        if (it instanceof COSObject reference) {
            // What was there before was there when it was signed.
            if (!isNew(reference) || reference.getKey() == null || !seen.add(reference.getKey())) {
                return Danger.NONE;
            }
            return danger(reference.getObject(), depth + 1, seen);
        }
        if (it instanceof COSDictionary dictionary) {
            if (acts(dictionary)) {
                return Danger.ACTION;
            }
            for (COSName key : dictionary.keySet()) {
                COSBase item = dictionary.getItem(key);
                if (ACTING.contains(key.getName())) {
                    return Danger.ACTION;
                }
                if (FILES.contains(key.getName())) {
                    return Danger.FILE;
                }
                Danger inside = danger(item, depth + 1, seen);
                if (inside != Danger.NONE) {
                    return inside;
                }
            }
        }
        if (it instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                Danger inside = danger(array.get(i), depth + 1, seen);
                if (inside != Danger.NONE) {
                    return inside;
                }
            }
        }
        return Danger.NONE;
    }

    private static boolean acts(COSDictionary it) {
        boolean additional = it.getDictionaryObject(COSName.AA) instanceof COSDictionary;
        boolean action = it.getDictionaryObject(COSName.A) instanceof COSDictionary a
                && a.getDictionaryObject(COSName.S) instanceof COSName;
        boolean itself = it.getDictionaryObject(COSName.S) instanceof COSName kind && ACTIONS.contains(kind.getName());
        return additional || action || itself;
    }

    /** Whether something new in it is a picture, or a form that could be one. */
    boolean holdsPicture(@Nullable COSBase it) {
        return holdsPicture(it, 0, new HashSet<>());
    }

    private boolean holdsPicture(@Nullable COSBase it, int depth, Set<COSObjectKey> seen) {
        if (depth > DEEPEST) {
            return true;
        }
        if (it instanceof COSObject reference) {
            if (reference.getKey() == null || !seen.add(reference.getKey())) {
                return false;
            }
            return holdsPicture(reference.getObject(), depth + 1, seen);
        }
        if (it instanceof COSDictionary dictionary) {
            if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                return true;
            }
            for (COSName key : dictionary.keySet()) {
                if (!key.equals(COSName.PARENT)
                        && !key.equals(COSName.P)
                        && holdsPicture(dictionary.getItem(key), depth + 1, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
