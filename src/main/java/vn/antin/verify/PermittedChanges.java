package vn.antin.verify;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one step from a state of a file to the next did. Each difference is judged by what the changed object is there for
 * ({@link Roles}); what is none of the known lawful differences is named as what it is, and an object with no purpose
 * that we know is not understood.
 */
final class PermittedChanges {
    private static final Logger LOG = LoggerFactory.getLogger(PermittedChanges.class);
    private static final int READ_ONLY = 1;
    private static final Set<Act> WHOLE_OR_NOT_AT_ALL = EnumSet.of(
            Act.HOUSEKEEPING,
            Act.VALIDATION_DATA,
            Act.TIMESTAMPED,
            Act.SIGNED,
            Act.SIGNED_NEW_FIELD,
            Act.SIGNED_UNSEEN,
            Act.METADATA,
            Act.STRUCTURE);
    /** ReadOnly, Locked and LockedContents of a widget (ISO 32000-2, table 167). */
    private static final int LOCKED = 64 | 128 | 512;

    private final Revision before;
    private final Revision after;
    private final Deadline deadline;
    private final Form form;
    private final Form then;
    private final Roles roles;
    private final NewObjects fresh;
    private final Map<Act, Set<String>> acts = new EnumMap<>(Act.class);
    private final Map<COSObjectKey, Form.Field> newFields = new HashMap<>();
    private final Set<String> valued = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<String, Form.Field> looks = new HashMap<>();

    private PermittedChanges(ObjectDiff.Differences differences, Revision before, Revision after, Deadline deadline) {
        this.before = before;
        this.after = after;
        this.deadline = deadline;
        this.form = Form.of(before.catalog(), deadline);
        this.then = Form.of(after.catalog(), deadline);
        this.roles = Roles.in(before, form, differences.gone(), deadline);
        this.fresh = new NewObjects(before);
    }

    /** What was done, with the names of the fields, where it was done to fields. */
    static Map<Act, Set<String>> in(
            ObjectDiff.Differences differences, Revision before, Revision after, Deadline deadline) {
        var work = new PermittedChanges(differences, before, after, deadline);
        work.judge(differences);
        LOG.debug("{}", work.acts);
        return work.acts;
    }

    private void judge(ObjectDiff.Differences differences) {
        for (Form.Field field : then.fields()) {
            var old = form.named(field.name());
            if (old.isEmpty()) {
                field.objects().forEach(key -> newFields.put(key, field));
            } else if (field.signature() && field.value() != null && old.get().value() == null) {
                signed.add(field.name());
            }
        }
        for (Change change : differences.changes()) {
            deadline.check();
            judge(change);
        }
        for (COSObjectKey key : differences.gone()) {
            lost(key, differences.changes());
        }
        looks.values().forEach(this::look);
        // A value and its look may not come apart; signing is seen or not seen.
        boolean apart = differences.partly() && !WHOLE_OR_NOT_AT_ALL.containsAll(acts.keySet());
        if (differences.unclear() || apart) {
            note(Act.NOT_UNDERSTOOD);
        }
    }

    /** Something that others still need is no longer there. */
    private void lost(COSObjectKey key, List<Change> changes) {
        for (COSObjectKey owner : roles.owners(key)) {
            boolean rewritten = changes.stream().anyMatch(it -> owner.equals(it.owner()))
                    || !Objects.equals(
                            before.entries().get(owner.getNumber()),
                            after.entries().get(owner.getNumber()));
            if (!rewritten) {
                judge(new Change(key, List.of(), before.object(key), null));
                return;
            }
        }
    }

    private void judge(Change change) {
        if (change.after() != null) {
            switch (fresh.danger(change.after(), change.path())) {
                case ACTION -> {
                    note(Act.ACTION_ADDED);
                    return;
                }
                case FILE -> {
                    note(Act.FILE_ATTACHED);
                    return;
                }
                case NONE -> {}
            }
        }
        if (change.owner() == null) {
            trailer(change);
            return;
        }
        Set<Roles.Place> places = roles.of(change.owner());
        LOG.debug("{} {} {}", change.owner(), places, change.path());
        if (places.isEmpty()) {
            note(Act.NOT_UNDERSTOOD);
        }
        for (Roles.Place place : places) {
            judge(change, place);
        }
    }

