package vn.antin.render;

import java.io.IOException;
import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFormField;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

/** Makes the reserved fields: each merged with its one widget, printed, blank, and part of the structure. */
final class FormFields {
    private static final PdfName TX = new PdfName("Tx");
    private static final PdfName SIG = new PdfName("Sig");

    private final PdfWriter writer;
    private final Structure structure;

    FormFields(PdfWriter writer, Structure structure) {
        this.writer = writer;
        this.structure = structure;
    }

    void add(Mark.Box box) throws IOException {
        Field field = box.field();
        PdfFormField widget = PdfFormField.createEmpty(writer);
        widget.put(PdfName.FT, field.isSigned() ? SIG : TX);
        widget.setFieldName(field.title());
        widget.put(PdfName.TU, PdfText.unicode(field.tooltip()));
        widget.setWidget(
                new Rectangle(box.x(), box.y(), box.x() + box.width(), box.y() + box.height()),
                PdfAnnotation.HIGHLIGHT_NONE);
        widget.setFlags(PdfAnnotation.FLAGS_PRINT);
        widget.put(PdfName.AP, blank(box.width(), box.height()));
        if (field.isSigned()) {
            if (field == Field.SEAL) {
                widget.put(new PdfName("Lock"), lock());
            }
        } else {
            String font = box.style().face().italic() ? "/Tinos-Italic " : "/Tinos ";
            widget.put(PdfName.DA, PdfText.ascii(font + box.style().size() + " Tf 0 g"));
            // The number stands against its slash, the date in the middle of its column.
            int quadding = field == Field.NUMBER ? PdfFormField.Q_RIGHT : PdfFormField.Q_CENTER;
            widget.put(PdfName.Q, new PdfNumber(quadding));
        }
        int key = structure.adopt(box.tag(), widget.getIndirectReference());
        widget.put(new PdfName("StructParent"), new PdfNumber(key));
        widget.setPage();
        writer.addAnnotation(widget);
    }

    /**
     * A normal appearance that shows nothing, with exactly the keys that the filled one will have: a validator that
     * compares revisions takes a vanished key for an alteration.
     */
    private PdfDictionary blank(float width, float height) throws IOException {
        var form = new PdfStream(new byte[0]);
        form.put(PdfName.TYPE, PdfName.XOBJECT);
        form.put(PdfName.SUBTYPE, PdfName.FORM);
        form.put(PdfName.FORMTYPE, new PdfNumber(1));
        form.put(PdfName.BBOX, new PdfArray(new float[] {0, 0, width, height}));
        form.put(PdfName.RESOURCES, new PdfDictionary());
        var appearances = new PdfDictionary();
        appearances.put(PdfName.N, writer.addToBody(form).getIndirectReference());
        return appearances;
    }

    /** Once the organisation has sealed, number and date are final (ISO 32000-2, table 236). */
    private PdfIndirectReference lock() throws IOException {
        var fields = new PdfArray();
        for (Field locked : List.of(Field.NUMBER, Field.DATE)) {
            fields.add(PdfText.ascii(locked.title()));
        }
        var lock = new PdfDictionary(new PdfName("SigFieldLock"));
        lock.put(new PdfName("Action"), new PdfName("Include"));
        lock.put(PdfName.FIELDS, fields);
        lock.put(PdfName.P, new PdfNumber(1));
        return writer.addToBody(lock).getIndirectReference();
    }
}
