package vn.antin.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** The fields of a document's interactive form (ISO 32000-2, 12.7), in their order. */
record Form(List<Field> fields) {
    private static final int DEEPEST = 32;
    static final COSName SIGNATURE = COSName.SIG;

    /**
     * A field without sub-fields.
     *
     * @param name fully qualified
     * @param type inherited if need be
     * @param value its own or inherited
     * @param objects of the field and its widgets
     */
    record Field(
            String name,
            @Nullable COSName type,
            COSDictionary dictionary,
            @Nullable COSBase value,
            Set<COSObjectKey> objects,
            List<COSDictionary> widgets) {
        boolean signature() {
            return SIGNATURE.equals(type);
        }

        /** The signature dictionary that fills it, as an object of its own. */
        Optional<COSObject> signed() {
            return signature() && value instanceof COSObject it && it.getObject() instanceof COSDictionary
                    ? Optional.of(it)
                    : Optional.empty();
        }
    }

    static Form of(COSDictionary catalog, Deadline deadline) {
        List<Field> found = new ArrayList<>();
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        COSArray fields = form == null ? null : form.getCOSArray(COSName.FIELDS);
        if (fields != null) {
            var walk = new Walk(found, Collections.newSetFromMap(new IdentityHashMap<>()), deadline);
            for (int i = 0; i < fields.size(); i++) {
                walk.field(fields.get(i), "", null, null, 0);
            }
        }
        return new Form(List.copyOf(found));
    }

    /** The fields that an entry of the list of fields leads to, with the names they have there. */
    static List<Field> under(COSBase entry, Deadline deadline) {
        List<Field> found = new ArrayList<>();
        new Walk(found, Collections.newSetFromMap(new IdentityHashMap<>()), deadline).field(entry, "", null, null, 0);
        return found;
    }

    Optional<Field> named(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private record Walk(List<Field> found, Set<COSDictionary> seen, Deadline deadline) {
        void field(COSBase item, String prefix, @Nullable COSName type, @Nullable COSBase value, int depth) {
            deadline.check();
            // By identity: two equal dictionaries are two fields.
            COSDictionary it = dictionary(item);
            if (it != null && depth <= DEEPEST && seen.add(it)) {
                visit(item, it, prefix, type, value, depth);
            }
        }

        private void visit(
                COSBase item,
                COSDictionary it,
                String prefix,
                @Nullable COSName inheritedType,
                @Nullable COSBase inheritedValue,
                int depth) {
            String partial = it.getString(COSName.T);
            String name = partial == null ? prefix : prefix.isEmpty() ? partial : prefix + "." + partial;
            COSName type = it.getCOSName(COSName.FT) == null ? inheritedType : it.getCOSName(COSName.FT);
            COSBase value = it.getItem(COSName.V) == null ? inheritedValue : it.getItem(COSName.V);
            Set<COSObjectKey> objects = new HashSet<>();
            List<COSDictionary> widgets = new ArrayList<>();
            add(item, objects);
            boolean parent = false;
            COSArray kids = it.getCOSArray(COSName.KIDS);
            if (kids != null) {
                for (int i = 0; i < kids.size(); i++) {
                    COSBase kid = kids.get(i);
                    COSDictionary child = dictionary(kid);
                    if (child != null) {
                        if (child.containsKey(COSName.T)) {
                            parent = true;
                            field(kid, name, type, value, depth + 1);
                        } else {
                            add(kid, objects);
                            widgets.add(child);
                        }
                    }
                }
            }
            if (!parent) {
                if (widgets.isEmpty()) {
                    widgets.add(it);
                }
                found.add(new Field(name, type, it, value, Set.copyOf(objects), List.copyOf(widgets)));
            }
        }

        private static void add(COSBase item, Set<COSObjectKey> objects) {
            if (item instanceof COSObject reference && reference.getKey() != null) {
                objects.add(reference.getKey());
            }
        }

        private static @Nullable COSDictionary dictionary(COSBase item) {
            COSBase it = item instanceof COSObject reference ? reference.getObject() : item;
            return it instanceof COSDictionary dictionary ? dictionary : null;
        }
    }
}
