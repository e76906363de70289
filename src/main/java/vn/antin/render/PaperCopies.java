package vn.antin.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;

/**
 * Copies to be printed (bản sao sang định dạng giấy; Decree 30/2020/NĐ-CP, annex I, part II, II), and the pages of an
 * extract composed anew. What comes out bears no signature and no form field: its value comes from the ink and the seal
 * put on the paper.
 */
@Component
public class PaperCopies {
    /** White between the last word copied and the rule over the copy's block. */
    private static final float SPACE_OVER = 12;

    private final Clock clock;
    private final String publicAddress;
    private final LayoutProfile profile;
    private final Typeface typeface = new Typeface();

    @Autowired
    PaperCopies(Clock clock, @Value("${antin.public-address}") String publicAddress, LayoutProfile profile) {
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.profile = profile;
    }

    PaperCopies(Clock clock, String publicAddress) {
        this(clock, publicAddress, LayoutProfile.DECREE_30);
    }

    /** Where the copy's block stands. */
    public enum Foot {
        /** On the last page copied, as the decree asks. */
        LAST_PAGE,
        /** On the back of the last sheet, when the copy is printed on both sides. */
        BACK_OF_LAST_SHEET,
        /** On a sheet of its own. */
        OWN_SHEET
    }

    /**
     * A copy to be printed.
     *
     * @param pages how many
     */
    public record Made(Content pdf, Foot foot, int pages) {}

    /** How many pages the file has. */
    public int pages(Content pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages of an issued document as they look when printed, and the copy's block. */
    public Made print(Content issued, CopyNote note) {
        return print(issued, Set.of(), note);
    }

    /**
     * The same of some pages only.
     *
     * @param chosen pages from 1; the first, which names the document, always comes along; empty for all
     */
    public Made print(Content issued, Set<Integer> chosen, CopyNote note) {
        try (PDDocument source = Loader.loadPDF(issued.bytes());
                var copy = new PDDocument()) {
            flatten(source);
            var pages = new TreeSet<>(chosen);
            pages.add(1);
            for (int number = 1; number <= source.getNumberOfPages(); number++) {
                if (chosen.isEmpty() || pages.contains(number)) {
                    PageAsPicture.add(copy, source, number - 1);
                }
            }
            Foot foot = addBlock(copy, note);
            describe(copy, note);
            var out = new ByteArrayOutputStream(issued.size() + (1 << 16));
            copy.save(out);
            return new Made(Content.of(out.toByteArray()), foot, copy.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pages of an issued document, or of an excerpt of it, composed anew with number and date in place of the fields.
     *
     * @param number as printed before the slash
     * @throws vn.antin.kernel.Refusal with a {@link RenderReason}
     */
    public Content composedAnew(AdministrativeDocument meaning, String number, LocalDate issuedOn) {
        String checkAddress = publicAddress + "/v/" + meaning.particulars().code();
        List<Page> pages = new DocumentLayout(profile, typeface).pages(meaning, checkAddress);
        var filled = new FilledBoxes(
                new Typesetter(profile, typeface),
                number,
                CopyBlock.placeAndDay(meaning.particulars().place(), issuedOn));
        return Content.of(new PdfFile(profile, typeface)
                .write(filled.on(pages), meaning, Optional.empty(), ZonedDateTime.now(clock)));
    }

    /** What the fields show becomes a part of the page; the signatures themselves stay with the original. */
    private static void flatten(PDDocument source) throws IOException {
        PDAcroForm form = source.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            form.flatten();
        }
    }

    /** Right after the end of what is copied where it fits; else on a page of its own (II.2.a). */
    private Foot addBlock(PDDocument copy, CopyNote note) throws IOException {
        var block = new CopyBlock(new Typesetter(profile, typeface), note);
        int last = copy.getNumberOfPages() - 1;
        PDPage page = copy.getPage(last);
        if (upright(page.getMediaBox(), profile)) {
            float over = BlankBand.lowest(copy, last, block.height() + SPACE_OVER, profile);
            if (!Float.isNaN(over)) {
                Ink.on(copy, page, raised(block.marks(), over - SPACE_OVER));
                return Foot.LAST_PAGE;
            }
        }
        var next = new PDPage(new PDRectangle(profile.pageWidth(), profile.pageHeight()));
        copy.addPage(next);
        Ink.on(copy, next, raised(block.marks(), profile.pageHeight() - profile.top()));
        return copy.getNumberOfPages() % 2 == 0 ? Foot.BACK_OF_LAST_SHEET : Foot.OWN_SHEET;
    }

    private static boolean upright(PDRectangle paper, LayoutProfile profile) {
        return Math.abs(paper.getWidth() - profile.pageWidth()) < 3
                && Math.abs(paper.getHeight() - profile.pageHeight()) < 3;
    }

    private static List<Mark> raised(List<Mark> marks, float y) {
        var raised = new ArrayList<Mark>();
        marks.forEach(it -> raised.add(it.raised(y)));
        return raised;
    }

    private void describe(PDDocument copy, CopyNote note) {
        var now = GregorianCalendar.from(ZonedDateTime.now(clock));
        copy.getDocumentInformation().setTitle(note.form().heading());
        copy.getDocumentInformation().setAuthor(note.agency().name());
        copy.getDocumentInformation().setCreationDate(now);
        copy.getDocumentCatalog().setLanguage("vi-VN");
    }
}
