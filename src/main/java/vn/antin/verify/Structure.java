package vn.antin.verify;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Additions to the structure tree (ISO 32000-2, 14.7). New fields and comments of a tagged file take their place in it;
 * but what it says in the place of the text, a reader who cannot see would hear.
 */
final class Structure {
    private static final int DEEPEST = 32;
    private static final Set<String> SPOKEN =
            Set.of("ActualText", "Alt", "E", "T", "RoleMap", "ClassMap", "PronunciationLexicon");

    private static final Set<String> OUTWARD = Set.of("Obj", "Pg", "P", "Parent");

    private Structure() {}

    /** @param known whether an object was a part of the structure before */
    static Act act(Change change, NewObjects fresh, Predicate<COSObjectKey> known) {
        if (change.path().contains("ParentTreeNextKey")) {
            return Act.STRUCTURE;
        }
        boolean spoken = change.path().stream().anyMatch(SPOKEN::contains);
        boolean addition = change.added() && change.after() != null && !spoken;
        return addition && silent(change.after(), fresh, known, 0, new HashSet<>()) ? Act.STRUCTURE : Act.OTHER_CHANGED;
    }

    private static boolean silent(
            @Nullable COSBase it, NewObjects fresh, Predicate<COSObjectKey> known, int depth, Set<COSBase> seen) {
        if (it == null) {
            return true;
        }
        if (depth > DEEPEST) {
            return false;
        }
        if (it instanceof COSObject reference) {
            // What was there for another purpose speaks from now on.
            boolean told = !fresh.isNew(reference) && reference.getKey() != null && known.test(reference.getKey());
            return told || !seen.add(reference) || silent(reference.getObject(), fresh, known, depth + 1, seen);
        }
        if (it instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!silent(array.get(i), fresh, known, depth + 1, seen)) {
                    return false;
                }
            }
        } else if (it instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                boolean outward = OUTWARD.contains(key.getName());
                if (SPOKEN.contains(key.getName())
                        || (!outward && !silent(dictionary.getItem(key), fresh, known, depth + 1, seen))) {
                    return false;
                }
            }
        }
        return true;
    }
}
