package vn.antin.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Particulars;

/** Writes finished pages as one PDF 1.7 file after PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
final class PdfFile {
    private final LayoutProfile profile;
    private final Typeface typeface;

    PdfFile(LayoutProfile profile, Typeface typeface) {
        this.profile = profile;
        this.typeface = typeface;
    }

    byte[] write(List<Page> pages, AdministrativeDocument meaning, Optional<CarriedData> data, ZonedDateTime made) {
        Particulars particulars = meaning.particulars();
        String title = (particulars.kind().vietnamese() + ": " + particulars.subject()).strip();
        return write(
                pages,
                title,
                particulars.agencyName(),
                data.map(CarriedData::enclosure).stream().toList(),
                made);
    }

    byte[] write(List<Page> pages, String title, String author, List<Enclosure> enclosed, ZonedDateTime made) {
        var out = new ByteArrayOutputStream(1 << 16);
        try (var document = new Document(new Rectangle(profile.pageWidth(), profile.pageHeight()))) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.setPDFXConformance(PdfWriter.PDFA3A);
            writer.setTagged();
            writer.setTabs(PdfName.S);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            describe(document, writer, title, author, made);
            document.open();
            ICC_Profile sRgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            writer.setOutputIntents("sRGB IEC61966-2.1", "", "http://www.color.org", "sRGB IEC61966-2.1", sRgb);
            PdfDictionary catalog = writer.getExtraCatalog();
            catalog.put(new PdfName("Lang"), PdfText.ascii("vi-VN"));
            Enclosure.attach(enclosed, writer, made);
            var painter = new Painter(writer, typeface);
            for (Page page : pages) {
                document.setPageSize(new Rectangle(page.width(), page.height()));
                document.newPage();
                writer.setPageEmpty(false);
                painter.paint(page);
            }
            painter.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void describe(Document document, PdfWriter writer, String title, String author, ZonedDateTime made) {
        document.addTitle(title);
        document.addAuthor(author);
        writer.setXmpMetadata(Metadata.packet(title, author, made));
        var date = new PdfDate(GregorianCalendar.from(made));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
        var marked = new PdfDictionary();
        marked.put(new PdfName("Marked"), PdfBoolean.PDFTRUE);
        writer.getExtraCatalog().put(new PdfName("MarkInfo"), marked);
    }
}