    private void trailer(Change change) {
        String key = change.path().getFirst();
        boolean harmless = key.equals("ID") || (key.equals("Info") && change.before() == null);
        // The identifier changes with every state (ISO 32000-2, 14.4), and is part of the key of an encrypted file.
        boolean encrypted = before.trailer().containsKey(COSName.ENCRYPT);
        if (key.equals("Info") && !harmless) {
            info(change.path().subList(1, change.path().size()));
        } else {
            note(harmless && (!encrypted || change.at("ID", "[1]")) ? Act.HOUSEKEEPING : Act.OTHER_CHANGED);
        }
    }

    private void judge(Change change, Roles.Place place) {
        List<String> path = change.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        switch (place.role()) {
            case CATALOG -> catalog(change, first, path);
            case FORM -> form(change, first, path);
            case FIELDS -> entries(change, Act.FIELD_CHANGED);
            case PAGE -> page(change, first, path);
            case ANNOTATIONS -> entries(change, Act.ANNOTATED);
            case ANNOTATION ->
                note(Annotations.changed(change, fresh, before.object(Objects.requireNonNull(change.owner()))));
            // A library leaves its mark there.
            case PAGES -> note(change.at("ITXT") ? Act.METADATA : Act.PAGES_CHANGED);
            case DSS -> note(Act.VALIDATION_DATA);
            case INFO -> info(path);
            case METADATA -> note(Act.METADATA);
            case FIELD -> field(change, first, place.field());
            case VALUE -> value(change, place.field());
            case LOOK -> looked(place.field());
            case SIGNATURE -> note(Act.SIGNATURE_REMOVED);
            case STRUCTURE -> note(Structure.act(change, fresh, this::inStructure));
            case LAYERS -> note(Act.LAYERS_CHANGED);
            // An object among them is not told to be a font; whatever changed in it may be one.
            case DEFAULTS -> note(change.added() || path.contains("XObject") ? Act.HOUSEKEEPING : Act.LOOK_CHANGED);
            case CONTENT -> note(Act.PAGE_CHANGED);
            case PART -> note(Act.FIELD_CHANGED, place.field());
            case OTHER -> note(Act.OTHER_CHANGED);
        }
    }

    private boolean inStructure(COSObjectKey key) {
        return roles.of(key).stream().anyMatch(it -> it.role() == Roles.Role.STRUCTURE);
    }

    private void catalog(Change change, String first, List<String> path) {
        switch (first) {
            case "DSS" -> note(change.after() == null ? Act.OTHER_CHANGED : Act.VALIDATION_DATA);
            case "Extensions", "Version" -> note(change.after() == null ? Act.OTHER_CHANGED : Act.HOUSEKEEPING);
            case "Metadata", "PieceInfo", "LastModified" -> note(Act.METADATA);
            case "AcroForm" -> {
                if (path.size() == 1 && change.added() && resolved(change.after()) instanceof COSDictionary added) {
                    for (COSName key : added.keySet()) {
                        form(
                                new Change(change.owner(), List.of(key.getName()), null, added.getItem(key)),
                                key.getName(),
                                List.of(key.getName()));
                    }
                } else {
                    form(change, path.size() < 2 ? "" : path.get(1), path.subList(1, path.size()));
                }
            }
            case "Pages" -> note(Act.PAGES_CHANGED);
            case "OpenAction", "AA" -> note(Act.ACTION_ADDED);
            case "AF" -> note(Act.FILE_ATTACHED);
            case "OCProperties" -> note(Act.LAYERS_CHANGED);
            case "Perms" -> permissions(change);
            case "StructTreeRoot", "MarkInfo" -> note(Structure.act(change, fresh, this::inStructure));
            case "Names" ->
                note(
                        path.contains("EmbeddedFiles")
                                ? Act.FILE_ATTACHED
                                : path.contains("JavaScript") ? Act.ACTION_ADDED : Act.OTHER_CHANGED);
            default -> note(Act.OTHER_CHANGED);
        }
    }

    /** A document is certified by its first signature only (ISO 32000-2, 12.8.2.2.1). */
    private void permissions(Change change) {
        boolean late = form.fields().stream().anyMatch(it -> it.signature() && it.value() != null);
        note(!change.added() ? Act.SIGNATURE_REMOVED : late ? Act.CERTIFIED_LATE : Act.HOUSEKEEPING);
    }

