package vn.antin.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What each object of a state is there for. An object may serve several purposes, and a change to it must be lawful for
 * each: or a page's content could be changed as if it were a field's look.
 */
final class Roles {
    private static final int DEEPEST = 100;
    private static final Set<String> BACK = Set.of("P", "Parent", "Pg");
    private static final Set<String> TO_CONTENT = Set.of("P", "Pg", "Obj", "Stm");
    /** What these lead to of pages and fields they only point at. */
    private static final Set<Role> POINTING =
            EnumSet.of(Role.OTHER, Role.PART, Role.ANNOTATION, Role.STRUCTURE, Role.LAYERS, Role.METADATA);

    private final Map<COSObjectKey, Set<Place>> places = new HashMap<>();
    private final Map<COSObjectKey, Set<COSObjectKey>> owners = new HashMap<>();
    private final Map<COSObjectKey, Form.Field> fields = new HashMap<>();
    private final Revision revision;
    private final Set<COSObjectKey> wanted;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deadline deadline;

    enum Role {
        CATALOG,
        FORM,
        /** Default resources of fields. */
        DEFAULTS,
        FIELDS,
        FIELD,
        VALUE,
        SIGNATURE,
        LOOK,
        PAGES,
        PAGE,
        ANNOTATIONS,
        ANNOTATION,
        DSS,
        INFO,
        METADATA,
        STRUCTURE,
        LAYERS,
        /** What is printed on pages. */
        CONTENT,
        /** A part of a field that is neither its value nor its look. */
        PART,
        OTHER
    }

    /** @param field whose it is, for a field's parts */
    record Place(Role role, Form.@Nullable Field field) {
        @Override
        public String toString() {
            return field == null ? role.name() : role + " " + field.name();
        }
    }

    private record Waiting(
            COSBase object, Place place, @Nullable COSObjectKey owner) {}

    private Roles(Revision revision, Set<COSObjectKey> wanted, Deadline deadline) {
        this.revision = revision;
        this.wanted = wanted;
        this.deadline = deadline;
    }

    /** @param gone objects of whom it is asked by which others they are needed */
    static Roles in(Revision revision, Form form, Set<COSObjectKey> gone, Deadline deadline) {
        var roles = new Roles(revision, gone, deadline);
        for (Form.Field field : form.fields()) {
            field.objects().forEach(key -> roles.fields.putIfAbsent(key, field));
        }
        roles.walk();
        return roles;
    }

    Set<Place> of(COSObjectKey key) {
        return places.getOrDefault(key, Set.of());
    }

    /** The objects that need a lost one. */
    Set<COSObjectKey> owners(COSObjectKey gone) {
        return owners.getOrDefault(gone, Set.of());
    }

    private void walk() {
        enter(revision.trailer().getItem(COSName.ROOT), new Place(Role.CATALOG, null), null, 0);
        enter(revision.trailer().getItem(COSName.INFO), new Place(Role.INFO, null), null, 0);
        for (Waiting it = waiting.poll(); it != null; it = waiting.poll()) {
            deadline.check();
            parts(it.object(), it.place(), it.owner(), 0);
        }
    }

    private void enter(@Nullable COSBase item, Place place, @Nullable COSObjectKey owner, int depth) {
        if (item instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            if (key == null) {
                return;
            }
            if (owner != null && wanted.contains(key)) {
                owners.computeIfAbsent(key, it -> new HashSet<>()).add(owner);
            }
            boolean pointed = POINTING.contains(place.role())
                    && (fields.containsKey(key) || (reference.getObject() instanceof COSDictionary it && isPage(it)));
            if (!pointed && places.computeIfAbsent(key, it -> new HashSet<>(2)).add(place) && revision.leads(key)) {
                COSBase object = reference.getObject();
                if (object instanceof COSDictionary || object instanceof COSArray) {
                    waiting.add(new Waiting(object, place, key));
                }
            }
        } else if (item instanceof COSDictionary || item instanceof COSArray) {
            parts(item, place, owner, depth + 1);
        }
    }

