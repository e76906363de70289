package vn.antin.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;

/**
 * What was appended to originals after they were archived, beside them: an original is never rewritten, and with its
 * extensions behind it is the renewed file. They lie in the database, so that piece and line are there together or not at
 * all.
 */
@Component
class Extensions implements SelfCheck {
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Archive archive;

    Extensions(JdbcClient jdbc, PlatformTransactionManager transactions, Archive archive) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.archive = archive;
    }

    /** The original followed by all that was appended to it, each piece proven. */
    record Renewed(Content file, int parts) {}

    Renewed renewed(ArchivedOriginal original) {
        List<Part> parts = parts(original.entry().particulars().id());
        Content file = archive.read(original.digest());
        for (Part it : parts) {
            file = joined(file, it.bytes());
            if (!it.whole().equals(file.digest())) {
                throw new Refusal(
                        ArchiveReason.EXTENSION_ALTERED, original.digest().hex(), it.part());
            }
        }
        return new Renewed(file, parts.size());
    }

    /**
     * Keeps what makes {@code longer} out of {@code before}. Joins the caller's transaction.
     *
     * @param reason why it was made, for the record
     */
    void add(DocumentId document, Renewed before, Content longer, long at, String reason) {
        int size = before.file().size();
        if (longer.size() <= size
                || Arrays.mismatch(longer.bytes(), 0, size, before.file().bytes(), 0, size) >= 0) {
            throw new IllegalArgumentException("An extension only appends");
        }
        byte[] piece = Arrays.copyOfRange(longer.bytes(), size, longer.size());
        jdbc.sql("insert into archived_extension (document, part, bytes, digest, whole, made_at, reason)"
                        + " values (:document, :part, :bytes, :digest, :whole, :at, :reason)")
                .param("document", document.toString())
                .param("part", before.parts() + 1)
                .param("bytes", piece)
                .param("digest", Sha256.of(piece).hex())
                .param("whole", longer.digest().hex())
                .param("at", at)
                .param("reason", reason)
                .update();
    }

    private static Content joined(Content file, byte[] piece) {
        var all = new ByteArrayOutputStream(file.size() + piece.length);
        all.writeBytes(file.bytes());
        all.writeBytes(piece);
        return Content.of(all.toByteArray());
    }

    private List<Part> parts(DocumentId document) {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql(
                        "select part, bytes, whole from archived_extension where document = :document"
                                + " order by part")
                .param("document", document.toString())
                .query((row, n) -> new Part(row.getInt(1), row.getBytes(2), new Sha256(row.getString(3))))
                .list()));
    }

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public void check(Witness witness) {
        List<String> documents =
                Objects.requireNonNull(reading.execute(status -> jdbc.sql("select document from archived_extension"
                                // A line that is gone is missed only by what was reckoned with it.
                                + " union select p.document from preservation p where p.part >"
                                + " (select count(*) from archived_extension e where e.document = p.document)"
                                + " order by document")
                        .query(String.class)
                        .list()));
        for (int i = 0; i < documents.size(); i++) {
            String document = documents.get(i);
            try {
                ArchivedOriginal original = archive.byDocument(DocumentId.parse(document))
                        .orElseThrow(() -> new Refusal(ArchiveReason.NOT_KEPT, document));
                if (renewed(original).parts() < reckoned(document)) {
                    witness.fault(new Fault("archive.EXTENSION", document));
                }
            } catch (Refusal e) {
                witness.fault(new Fault("archive.EXTENSION", document));
            }
            witness.progress(i + 1, documents.size());
        }
    }

    private int reckoned(String document) {
        return Objects.requireNonNull(reading.execute(
                status -> jdbc.sql("select coalesce(max(part), 0) from preservation where document = :document")
                        .param("document", document)
                        .query(Integer.class)
                        .single()));
    }

    /** A class, not a record: it holds an array. */
    private static final class Part {
        private final int part;
        private final byte[] bytes;
        private final Sha256 whole;

        Part(int part, byte[] bytes, Sha256 whole) {
            this.part = part;
            this.bytes = bytes;
            this.whole = whole;
        }

        int part() {
            return part;
        }

        byte[] bytes() {
            return bytes;
        }

        Sha256 whole() {
            return whole;
        }
    }
}
