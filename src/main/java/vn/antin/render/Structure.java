package vn.antin.render;

import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/** Writes tags as structure elements; each comes into being the first time something of it is painted. */
final class Structure {
    private final PdfWriter writer;
    private final Map<Tag, PdfStructureElement> elements = new HashMap<>();
    private int notes;

    Structure(PdfWriter writer) {
        this.writer = writer;
    }

    PdfStructureElement element(Tag tag) {
        PdfStructureElement known = elements.get(tag);
        if (known != null) {
            return known;
        }
        Tag parent = tag.parent();
        var role = new PdfName(tag.role());
        var element = parent == null
                ? new PdfStructureElement(writer.getStructureTreeRoot(), role)
                : new PdfStructureElement(element(parent), role);
        describe(element, tag);
        elements.put(tag, element);
        return element;
    }

    private void describe(PdfStructureElement element, Tag tag) {
        switch (tag.role()) {
            // Each note has a name of its own (ISO 14289-1, 7.9).
            case "Note" -> element.put(PdfName.ID, PdfText.ascii("note-" + ++notes));
            case "TH" -> element.put(PdfName.A, attributes("Table", "Scope", new PdfName("Column"), tag));
            case "TD" -> {
                if (tag.columnSpan() > 1) {
                    element.put(PdfName.A, attributes("Table", "ColSpan", new PdfNumber(tag.columnSpan()), tag));
                }
            }
            case "L" -> element.put(PdfName.A, attributes("List", "ListNumbering", new PdfName(tag.detail()), tag));
            case "Figure" -> element.put(new PdfName("Alt"), PdfText.unicode(tag.detail()));
            default -> {
                // Other elements say everything by their role.
            }
        }
    }

    private static PdfDictionary attributes(String owner, String key, PdfObject value, Tag tag) {
        var attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName(owner));
        attributes.put(new PdfName(key), value);
        if (tag.columnSpan() > 1) {
            attributes.put(new PdfName("ColSpan"), new PdfNumber(tag.columnSpan()));
        }
        return attributes;
    }

    /** Makes the annotation the content of {@code tag} and answers its key in the parent tree. */
    int adopt(Tag tag, PdfIndirectReference annotation) {
        PdfStructureElement element = element(tag);
        var reference = new PdfDictionary(new PdfName("OBJR"));
        reference.put(new PdfName("Obj"), annotation);
        reference.put(PdfName.PG, writer.getCurrentPage());
        var kids = new PdfArray();
        kids.add(reference);
        element.put(PdfName.K, kids);
        return writer.getStructureTreeRoot().addExistingObject(element.getReference());
    }
}
