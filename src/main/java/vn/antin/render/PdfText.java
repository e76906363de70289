package vn.antin.render;

import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/** Strings as PDF objects. */
final class PdfText {
    private PdfText() {}

    static PdfString ascii(String text) {
        return new PdfString(text);
    }

    static PdfString unicode(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }
}
