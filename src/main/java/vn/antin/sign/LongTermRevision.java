package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * A signed file opened to have one revision of long-term material appended: a document security store (ISO 32000-2,
 * 12.8.4.3), or a document time-stamp (12.8.5). Both are permitted after any certification (12.8.2.2.2). Why it is
 * written here and not by a library: {@code src/docs/decisions/2026-11-levels.md}.
 */
final class LongTermRevision implements AutoCloseable {
    static final COSName RFC3161 = COSName.getPDFName("ETSI.RFC3161");

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName CERTS = COSName.getPDFName("Certs");
    private static final COSName CRLS = COSName.getPDFName("CRLs");
    private static final COSName OCSPS = COSName.getPDFName("OCSPs");
    private static final byte[] CONTENTS = "/Contents <0000".getBytes(StandardCharsets.US_ASCII);
    /** Tokens with their certificates were seen up to 6.2 KB. */
    private static final int ROOM = 9 * 1024;

    private static final int SIGNATURES_EXIST_APPEND_ONLY = 3;

    private final Content before;
    private final PDDocument document;

    private LongTermRevision(Content before, PDDocument document) {
        this.before = before;
        this.document = document;
    }

    static LongTermRevision of(Content file) {
        try {
            return new LongTermRevision(file, Loader.loadPDF(file.bytes()));
        } catch (IOException e) {
            throw new Refusal(SignReason.NOT_READY, e);
        }
    }

    /** What a store holds, DER each, without doubles. */
    record Store(Set<Content> certificates, Set<Content> crls, Set<Content> ocsps) {
        Store() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        boolean empty() {
            return certificates.isEmpty() && crls.isEmpty() && ocsps.isEmpty();
        }
    }

    SignedParts parts() {
        try {
            return SignedParts.of(document);
        } catch (IOException e) {
            throw new Refusal(SignReason.NOT_READY, e);
        }
    }

    /** What is already kept in the file. */
    Store store() {
        COSDictionary dss = catalog().getCOSDictionary(DSS);
        return dss == null ? new Store() : new Store(kept(dss, CERTS), kept(dss, CRLS), kept(dss, OCSPS));
    }