    private void form(Change change, String first, List<String> path) {
        switch (first) {
            case "SigFlags" -> note(Act.HOUSEKEEPING);
            case "Fields" -> {
                if (path.size() == 1 && change.added() && resolved(change.after()) instanceof COSArray all) {
                    for (int i = 0; i < all.size(); i++) {
                        entry(all.get(i));
                    }
                } else {
                    entries(change, Act.FIELD_CHANGED);
                }
            }
            // Looks are then made from values by whoever shows the file; of a value that was signed the signer saw
            // another.
            case "NeedAppearances" ->
                note(
                        !(change.after() instanceof COSBoolean it && it.getValue())
                                ? Act.HOUSEKEEPING
                                : anyFilled() ? Act.LOOK_CHANGED : Act.FILLED);
            case "DR" -> defaults(change, path);
            case "DA", "Q" -> note(change.added() ? Act.HOUSEKEEPING : Act.LOOK_CHANGED);
            case "XFA" -> note(Act.NOT_UNDERSTOOD);
            default -> note(Act.FIELD_CHANGED);
        }
    }

    /** Only a font can change how a value looks that was there. */
    private void defaults(Change change, List<String> path) {
        note(change.added() || !path.contains("Font") ? Act.HOUSEKEEPING : Act.LOOK_CHANGED);
    }

    private boolean anyFilled() {
        return form.fields().stream().anyMatch(it -> !it.signature() && !blank(it.value()));
    }

    private void info(List<String> path) {
        String key = path.isEmpty() ? "" : path.getFirst();
        note(key.equals("ModDate") ? Act.HOUSEKEEPING : Act.METADATA);
    }

    private void page(Change change, String first, List<String> path) {
        switch (first) {
            case "Annots" -> {
                if (path.size() == 1 && resolved(change.after()) instanceof COSArray all && change.added()) {
                    for (int i = 0; i < all.size(); i++) {
                        entry(all.get(i));
                    }
                } else {
                    entries(change, Act.ANNOTATED);
                }
            }
            case "Tabs", "LastModified", "PieceInfo", "Metadata" -> note(Act.METADATA);
            case "StructParents" -> note(change.added() ? Act.HOUSEKEEPING : Act.OTHER_CHANGED);
            case "AA" -> note(Act.ACTION_ADDED);
            case "Parent" -> note(Act.PAGES_CHANGED);
            default -> note(Act.PAGE_CHANGED);
        }
    }

    /** A list of fields or annotations got or lost an entry. */
    private void entries(Change change, Act otherwise) {
        String last = change.path().isEmpty() ? "" : change.path().getLast();
        boolean entry = last.startsWith("[") && !last.equals("[order]");
        if (entry && change.added() && change.after() != null) {
            entry(change.after());
        } else if (change.after() == null && change.before() instanceof COSObject was) {
            Form.Field field = form.fields().stream()
                    .filter(it -> it.objects().contains(was.getKey()))
                    .findFirst()
                    .orElse(null);
            if (field != null) {
                note(field.signature() && field.value() != null ? Act.SIGNATURE_REMOVED : Act.FIELD_CHANGED, field);
            } else {
                note(otherwise == Act.ANNOTATED ? Annotations.act(was.getObject(), fresh) : otherwise);
            }
        } else {
            note(otherwise == Act.ANNOTATED ? Act.ANNOTATED_OVER : otherwise);
        }
    }

    /** A new entry in the list of fields or of a page's annotations. */
    private void entry(COSBase entry) {
        List<Form.Field> leaves;
        Form.Field known = entry instanceof COSObject it && it.getKey() != null ? newFields.get(it.getKey()) : null;
        if (known != null) {
            leaves = List.of(known);
        } else if (resolved(entry) instanceof COSDictionary it && it.containsKey(COSName.T)) {
            leaves = Form.under(entry, deadline);
        } else if (belongsToOld(entry)) {
            // A known widget, put into the list of another page or a second time.
            note(Act.FIELD_CHANGED);
            return;
        } else {
            note(Annotations.act(resolved(entry), fresh));
            return;
        }
        leaves.forEach(this::newField);
    }

    private boolean belongsToOld(COSBase entry) {
        return entry instanceof COSObject it
                && it.getKey() != null
                && form.fields().stream().anyMatch(field -> field.objects().contains(it.getKey()));
    }

    private void newField(Form.Field field) {
        boolean blank = field.widgets().stream().allMatch(it -> Annotations.invisible(it) || Annotations.bare(it));
        if (!field.signature()) {
            note(Act.FIELD_ADDED, field);
        } else if (field.value() == null) {
            boolean empty = field.widgets().stream().noneMatch(it -> it.containsKey(COSName.AP));
            note(blank || empty ? Act.SIGNATURE_FIELD_ADDED : Act.FIELD_ADDED, field);
        } else if (resolved(field.value()) instanceof COSDictionary it
                && "ETSI.RFC3161".equals(it.getNameAsString(COSName.SUB_FILTER))) {
            // A time-stamp that can be seen would be a picture laid over a page.
            note(blank ? Act.TIMESTAMPED : Act.ANNOTATED_OVER, field);
        } else {
            note(blank ? Act.SIGNED_UNSEEN : Act.SIGNED_NEW_FIELD, field);
        }
    }

