package vn.antin.verify;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** One state of a file: its first {@code length} bytes, read as a PDF of their own (ISO 32000-2, 7.5.6). */
final class Revision implements AutoCloseable {
    private final int length;
    private final PDDocument document;
    private final COSDictionary catalog;

    private Revision(int length, PDDocument document, COSDictionary catalog) {
        this.length = length;
        this.document = document;
        this.catalog = catalog;
    }

    /** @param strictly whether the cross-references must be right as they stand, not repaired */
    static Revision parse(byte[] file, int length, boolean strictly, Deadline deadline) throws Unparsable {
        PDDocument document = null;
        try {
            document = new PDFParser(new BoundedBytes(file, length, deadline)).parse(!strictly);
            COSDocument objects = document.getDocument();
            COSDictionary trailer = objects.getTrailer();
            if (trailer != null && trailer.containsKey(COSName.ENCRYPT)) {
                throw new Unparsable(true);
            }
            COSDictionary catalog = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
            if (catalog == null || catalog.getCOSDictionary(COSName.PAGES) == null) {
                throw new Unparsable(false);
            }
            var revision = new Revision(length, document, catalog);
            document = null;
            return revision;
        } catch (InvalidPasswordException e) {
            throw new Unparsable(true);
        } catch (Deadline.Passed e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A parser may end in any way on hostile bytes; all that matters here is that it could not read them.
            throw new Unparsable(false);
        } finally {
            close(document);
        }
    }

    private static void close(@Nullable PDDocument document) {
        if (document != null) {
            try {
                document.close();
            } catch (IOException e) {
                throw new IllegalStateException("Nothing but memory was open", e);
            }
        }
    }

    /** Bytes. */
    int length() {
        return length;
    }

    COSDictionary catalog() {
        return catalog;
    }

    COSDictionary trailer() {
        return document.getDocument().getTrailer();
    }

    /** Where each object stands; for one in an object stream the negative number of that stream. */
    Map<COSObjectKey, Long> places() {
        return document.getDocument().getXrefTable();
    }

    /** The object of that number and generation, or null if there is none. */
    @Nullable
    COSBase object(COSObjectKey key) {
        return document.getDocument().getObjectFromPool(key).getObject();
    }

    @Override
    public void close() {
        close(document);
    }

    /** The bytes are no PDF that could be read. */
    static final class Unparsable extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean locked;

        Unparsable(boolean locked) {
            super(null, null, false, false);
            this.locked = locked;
        }

        /** Encrypted, with or without a password to open it. */
        boolean locked() {
            return locked;
        }
    }
}