    private static Set<Content> kept(COSDictionary dss, COSName name) {
        var kept = new LinkedHashSet<Content>();
        COSArray array = dss.getCOSArray(name);
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    kept.add(Content.of(in.readAllBytes()));
                } catch (IOException e) {
                    throw new Refusal(SignReason.NOT_READY, e);
                }
            }
        }
        return kept;
    }

    /** The file with a store that holds these, too; what it held stays as it is. */
    Content withStore(Store added) {
        try {
            COSDictionary catalog = catalog();
            COSDictionary dss = catalog.getCOSDictionary(DSS);
            if (dss == null) {
                dss = new COSDictionary();
                dss.setName(COSName.TYPE, "DSS");
                catalog.setItem(DSS, dss);
                catalog.setNeedToBeUpdated(true);
            }
            add(dss, CERTS, added.certificates());
            add(dss, CRLS, added.crls());
            add(dss, OCSPS, added.ocsps());
            touch(dss);
            var bytes = new ByteArrayOutputStream(before.size() + (1 << 16));
            document.saveIncremental(bytes);
            return appended(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void touch(COSDictionary dss) {
        dss.setNeedToBeUpdated(true);
        // A store that lies inside the catalog is written with it.
        if (dss.isDirect()) {
            catalog().setNeedToBeUpdated(true);
        }
    }

    private void add(COSDictionary dss, COSName name, Collection<Content> added) throws IOException {
        if (added.isEmpty()) {
            return;
        }
        COSArray array = dss.getCOSArray(name);
        if (array == null) {
            array = new COSArray();
            array.setDirect(true);
            dss.setItem(name, array);
        }
        for (Content it : added) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(it.bytes());
            }
            array.add(stream);
        }
        array.setNeedToBeUpdated(true);
    }

    /** Gives a time-stamp over a digest, DER. */
    interface Clerk {
        byte[] stamp(Sha256 digest);
    }

    /** The file with a time-stamp over all of it, in an invisible field of its own. */
    Content stamped(Clerk clerk) {
        try {
            var signature = new PDSignature();
            signature.setType(COSName.getPDFName("DocTimeStamp"));
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(RFC3161);
            // In this order: PDFBox looks for the contents until it has seen the range, whose value means "not yet
            // known".
            signature.setContents(new byte[ROOM]);
            signature.setByteRange(new int[] {0, 1_000_000_000, 1_000_000_000, 1_000_000_000});
            COSDictionary dictionary = signature.getCOSObject();
            dictionary.setNeedToBeUpdated(true);
            field(dictionary);
            var bytes = new ByteArrayOutputStream(before.size() + (1 << 16));
            document.saveIncrementalForExternalSigning(bytes).setSignature(new byte[0]);
            Content unsigned = appended(bytes.toByteArray());
            return filled(unsigned, clerk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void field(COSDictionary value) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            throw new Refusal(SignReason.NOT_READY);
        }
        var field = new PDSignatureField(form);
        field.setPartialName(name(form));
        field.setAlternateFieldName("Dấu thời gian của cả tệp");
        PDPage page = document.getPage(0);
        var widget = field.getWidgets().getFirst();
        // Without extent it shows nothing, and needs no look (ISO 19005-3, 6.3.3).
        widget.setRectangle(new PDRectangle());
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setLocked(true);
        COSDictionary merged = field.getCOSObject();
        merged.setItem(COSName.V, value);
        merged.setNeedToBeUpdated(true);

        COSArray fields = OpenForm.required(form.getCOSObject().getCOSArray(COSName.FIELDS));
        fields.add(merged);
        written(fields, form.getCOSObject());
        if (form.getCOSObject().getInt(COSName.SIG_FLAGS) != SIGNATURES_EXIST_APPEND_ONLY) {
            form.getCOSObject().setInt(COSName.SIG_FLAGS, SIGNATURES_EXIST_APPEND_ONLY);
            written(form.getCOSObject(), catalog());
        }
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            annotations = new COSArray();
            annotations.setDirect(true);
            page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        }
        annotations.add(merged);
        written(annotations, page.getCOSObject());
    }

    /** What is no object of its own is written with what holds it. */
    private void written(COSBase it, COSDictionary holder) {
        if (it instanceof COSArray array) {
            array.setNeedToBeUpdated(true);
        } else if (it instanceof COSDictionary dictionary) {
            dictionary.setNeedToBeUpdated(true);
        }
        holder.setNeedToBeUpdated(true);
        if (holder.isDirect()) {
            catalog().setNeedToBeUpdated(true);
        }
    }

    private static String name(PDAcroForm form) {
        for (int i = 1; ; i++) {
            String name = "dau_thoi_gian_" + i;
            if (form.getField(name) == null) {
                return name;
            }
        }
    }

    private Content filled(Content unsigned, Clerk clerk) throws IOException {
        byte[] bytes = unsigned.bytes();
        int from = indexOf(bytes, before.size()) + CONTENTS.length - 5;
        int to = from;
        while (bytes[to] != '>') {
            to++;
        }
        to++;
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, from);
        digest.update(bytes, to, bytes.length - to);
        byte[] token = clerk.stamp(Sha256.ofDigest(digest.digest()));
        if (2 * token.length > to - from - 2) {
            throw new IOException("The time-stamp is too long to be embedded");
        }
        byte[] finished = bytes.clone();
        byte[] hex = HexFormat.of().formatHex(token).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, finished, from + 1, hex.length);
        return Content.of(finished);
    }

    private static int indexOf(byte[] bytes, int start) {
        for (int i = start; i <= bytes.length - CONTENTS.length; i++) {
            if (Arrays.equals(bytes, i, i + CONTENTS.length, CONTENTS, 0, CONTENTS.length)) {
                return i;
            }
        }
        throw new IllegalStateException("The revision has no room for a time-stamp");
    }

    private Content appended(byte[] bytes) {
        // A file that was signed is never rewritten, only appended to.
        if (bytes.length <= before.size()
                || Arrays.mismatch(bytes, 0, before.size(), before.bytes(), 0, before.size()) >= 0) {
            throw new IllegalStateException("An incremental update changed what was there before");
        }
        return Content.of(bytes);
    }

    private COSDictionary catalog() {
        return document.getDocumentCatalog().getCOSObject();
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
