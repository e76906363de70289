package vn.antin.verify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What one step from a state of a file to the next did, in the terms in which a signature permits or forbids it. A
 * difference that is none of the known lawful ones is forbidden; an object that nothing leads to is not understood.
 */
final class PermittedChanges {
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final Set<String> ACTIONS = Set.of(
            "A",
            "AA",
            "JS",
            "JavaScript",
            "OpenAction",
            "Launch",
            "RichMedia",
            "RichMediaContent",
            "URI",
            "EmbeddedFiles");
    private static final int DEEPEST = 64;

    private final Revision before;
    private final Map<COSObjectKey, Place> places = new HashMap<>();
    private final Map<Act, Set<String>> acts = new EnumMap<>(Act.class);
    private final Set<COSObjectKey> newFields = new HashSet<>();
    private final Set<String> signedFields = new HashSet<>();

    /** Whose an object of the earlier state is. */
    private record Place(Role role, Form.@Nullable Field field) {}

    private enum Role {
        CATALOG,
        FORM,
        FIELDS,
        PAGE,
        ANNOTATIONS,
        DSS,
        INFO,
        FIELD,
        APPEARANCE
    }

    private PermittedChanges(Revision before) {
        this.before = before;
    }

    /** What was done, with the names of the fields, where it was done to fields. */
    static Map<Act, Set<String>> in(
            ObjectDiff.Differences differences, Revision before, Revision after, Deadline deadline) {
        var work = new PermittedChanges(before);
        work.locate(deadline);
        work.judge(differences, after, deadline);
        return work.acts;
    }

    private void judge(ObjectDiff.Differences differences, Revision after, Deadline deadline) {
        Form then = Form.of(after.catalog(), deadline);
        Form form = Form.of(before.catalog(), deadline);
        for (Form.Field field : then.fields()) {
            boolean old = form.named(field.name()).isPresent();
            if (!old && field.signed().isPresent()) {
                newFields.addAll(field.objects());
            }
            if (old
                    && field.signed().isPresent()
                    && form.named(field.name()).get().value() == null) {
                signedFields.add(field.name());
            }
        }
        for (Change change : differences.changes()) {
            deadline.check();
            judge(change, then, deadline);
        }
        if (!differences.unexplained().isEmpty()) {
            note(Act.NOT_UNDERSTOOD, "");
        }
    }

    private void judge(Change change, Form then, Deadline deadline) {
        if (change.after() != null && dangerous(change.after(), 0, new HashSet<>())) {
            note(Act.OTHER_CHANGED, "");
            return;
        }
        if (change.owner() == null) {
            // The second part of a file's identifier changes with every state (ISO 32000-2, 14.4).
            boolean identifier = change.at("ID", "[1]");
            note(identifier ? Act.HOUSEKEEPING : Act.OTHER_CHANGED, "");
            return;
        }
        Place place = places.get(change.owner());
        if (place == null) {
            note(Act.OTHER_CHANGED, "");
            return;
        }
        List<String> path = change.path();
        switch (place.role()) {
            case CATALOG -> catalog(change, path, then);
            case FORM -> form(change, path, then);
            case FIELDS -> addedField(change, path, then);
            case PAGE -> page(change, path, then);
            case ANNOTATIONS -> addedField(change, path, then);
            case DSS -> note(change.added() ? Act.VALIDATION_DATA : Act.OTHER_CHANGED, "");
            case INFO -> note(change.at("ModDate") ? Act.HOUSEKEEPING : Act.OTHER_CHANGED, "");
            case FIELD -> field(change, path, place.field());
            case APPEARANCE -> {
                appearance(place.field());
                // An appearance that is also a page's content would change the page.
                if (uses(change.owner(), deadline) > 1) {
                    note(Act.OTHER_CHANGED, "");
                }
            }
        }
    }

    private void catalog(Change change, List<String> path, Form then) {
        switch (path.isEmpty() ? "" : path.getFirst()) {
            case "DSS" -> note(change.added() ? Act.VALIDATION_DATA : Act.OTHER_CHANGED, "");
            case "Extensions" -> note(change.added() ? Act.VALIDATION_DATA : Act.OTHER_CHANGED, "");
            case "AcroForm" -> form(change, path.subList(1, path.size()), then);
            default -> note(Act.OTHER_CHANGED, "");
        }
    }

