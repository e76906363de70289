package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import vn.antin.check.CheckedDocument;
import vn.antin.check.PassedDocuments;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;

/** A page made by hand with the four reserved fields, as small as the contract allows. */
final class ReservedPages {
    static final NumberLine LINE = new NumberLine("07", LocalDate.of(2024, 9, 10));

    private ReservedPages() {}

    static CheckedDocument document() {
        return document("vu-manh-hung", "pgd-an-duong");
    }

    static CheckedDocument document(String signatory, String agency) {
        return PassedDocuments.document(page(), particulars(signatory, agency));
    }

    static Particulars particulars(String signatory, String agency) {
        return new Particulars(
                new DocumentId(new UUID(0, 7)),
                new LookupCode("7K2M-Q9XD-04TB"),
                DocumentKind.PLAN,
                new AgencyId(agency),
                "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
                "An Dương",
                "KH-PGDĐT",
                "Kế hoạch chuyển đổi số",
                new PersonId(signatory),
                "Vũ Mạnh Hùng",
                List.of("UBND huyện An Dương"),
                "Vĩnh viễn",
                "ke-hoach@" + "0".repeat(64));
    }

    static Content page() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font font =
                    PDType0Font.load(document, ReservedPages.class.getResourceAsStream("/fonts/Tinos-Regular.ttf"));
            try (var canvas = new PDPageContentStream(document, page)) {
                write(canvas, font, 90, 750, "Số:");
                write(canvas, font, 140, 750, "/KH-PGDĐT");
                write(canvas, font, 90, 600, "Thực hiện kế hoạch chuyển đổi số năm học 2024 - 2025./.");
                write(canvas, font, 350, 320, "TRƯỞNG PHÒNG");
                write(canvas, font, 350, 220, "Vũ Mạnh Hùng");
            }
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var number = new PDTextField(form);
            var date = new PDTextField(form);
            var signatory = new PDSignatureField(form);
            var seal = new PDSignatureField(form);
            number.getCOSObject().setString(COSName.DA, "/Tinos 13 Tf 0 g");
            date.getCOSObject().setString(COSName.DA, "/TinosItalic 14 Tf 0 g");
            date.setQ(1);
            place(document, page, number, OpenForm.NUMBER, new PDRectangle(112, 746.5f, 28, 15));
            place(document, page, date, OpenForm.DATE, new PDRectangle(290, 746.5f, 250, 17));
            place(document, page, signatory, OpenForm.SIGNATORY, new PDRectangle(330, 240, 180, 68));
            place(document, page, seal, OpenForm.SEAL, new PDRectangle(288, 223, 102.05f, 102.05f));
            var lock = new COSDictionary();
            lock.setName(COSName.TYPE, "SigFieldLock");
            lock.setName("Action", "Include");
            var fields = new COSArray();
            fields.add(new COSString(OpenForm.NUMBER));
            fields.add(new COSString(OpenForm.DATE));
            lock.setItem(COSName.FIELDS, fields);
            lock.setInt(COSName.P, 1);
            seal.getCOSObject().setItem(COSName.getPDFName("Lock"), lock);
            form.setFields(List.of(number, date, signatory, seal));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void place(PDDocument document, PDPage page, PDField field, String name, PDRectangle where)
            throws IOException {
        field.setPartialName(name);
        field.setAlternateFieldName(name);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(where);
        widget.setPage(page);
        widget.setPrinted(true);
        var blank = new PDAppearanceStream(document);
        blank.setBBox(new PDRectangle(where.getWidth(), where.getHeight()));
        blank.setResources(new PDResources());
        blank.getCOSObject().setInt(COSName.FORMTYPE, 1);
        try (var stream = blank.getCOSObject().createOutputStream()) {
            stream.flush();
        }
        var looks = new COSDictionary();
        looks.setItem(COSName.N, blank.getCOSObject());
        widget.getCOSObject().setItem(COSName.AP, looks);
        page.getAnnotations().add(widget);
    }

    private static void write(PDPageContentStream canvas, PDType0Font font, float x, float y, String text)
            throws IOException {
        canvas.beginText();
        canvas.setFont(font, 13);
        canvas.newLineAtOffset(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
