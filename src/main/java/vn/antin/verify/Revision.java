package vn.antin.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** One state of a file: its first {@code length} bytes, read as a PDF of their own (ISO 32000-2, 7.5.6). */
final class Revision implements AutoCloseable {
    private final byte[] file;
    private final int length;
    private final FileMemory memory;
    private final PDDocument document;
    private final COSDictionary catalog;

    private final Supplier<Optional<CrossReferences>> references;
    private final Supplier<Map<Long, CrossReferences.Entry>> entries;

    private Revision(
            byte[] file, int length, FileMemory memory, PDDocument document, COSDictionary catalog, Deadline deadline) {
        this.file = file;
        this.length = length;
        this.memory = memory;
        this.document = document;
        this.catalog = catalog;
        this.references = SingletonSupplier.of(() -> CrossReferences.of(file, length, memory, deadline));
        this.entries = SingletonSupplier.of(
                () -> references().map(CrossReferences::merged).orElseGet(this::found));
    }

    /** @param strictly whether the cross-references must be right as they stand, not repaired */
    static Revision parse(byte[] file, int length, boolean strictly, Deadline deadline) throws Unparsable {
        return parse(file, length, new FileMemory(file), strictly, deadline);
    }

    /** An earlier state of the same file. */
    Revision earlier(int end, Deadline deadline) throws Unparsable {
        return parse(file, end, memory, true, deadline);
    }

    private static Revision parse(byte[] file, int length, FileMemory memory, boolean strictly, Deadline deadline)
            throws Unparsable {
        PDDocument document = null;
        try {
            document = new PDFParser(new BoundedBytes(file, length, deadline)).parse(!strictly);
            COSDocument objects = document.getDocument();
            COSDictionary trailer = objects.getTrailer();
            COSDictionary catalog = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
            if (catalog == null || catalog.getCOSDictionary(COSName.PAGES) == null) {
                throw new Unparsable(false);
            }
            var revision = new Revision(file, length, memory, document, catalog, deadline);
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

    /** Its cross-references as they stand in the bytes; nothing when they cannot be read. */
    Optional<CrossReferences> references() {
        return references.get();
    }

    /** Each object's entry, by its number; what the library found, when we cannot read them. */
    Map<Long, CrossReferences.Entry> entries() {
        return entries.get();
    }

    private Map<Long, CrossReferences.Entry> found() {
        Map<Long, CrossReferences.Entry> found = new HashMap<>();
        places().forEach((key, place) -> found.put(
                key.getNumber(),
                place < 0
                        ? new CrossReferences.Entry.In(-place)
                        : new CrossReferences.Entry.At(place, key.getGeneration())));
        return found;
    }

    /** Where each object stands; for one in an object stream the negative number of that stream. */
    Map<COSObjectKey, Long> places() {
        return document.getDocument().getXrefTable();
    }

    /** Whether an object may lead to others; what stands in an object stream always may. */
    boolean leads(COSObjectKey key) {
        Long place = places().get(key);
        return place == null || place <= 0 || place >= length || memory.leads(place);
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

        /** Encrypted, and not opened by the empty password. */
        boolean locked() {
            return locked;
        }
    }
}