    private void field(Change change, String key, Form.@Nullable Field field) {
        if (field == null) {
            // A node above fields: only new fields may come under it.
            if (key.equals("Kids")) {
                entries(change, Act.FIELD_CHANGED);
            } else {
                note(Act.FIELD_CHANGED);
            }
            return;
        }
        boolean signing = signed.contains(field.name());
        switch (key) {
            case "V", "RV" -> value(change, field);
            case "AP", "AS" -> looked(field);
            case "I", "TI" -> note(field.signature() ? Act.FIELD_CHANGED : Act.FILLED, field);
            case "M" -> note(Act.HOUSEKEEPING);
            case "P" -> note(change.added() ? Act.HOUSEKEEPING : Act.FIELD_CHANGED, field);
            case "StructParent" -> note(change.added() ? Act.HOUSEKEEPING : Act.FIELD_CHANGED, field);
            case "Ff" -> note(onlyLocks(change, READ_ONLY) ? Act.HOUSEKEEPING : Act.FIELD_CHANGED, field);
            case "DA" -> {
                if (field.signature()) {
                    note(signing ? Act.SIGNED : Act.FIELD_CHANGED, field);
                } else {
                    looked(field);
                }
            }
            case "F" ->
                note(onlyLocks(change, LOCKED) ? Act.HOUSEKEEPING : signing ? Act.SIGNED : Act.FIELD_CHANGED, field);
            case "MK", "Lock" ->
                note(signing && (change.added() || !key.equals("Lock")) ? Act.SIGNED : Act.FIELD_CHANGED, field);
            case "AA", "A" -> note(Act.ACTION_ADDED);
            default -> note(Act.FIELD_CHANGED, field);
        }
    }

    /** Programs that lock fields on signing set the flag that says so. */
    private static boolean onlyLocks(Change change, int flags) {
        int was = change.before() instanceof COSNumber it ? it.intValue() : 0;
        return change.after() instanceof COSNumber it
                && (it.intValue() & ~flags) == (was & ~flags)
                && (it.intValue() & was) == was;
    }

    private void value(Change change, Form.@Nullable Field field) {
        if (field == null) {
            note(Act.FIELD_CHANGED);
        } else if (field.signature()) {
            note(change.added() && signed.contains(field.name()) ? Act.SIGNED : Act.SIGNATURE_REMOVED, field);
        } else {
            valued.add(field.name());
            note(blank(field.value()) ? Act.FILLED : Act.REFILLED, field);
        }
    }

    private void looked(Form.@Nullable Field field) {
        if (field == null) {
            note(Act.FIELD_CHANGED);
        } else {
            looks.put(field.name(), field);
        }
    }

    /** The look of a field follows its value; a look that changed alone shows what the field does not say. */
    private void look(Form.Field field) {
        if (field.signature()) {
            note(signed.contains(field.name()) ? Act.SIGNED : Act.FIELD_CHANGED, field);
            return;
        }
        boolean pictured = then.named(field.name())
                .map(it -> it.widgets().stream().anyMatch(widget -> fresh.holdsPicture(widget.getItem(COSName.AP))))
                .orElse(false);
        if (!valued.contains(field.name())) {
            note(COSName.BTN.equals(field.type()) ? Act.FIELD_CHANGED : Act.LOOK_CHANGED, field);
        } else if (pictured) {
            note(Act.LOOK_CHANGED, field);
        }
    }

    private static boolean blank(@Nullable COSBase value) {
        COSBase it = resolved(value);
        return it == null
                || (it instanceof COSString text && text.getBytes().length == 0)
                || COSName.Off.equals(it)
                || (it instanceof COSArray array && array.size() == 0);
    }

    private static @Nullable COSBase resolved(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }

    private void note(Act act) {
        acts.computeIfAbsent(act, it -> new TreeSet<>());
    }

    private void note(Act act, Form.@Nullable Field field) {
        Set<String> names = acts.computeIfAbsent(act, it -> new TreeSet<>());
        if (field != null) {
            names.add(field.name());
        }
    }
}