    private void form(Change change, List<String> path, Form then) {
        if (path.equals(List.of("SigFlags"))) {
            note(Act.HOUSEKEEPING, "");
        } else if (!path.isEmpty() && path.getFirst().equals("Fields")) {
            addedField(change, path.subList(1, path.size()), then);
        } else {
            note(Act.OTHER_CHANGED, "");
        }
    }

    private void page(Change change, List<String> path, Form then) {
        if (path.isEmpty() || !path.getFirst().equals("Annots")) {
            note(Act.OTHER_CHANGED, "");
            return;
        }
        if (path.size() == 1 && change.added() && resolved(change.after()) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                added(annotations.get(i), then);
            }
            return;
        }
        addedField(change, path.subList(1, path.size()), then);
    }

    private void addedField(Change change, List<String> path, Form then) {
        if (change.added() && path.size() == 1 && change.after() != null) {
            added(change.after(), then);
        } else {
            note(Act.OTHER_CHANGED, "");
        }
    }

    /** An entry at the end of the list of fields or of a page's annotations. */
    private void added(COSBase entry, Form then) {
        if (!(entry instanceof COSObject reference)
                || reference.getKey() == null
                || !newFields.contains(reference.getKey())) {
            note(Act.OTHER_CHANGED, "");
            return;
        }
        Form.Field field = then.fields().stream()
                .filter(it -> it.objects().contains(reference.getKey()))
                .findFirst()
                .orElseThrow();
        boolean timestamp = field.signed()
                .map(COSObject::getObject)
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .filter(it -> "ETSI.RFC3161".equals(it.getNameAsString(COSName.SUB_FILTER)))
                .isPresent();
        // A time-stamp that can be seen would be a picture laid over a page.
        if (timestamp) {
            note(
                    field.widgets().stream().allMatch(PermittedChanges::invisible)
                            ? Act.TIMESTAMPED
                            : Act.OTHER_CHANGED,
                    "");
        } else {
            note(Act.SIGNED_NEW_FIELD, field.name());
        }
    }

    private static boolean invisible(COSDictionary widget) {
        COSArray rectangle = widget.getCOSArray(COSName.RECT);
        if (rectangle == null) {
            return true;
        }
        float[] r = rectangle.toFloatArray();
        return r.length == 4 && (r[0] == r[2] || r[1] == r[3]);
    }

    private void field(Change change, List<String> path, Form.@Nullable Field field) {
        String key = path.isEmpty() ? "" : path.getFirst();
        if (field == null) {
            note(Act.OTHER_CHANGED, "");
        } else if (field.signature()) {
            boolean lawful = (key.equals("V") && path.size() == 1 && change.added()) || key.equals("AP");
            note(lawful && signedFields.contains(field.name()) ? Act.SIGNED : Act.OTHER_CHANGED, field.name());
        } else if (COSName.TX.equals(field.type())) {
            boolean value = key.equals("V") && path.size() == 1 && (change.added() || blank(change.before()));
            if (key.equals("V") && !value) {
                // Lawful for a form in general; here a number or date that stood already was written over.
                note(Act.REFILLED, field.name());
            }
            note(key.equals("V") || key.equals("AP") ? Act.FILLED : Act.OTHER_CHANGED, field.name());
        } else {
            note(Act.OTHER_CHANGED, field.name());
        }
    }

    private void appearance(Form.@Nullable Field field) {
        if (field == null) {
            note(Act.OTHER_CHANGED, "");
        } else if (field.signature()) {
            note(signedFields.contains(field.name()) ? Act.SIGNED : Act.OTHER_CHANGED, field.name());
        } else {
            note(COSName.TX.equals(field.type()) ? Act.FILLED : Act.OTHER_CHANGED, field.name());
        }
    }

    /** How often the earlier state refers to that object. */
    private int uses(COSObjectKey sought, Deadline deadline) {
        int uses = 0;
        for (COSObjectKey key : before.places().keySet()) {
            deadline.check();
            uses += references(before.object(key), sought, 0);
        }
        return uses;
    }

    private static int references(@Nullable COSBase it, COSObjectKey sought, int depth) {
        int found = 0;
        if (depth > DEEPEST) {
            return found;
        }
        if (it instanceof COSObject reference) {
            return sought.equals(reference.getKey()) ? 1 : 0;
        }
        if (it instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                found += references(dictionary.getItem(key), sought, depth + 1);
            }
        } else if (it instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                found += references(array.get(i), sought, depth + 1);
            }
        }
        return found;
    }

    private static boolean blank(@Nullable COSBase value) {
        return value instanceof COSString text && text.getBytes().length == 0;
    }

    /** Whether something new could act, not only show. */
    private boolean dangerous(COSBase it, int depth, Set<COSObjectKey> seen) {
        if (depth > DEEPEST) {
            return true;
        }
        if (it instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            // What was there before was there when it was signed.
            if (key == null || before.places().containsKey(key) || !seen.add(key)) {
                return false;
            }
            return reference.getObject() != null && dangerous(reference.getObject(), depth + 1, seen);
        }
        if (it instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                if (ACTIONS.contains(key.getName()) || dangerous(dictionary.getItem(key), depth + 1, seen)) {
                    return true;
                }
            }
        }
        if (it instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (dangerous(array.get(i), depth + 1, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whose each object of the earlier state is, where a change to it could be lawful. */
    private void locate(Deadline deadline) {
        COSDictionary catalog = before.catalog();
        place(before.trailer().getItem(COSName.ROOT), Role.CATALOG, null);
        place(before.trailer().getItem(COSName.INFO), Role.INFO, null);
        place(catalog.getItem(COSName.ACRO_FORM), Role.FORM, null);
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            place(form.getItem(COSName.FIELDS), Role.FIELDS, null);
        }
        preservation(catalog.getItem(DSS), 0);
        pages(catalog.getItem(COSName.PAGES), 0, deadline);
        for (Form.Field field : Form.of(catalog, deadline).fields()) {
            for (COSObjectKey key : field.objects()) {
                places.put(key, new Place(Role.FIELD, field));
            }
            for (COSDictionary widget : field.widgets()) {
                COSBase appearance = widget.getItem(COSName.AP);
                place(appearance, Role.APPEARANCE, field);
                if (resolved(appearance) instanceof COSDictionary it) {
                    COSBase normal = it.getItem(COSName.N);
                    if (resolved(normal) instanceof COSStream) {
                        place(normal, Role.APPEARANCE, field);
                    }
                }
            }
        }
    }

    private void preservation(@Nullable COSBase it, int depth) {
        if (it == null || depth > DEEPEST) {
            return;
        }
        if (it instanceof COSObject reference) {
            if (reference.getKey() == null
                    || places.putIfAbsent(reference.getKey(), new Place(Role.DSS, null)) != null) {
                return;
            }
        }
        COSBase object = resolved(it);
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                preservation(array.get(i), depth + 1);
            }
        } else if (object instanceof COSDictionary dictionary && !(object instanceof COSStream)) {
            for (COSName key : dictionary.keySet()) {
                preservation(dictionary.getItem(key), depth + 1);
            }
        }
    }

    private void pages(@Nullable COSBase it, int depth, Deadline deadline) {
        deadline.check();
        if (depth > DEEPEST || !(it instanceof COSObject reference) || reference.getKey() == null) {
            return;
        }
        if (!(reference.getObject() instanceof COSDictionary node) || places.containsKey(reference.getKey())) {
            return;
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            place(it, Role.PAGE, null);
            place(node.getItem(COSName.ANNOTS), Role.ANNOTATIONS, null);
            return;
        }
        for (int i = 0; i < kids.size(); i++) {
            pages(kids.get(i), depth + 1, deadline);
        }
    }

    private void place(@Nullable COSBase item, Role role, Form.@Nullable Field field) {
        if (item instanceof COSObject reference && reference.getKey() != null) {
            places.putIfAbsent(reference.getKey(), new Place(role, field));
        }
    }

    private static @Nullable COSBase resolved(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }

    private void note(Act act, String field) {
        acts.computeIfAbsent(act, it -> new HashSet<>()).add(field);
    }
}
