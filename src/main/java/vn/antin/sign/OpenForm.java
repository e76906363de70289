package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * A document opened to be appended to: its four reserved fields, each merged with its one widget. What is not as the
 * renderer makes it is refused as {@link SignReason#NOT_READY}.
 */
final class OpenForm implements AutoCloseable {
    static final String NUMBER = "so_van_ban";
    static final String DATE = "ngay_van_ban";
    static final String SIGNATORY = "ky_lanh_dao";
    static final String SEAL = "con_dau";

    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName SIG_FIELD_LOCK = COSName.getPDFName("SigFieldLock");

    private final Content before;
    private final PDDocument document;
    private final PDAcroForm form;

    private OpenForm(Content before, PDDocument document, PDAcroForm form) {
        this.before = before;
        this.document = document;
        this.form = form;
    }

    static OpenForm of(Content content) {
        try {
            PDDocument document = Loader.loadPDF(content.bytes());
            // No "fix-up": it would change the file while reading it.
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null || document.isEncrypted()) {
                document.close();
                throw new Refusal(SignReason.NOT_READY);
            }
            return new OpenForm(content, document, form);
        } catch (IOException e) {
            throw new Refusal(SignReason.NOT_READY, e);
        }
    }

    /** Length in bytes of the document as it was opened. */
    int size() {
        return before.size();
    }

    COSDictionary catalog() {
        return document.getDocumentCatalog().getCOSObject();
    }

    COSDictionary form() {
        return form.getCOSObject();
    }

    /** A reserved signature field that nobody has signed. */
    COSDictionary unsigned(String name) {
        COSDictionary field = field(name, COSName.SIG);
        require(!field.containsKey(COSName.V));
        return field;
    }

    /** A reserved text field that nobody has filled. */
    COSDictionary unfilled(String name) {
        COSDictionary field = field(name, COSName.TX);
        require(!(field.getDictionaryObject(COSName.V) instanceof COSString text) || text.getBytes().length == 0);
        return field;
    }

    /** The signature dictionary in a field that is signed. */
    COSDictionary signature(String name) {
        return required(field(name, COSName.SIG).getCOSDictionary(COSName.V));
    }

    /** Which fields the seal closes (ISO 32000-2, 12.7.5.5): number and date, as the renderer reserved them. */
    COSDictionary sealLock() {
        COSDictionary lock = required(field(SEAL, COSName.SIG).getCOSDictionary(LOCK));
        COSArray fields = required(lock.getCOSArray(COSName.FIELDS));
        require(SIG_FIELD_LOCK.equals(lock.getCOSName(COSName.TYPE))
                && COSName.getPDFName("Include").equals(lock.getCOSName(COSName.getPDFName("Action")))
                && fields.toCOSStringStringList().equals(List.of(NUMBER, DATE))
                && lock.getInt(COSName.P) == 1);
        return lock;
    }

    /** Whether an earlier certification restricts this document (DocMDP). */
    boolean certified() {
        return catalog().containsKey(COSName.PERMS);
    }

    /** Size of a text field's letters, points, from its default appearance. */
    float fontSize(COSDictionary field, float otherwise) {
        String appearance = field.getString(COSName.DA, form.getDefaultAppearance());
        var size = Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3})?)\\s+Tf\\b")
                .matcher(appearance == null ? "" : appearance);
        float written = size.find() ? Float.parseFloat(size.group(1)) : 0;
        return written > 0 ? written : otherwise;
    }

    /** 0 left, 1 centred, 2 right (ISO 32000-2, 12.7.4.3). */
    int quadding(COSDictionary field) {
        return field.getInt(COSName.Q, form.getQ());
    }

    /**
     * Gives the field a new look in the box of the blank one, with exactly its keys: one key or one hundredth of a point
     * more or less is a change of unknown kind to a validator.
     */
    void show(COSDictionary field, Drawing drawing) throws IOException {
        COSDictionary blanks = required(field.getCOSDictionary(COSName.AP));
        COSDictionary blank = required(blanks.getCOSStream(COSName.N));
        var place = new PDRectangle(required(blank.getCOSArray(COSName.BBOX)));
        var look = new PDAppearanceStream(document);
        look.setBBox(place);
        look.setResources(new PDResources());
        look.getCOSObject().setInt(COSName.FORMTYPE, 1);
        try (var canvas =
                new PDPageContentStream(document, look, look.getCOSObject().createOutputStream())) {
            drawing.draw(document, canvas, place.getWidth(), place.getHeight());
        }
        var looks = new COSDictionary();
        looks.setDirect(true);
        looks.setItem(COSName.N, look.getCOSObject());
        field.setItem(COSName.AP, looks);
        field.setNeedToBeUpdated(true);
    }

    /** The document with one more revision, holding what was changed. */
    Content appended() throws IOException {
        var bytes = new ByteArrayOutputStream(before.size() + 64 * 1024);
        document.saveIncremental(bytes);
        return appendedTo(bytes.toByteArray());
    }

    /** The same, holding a signature whose contents are still zeros. */
    Content appendedUnsigned() throws IOException {
        var bytes = new ByteArrayOutputStream(before.size() + 96 * 1024);
        document.saveIncrementalForExternalSigning(bytes).setSignature(new byte[0]);
        return appendedTo(bytes.toByteArray());
    }

    private Content appendedTo(byte[] bytes) {
        // A file that was signed is never rewritten, only appended to.
        if (bytes.length <= before.size()
                || Arrays.mismatch(bytes, 0, before.size(), before.bytes(), 0, before.size()) >= 0) {
            throw new IllegalStateException("An incremental update changed what was there before");
        }
        return Content.of(bytes);
    }

    private COSDictionary field(String name, COSName type) {
        PDField field = required(form.getField(name));
        COSDictionary dictionary = field.getCOSObject();
        require(type.equals(dictionary.getCOSName(COSName.FT))
                && COSName.WIDGET.equals(dictionary.getCOSName(COSName.SUBTYPE))
                && dictionary.getCOSArray(COSName.RECT) != null);
        return dictionary;
    }

    static void require(boolean asExpected) {
        if (!asExpected) {
            throw new Refusal(SignReason.NOT_READY);
        }
    }

    static <T> T required(@Nullable T found) {
        if (found == null) {
            throw new Refusal(SignReason.NOT_READY);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
