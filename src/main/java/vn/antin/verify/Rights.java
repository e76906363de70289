package vn.antin.verify;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * What a signature leaves open to those who come after (ISO 32000-2, 12.8.2.2 DocMDP, 12.8.2.4 FieldMDP, 12.7.5.5 Lock),
 * read from the state of the file that it covers.
 *
 * @param certifies whether it is a certification
 * @param level 1, nothing but what long-term validation needs; 2, filling fields and signing; 3, annotations too; empty
 *     when it says nothing
 * @param locked which fields it closes
 */
record Rights(boolean certifies, Optional<Integer> level, Locked locked) {
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName ACTION = COSName.getPDFName("Action");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final int DEFAULT_LEVEL = 2;

    static Rights of(COSDictionary signature, COSDictionary field) {
        boolean certifies = false;
        Optional<Integer> level = Optional.empty();
        var locked = new Locked(false, Set.of(), false);
        COSArray references = signature.getCOSArray(REFERENCE);
        if (references != null) {
            for (int i = 0; i < references.size(); i++) {
                if (!(references.getObject(i) instanceof COSDictionary it)) {
                    continue;
                }
                COSDictionary said = it.getCOSDictionary(TRANSFORM_PARAMS);
                String method = it.getNameAsString(TRANSFORM_METHOD);
                if ("DocMDP".equals(method)) {
                    certifies = true;
                    level = stricter(
                            level, Optional.of(said == null ? DEFAULT_LEVEL : said.getInt(COSName.P, DEFAULT_LEVEL)));
                } else if ("FieldMDP".equals(method) && said != null) {
                    locked = locked.and(Locked.of(said));
                }
            }
        }
        COSDictionary lock = field.getCOSDictionary(LOCK);
        if (lock != null) {
            locked = locked.and(Locked.of(lock));
            int p = lock.getInt(COSName.P, 0);
            if (p > 0) {
                level = stricter(level, Optional.of(p));
            }
        }
        return new Rights(certifies, level, locked);
    }

    /** Signatures made before it bind those who sign later, too (ISO 32000-2, 12.8.2.2.2). */
    Rights within(Optional<Integer> others) {
        return new Rights(certifies, stricter(level, others), locked);
    }

    /**
     * Whether this signature permits what was done after it; what the standard does not speak of is suspicious.
     *
     * @param fields the names of the fields it was done to
     */
    Report.LaterChanges judge(Act act, Set<String> fields) {
        int most = level.orElse(0);
        boolean closed = most == 1 || fields.stream().anyMatch(locked::closes);
        return switch (act) {
            case HOUSEKEEPING, VALIDATION_DATA, TIMESTAMPED -> Report.LaterChanges.PERMITTED;
            case FILLED, SIGNED -> permittedUnless(closed);
            // Whoever certified a form said that it may be filled; others saw a value, and it is gone.
            case REFILLED -> most >= 2 || closed ? permittedUnless(closed) : Report.LaterChanges.SUSPICIOUS;
            case SIGNED_UNSEEN -> permittedUnless(closed);
            // By the letter signing is permitted; but what the new field shows was not there when the file was
            // certified.
            case SIGNED_NEW_FIELD, SIGNATURE_FIELD_ADDED ->
                closed
                        ? Report.LaterChanges.NOT_PERMITTED
                        : most == 0 ? Report.LaterChanges.PERMITTED : Report.LaterChanges.SUSPICIOUS;
            case METADATA -> most == 1 ? Report.LaterChanges.SUSPICIOUS : Report.LaterChanges.PERMITTED;
            case STRUCTURE -> permittedUnless(most == 1);
            case ANNOTATED ->
                most == 3
                        ? Report.LaterChanges.PERMITTED
                        : most == 0 ? Report.LaterChanges.SUSPICIOUS : Report.LaterChanges.NOT_PERMITTED;
            case ANNOTATED_OVER ->
                most == 3 || most == 0 ? Report.LaterChanges.SUSPICIOUS : Report.LaterChanges.NOT_PERMITTED;
            case LOOK_CHANGED, FIELD_ADDED, CERTIFIED_LATE ->
                most == 1 ? Report.LaterChanges.NOT_PERMITTED : Report.LaterChanges.SUSPICIOUS;
            case NOT_UNDERSTOOD, UNREADABLE, WHITE_SPACE -> Report.LaterChanges.SUSPICIOUS;
            case PAGE_CHANGED,
                    PAGES_CHANGED,
                    ACTION_ADDED,
                    FILE_ATTACHED,
                    LAYERS_CHANGED,
                    FIELD_CHANGED,
                    SIGNATURE_REMOVED,
                    OTHER_CHANGED,
                    TRAILING_BYTES -> Report.LaterChanges.NOT_PERMITTED;
        };
    }

    private static Report.LaterChanges permittedUnless(boolean closed) {
        return closed ? Report.LaterChanges.NOT_PERMITTED : Report.LaterChanges.PERMITTED;
    }

    private static Optional<Integer> stricter(Optional<Integer> one, Optional<Integer> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(Math.min(one.get(), other.get()))
                : one.or(() -> other);
    }

    /** @param inverted whether all but those are closed */
    record Locked(boolean all, Set<String> fields, boolean inverted) {
        static Locked of(COSDictionary said) {
            Set<String> names = new HashSet<>();
            COSArray fields = said.getCOSArray(COSName.FIELDS);
            if (fields != null) {
                for (int i = 0; i < fields.size(); i++) {
                    COSBase it = fields.getObject(i);
                    if (it instanceof COSString name) {
                        names.add(name.getString());
                    }
                }
            }
            String action = said.getNameAsString(ACTION);
            return switch (action == null ? "All" : action) {
                case "Include" -> new Locked(false, names, false);
                case "Exclude" -> new Locked(false, names, true);
                // What is not understood closes everything.
                default -> new Locked(true, Set.of(), false);
            };
        }

        boolean closes(String field) {
            if (all) {
                return true;
            }
            boolean listed = fields.stream().anyMatch(it -> field.equals(it) || field.startsWith(it + "."));
            return inverted != listed && (inverted || listed);
        }

        Locked and(Locked other) {
            if (all || other.all || inverted != other.inverted) {
                return fields.isEmpty() && !all && !inverted ? other : new Locked(true, Set.of(), false);
            }
            Set<String> both = new HashSet<>(fields);
            if (inverted) {
                both.retainAll(other.fields);
            } else {
                both.addAll(other.fields);
            }
            return new Locked(false, both, inverted);
        }
    }
}