    private void parts(COSBase object, Place place, @Nullable COSObjectKey owner, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase item = array.get(i);
                enter(item, member(place, item), owner, depth);
            }
        } else if (object instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                COSBase item = dictionary.getItem(key);
                Place next = part(place, key.getName());
                if (next != null) {
                    enter(item, next, owner, depth);
                }
            }
        }
    }

    private Place member(Place place, COSBase item) {
        return switch (place.role()) {
            case FIELDS -> field(item);
            case ANNOTATIONS -> annotation(item);
            case PAGES -> page(item);
            default -> place;
        };
    }

    private Place field(COSBase item) {
        Form.Field field = item instanceof COSObject it && it.getKey() != null ? fields.get(it.getKey()) : null;
        return new Place(Role.FIELD, field);
    }

    private Place annotation(COSBase item) {
        Place field = field(item);
        return field.field() != null ? field : new Place(Role.ANNOTATION, null);
    }

    private static boolean isPage(COSDictionary it) {
        COSName type = it.getCOSName(COSName.TYPE);
        return COSName.PAGE.equals(type) || COSName.PAGES.equals(type) || COSName.CATALOG.equals(type);
    }

    private static Place page(COSBase item) {
        COSBase object = item instanceof COSObject it ? it.getObject() : item;
        boolean node = object instanceof COSDictionary it && it.containsKey(COSName.KIDS);
        return new Place(node ? Role.PAGES : Role.PAGE, null);
    }

    /** What a part is there for; nothing when it only points back. */
    private static @Nullable Place part(Place place, String key) {
        return switch (place.role()) {
            case CATALOG -> new Place(catalog(key), null);
            case FORM ->
                new Place(
                        switch (key) {
                            case "Fields" -> Role.FIELDS;
                            case "DR" -> Role.DEFAULTS;
                            case "XFA" -> Role.CONTENT;
                            default -> Role.OTHER;
                        },
                        null);
            case FIELDS, FIELD -> fieldPart(place, key);
            case ANNOTATIONS, ANNOTATION -> BACK.contains(key) ? null : new Place(Role.ANNOTATION, null);
            case PAGES -> key.equals("Parent") ? null : new Place(key.equals("Kids") ? Role.PAGES : Role.CONTENT, null);
            case PAGE -> pagePart(key);
            // Fonts show values; other defaults nothing uses by itself.
            case DEFAULTS -> key.equals("Font") ? new Place(Role.CONTENT, null) : null;
            case STRUCTURE -> TO_CONTENT.contains(key) ? null : place;
            case SIGNATURE -> key.equals("Data") ? null : place;
            case OTHER, PART -> BACK.contains(key) ? null : place;
            case VALUE, LOOK, DSS, INFO, METADATA, LAYERS, CONTENT -> place;
        };
    }

    private static @Nullable Place pagePart(String key) {
        return switch (key) {
            case "Parent" -> null;
            case "Annots" -> new Place(Role.ANNOTATIONS, null);
            case "Metadata", "PieceInfo" -> new Place(Role.METADATA, null);
            case "AA", "B", "AF", "Dur", "Trans", "Tabs", "StructParents" -> new Place(Role.OTHER, null);
            default -> new Place(Role.CONTENT, null);
        };
    }

    private static Role catalog(String key) {
        return switch (key) {
            case "AcroForm" -> Role.FORM;
            case "Pages" -> Role.PAGES;
            case "DSS" -> Role.DSS;
            case "Metadata" -> Role.METADATA;
            case "StructTreeRoot" -> Role.STRUCTURE;
            case "OCProperties" -> Role.LAYERS;
            case "Perms" -> Role.SIGNATURE;
            default -> Role.OTHER;
        };
    }

    private static @Nullable Place fieldPart(Place place, String key) {
        Form.Field field = place.field();
        return switch (key) {
            case "Parent", "P", "Kids" -> key.equals("Kids") ? new Place(Role.FIELDS, null) : null;
            case "AP" -> new Place(Role.LOOK, field);
            case "V", "RV" -> new Place(field != null && field.signature() ? Role.SIGNATURE : Role.VALUE, field);
            default -> new Place(Role.PART, field);
        };
    }
}
