package vn.antin.render;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;
import vn.antin.kernel.Content;

/**
 * A file inside a PDF, associated with the whole of it (ISO 19005-3, 6.8).
 *
 * @param name file name in ASCII
 * @param type MIME type
 */
public record Enclosure(String name, String type, String description, Relation relation, Content content) {
    /** What the file is to the document (ISO 19005-3, annex E). */
    public enum Relation {
        DATA("Data"),
        SUPPLEMENT("Supplement");

        private final String word;

        Relation(String word) {
            this.word = word;
        }
    }

    static void attach(List<Enclosure> all, PdfWriter writer, ZonedDateTime made) throws IOException {
        var associated = new PdfArray();
        for (Enclosure it : all) {
            var parameters = new PdfDictionary();
            parameters.put(PdfName.MODDATE, new PdfDate(GregorianCalendar.from(made)));
            PdfFileSpecification file = PdfFileSpecification.fileEmbedded(
                    writer, "", it.name, it.content.bytes(), it.type, parameters, PdfStream.BEST_COMPRESSION);
            file.put(PdfName.F, PdfText.ascii(it.name));
            file.put(PdfName.UF, PdfText.unicode(it.name));
            file.put(PdfName.DESC, PdfText.unicode(it.description));
            file.put(new PdfName("AFRelationship"), new PdfName(it.relation.word));
            writer.addFileAttachment(it.name, file);
            associated.add(file.getReference());
        }
        if (!all.isEmpty()) {
            writer.getExtraCatalog().put(new PdfName("AF"), associated);
        }
    }
}
