package vn.antin.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<PdfStructureElement> amongText = new ArrayList<>();
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
        PdfStructureElement element;
        if (parent == null) {
            element = new PdfStructureElement(writer.getStructureTreeRoot(), role);
        } else {
            PdfStructureElement above = element(parent);
            element = tag.isAmongText() ? amongText(above, role) : new PdfStructureElement(above, role);
        }
        describe(element, tag);
        elements.put(tag, element);
        return element;
    }

    /** The library knows elements that hold text or elements; one that holds both is put together here. */
    private PdfStructureElement amongText(PdfStructureElement above, PdfName role) {
        PdfObject text = above.get(PdfName.K);
        above.remove(PdfName.K);
        var element = new PdfStructureElement(above, role);
        PdfArray kids = text instanceof PdfArray several ? several : new PdfArray();
        if (text instanceof PdfNumber) {
            kids.add(text);
        }
        kids.add(element.getReference());
        above.put(PdfName.K, kids);
        amongText.add(element);
        return element;
    }

    /** Whether something of the element has been painted. */
    boolean hasText(Tag tag) {
        return element(tag).get(PdfName.K) != null;
    }

    /** To be called when all pages are painted. */
    void finish() throws IOException {
        for (PdfStructureElement element : amongText) {
            writer.addToBody(element, element.getReference());
        }
    }

    private void describe(PdfStructureElement element, Tag tag) {
        switch (tag.role()) {
            // Each note has a name of its own (ISO 14289-1, 7.9).
            case "Note" -> element.put(PdfName.ID, PdfText.ascii("note-" + ++notes));
            case "TH" -> {
                PdfDictionary attributes = cell(tag);
                attributes.put(new PdfName("Scope"), new PdfName("Column"));
                element.put(PdfName.A, attributes);
            }
            case "TD" -> {
                if (tag.columnSpan() > 1 || tag.rowSpan() > 1) {
                    element.put(PdfName.A, cell(tag));
                }
            }
            case "L" -> {
                PdfDictionary attributes = attributes("List");
                attributes.put(new PdfName("ListNumbering"), new PdfName(tag.detail()));
                element.put(PdfName.A, attributes);
            }
            case "Figure" -> element.put(new PdfName("Alt"), PdfText.unicode(tag.detail()));
            default -> {
                // Other elements say everything by their role.
            }
        }
    }

    /** The spans of a cell (ISO 32000-1, table 349). */
    private static PdfDictionary cell(Tag tag) {
        PdfDictionary attributes = attributes("Table");
        if (tag.columnSpan() > 1) {
            attributes.put(new PdfName("ColSpan"), new PdfNumber(tag.columnSpan()));
        }
        if (tag.rowSpan() > 1) {
            attributes.put(new PdfName("RowSpan"), new PdfNumber(tag.rowSpan()));
        }
        return attributes;
    }

    private static PdfDictionary attributes(String owner) {
        var attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName(owner));
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
