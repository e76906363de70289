package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Reserves a signature field in the upper right corner of page 1 of a file without fields: box 14. */
final class CornerField {
    static final String NAME = "ky_co_quan";

    /** From the paper's right edge: the margin of a document; from its upper edge: the middle of the upper margin. */
    private static final float RIGHT = mm(15);

    private static final float TOP = mm(8);
    private static final float LEFT = mm(15);

    private CornerField() {}

    /** How wide a line may be on that paper. */
    static float room(Content pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            return firstPage(document).getCropBox().getWidth() - LEFT - RIGHT;
        }
    }

    /** The file written anew with the field, as large as the line. */
    static Content reserve(Content pdf, TextLine line) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            PDPage page = firstPage(document);
            OpenForm.require(document.getDocumentCatalog().getAcroForm(null) == null && !document.isEncrypted());
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var field = new PDSignatureField(form);
            field.setPartialName(NAME);
            field.setAlternateFieldName("Chữ ký số của cơ quan, tổ chức");
            PDRectangle paper = page.getCropBox();
            var place = new PDRectangle(
                    paper.getUpperRightX() - RIGHT - line.width(),
                    paper.getUpperRightY() - TOP - line.height(),
                    line.width(),
                    line.height());
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(place);
            widget.setPage(page);
            widget.setPrinted(true);
            widget.getCOSObject().setItem(COSName.AP, blank(document, place));
            page.getAnnotations().add(widget);
            FormTag.add(document, page, widget.getCOSObject());
            form.setFields(List.of(field));
            var bytes = new ByteArrayOutputStream(pdf.size() + (1 << 14));
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        }
    }

    private static COSDictionary blank(PDDocument document, PDRectangle place) throws IOException {
        var blank = new PDAppearanceStream(document);
        blank.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        blank.setResources(new PDResources());
        blank.getCOSObject().setInt(COSName.FORMTYPE, 1);
        try (OutputStream nothing = blank.getCOSObject().createOutputStream()) {
            nothing.flush();
        }
        var looks = new COSDictionary();
        looks.setItem(COSName.N, blank.getCOSObject());
        return looks;
    }

    private static PDPage firstPage(PDDocument document) {
        PDPage page = document.getPage(0);
        // The makers of such files turn their pages upright.
        if (page.getRotation() != 0) {
            throw new Refusal(SignReason.NOT_READY);
        }
        return page;
    }

    private static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }
}
