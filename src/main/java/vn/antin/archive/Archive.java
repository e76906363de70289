package vn.antin.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.RegisterEntry;
import vn.antin.sign.SealedDocument;

/** The archive of sealed originals (bản gốc). What it has acknowledged it keeps, byte for byte. */
@Component
public class Archive {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final ApplicationEventPublisher events;
    private final OutgoingRegister register;
    private final Originals originals;
    private final Clock clock;
    private final AtomicBoolean swept = new AtomicBoolean();

    Archive(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            OutgoingRegister register,
            Originals originals,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.events = events;
        this.register = register;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * Keeps the original and acknowledges it; a document that is already kept stays as it is. Joins the caller's
     * transaction if there is one. When this returns outside of one, file and row are on the disk.
     */
    public ArchivedOriginal keep(SealedDocument sealed, RegisterEntry entry) {
        if (!sealed.particulars().id().equals(entry.particulars().id())
                || !sealed.line().number().equals(entry.number().digits())
                || !sealed.line().issuedOn().equals(entry.issuedOn())) {
            throw new IllegalArgumentException("The sealed pages and the register's line are not of one document");
        }
        // The file is written inside the transaction, under the database's one writer's lock, so that whoever holds
        // that lock (the sweep, the check for strangers) can be sure that no file is on its way.
        return writing.execute(status -> {
            var kept = row("document", entry.particulars().id().toString());
            if (kept.isPresent()) {
                if (!kept.get().digest().equals(sealed.pdf().digest())) {
                    throw new Refusal(
                            ArchiveReason.OTHER_ORIGINAL, entry.number().printed());
                }
                return original(kept.get());
            }
            return acknowledge(sealed.pdf(), entry);
        });
    }

    public Optional<ArchivedOriginal> byDocument(DocumentId id) {
        return one("document", id.toString());
    }

    public Optional<ArchivedOriginal> byCode(LookupCode code) {
        return one("code", code.value());
    }

    /** The original with that digest, or the one that a renewed file with it begins with. */
    public Optional<ArchivedOriginal> byDigest(Sha256 digest) {
        return one("digest", digest.hex())
                .or(() -> reading.execute(
                        status -> jdbc.sql("select document from archived_extension where whole = :whole")
                                .param("whole", digest.hex())
                                .query(String.class)
                                .optional()
                                .flatMap(it -> row("document", it))
                                .map(this::original)));
    }

    /** The original's bytes, proven against the digest. */
    public Content read(Sha256 digest) {
        byte[] bytes;
        try (var stream = originals.get(digest)) {
            bytes = stream.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new Refusal(ArchiveReason.NOT_KEPT, e, digest.hex());
        } catch (IOException e) {
            throw new Refusal(ArchiveReason.UNREADABLE, e, digest.hex());
        }
        var content = Content.of(bytes);
        if (!content.digest().equals(digest)) {
            throw new Refusal(ArchiveReason.ALTERED, digest.hex());
        }
        return content;
    }

    /** The originals that follow that place in the archive's order, at most {@code limit}. */
    public List<ArchivedOriginal> after(long sequence, int limit) {
        return reading.execute(status -> jdbc
                .sql("select * from archived_original where sequence > :sequence order by sequence limit :limit")
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list()
                .stream()
                .map(this::original)
                .toList());
    }

    /** A body's originals that stand before that place in the archive's order, the last first, at most {@code limit}. */
    List<ArchivedOriginal> latest(AgencyId agency, long before, int limit) {
        return reading.execute(status -> jdbc
                .sql("select o.* from archived_original o join register_entry e on e.document = o.document"
                        + " where e.agency = :agency and o.sequence < :before order by o.sequence desc limit :limit")
                .param("agency", agency.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list()
                .stream()
                .map(this::original)
                .toList());
    }

    /** Clears away what a crash left half-written, before the service takes its first request. */
    @EventListener(WebServerInitializedEvent.class)
    void sweepAtStart() {
        writing.executeWithoutResult(status -> sweepOnce());
    }

    private ArchivedOriginal acknowledge(Content pdf, RegisterEntry entry) {
        sweepOnce();
        try {
            originals.put(pdf);
        } catch (IOException e) {
            throw new Refusal(ArchiveReason.CANNOT_STORE, e, entry.number().printed());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long sequence = jdbc.sql("insert into archived_original (sequence, digest, size, archived_at, document, code)"
                        + " select coalesce(max(sequence), 0) + 1, :digest, :size, :at, :document, :code"
                        + " from archived_original returning sequence")
                .param("digest", pdf.digest().hex())
                .param("size", pdf.size())
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .param("document", entry.particulars().id().toString())
                .param("code", entry.particulars().code().value())
                .query(Long.class)
                .single();
        var original = new ArchivedOriginal(sequence, pdf.digest(), pdf.size(), now, entry);
        events.publishEvent(new OriginalKept(original));
        events.publishEvent(new DocumentArchived(original));
        return original;
    }

    // Whoever runs this holds the writer's lock: nothing unfinished belongs to anyone alive.
    private void sweepOnce() {
        if (swept.compareAndSet(false, true)) {
            try {
                originals.sweep();
            } catch (IOException e) {
                swept.set(false);
                throw new Refusal(ArchiveReason.CANNOT_STORE, e, "");
            }
        }
    }

    private Optional<ArchivedOriginal> one(String column, String value) {
        return reading.execute(status -> row(column, value).map(this::original));
    }

    private Optional<Row> row(String column, String value) {
        return jdbc.sql("select * from archived_original where " + column + " = :value")
                .param("value", value)
                .query((row, n) -> row(row))
                .optional();
    }

    private ArchivedOriginal original(Row row) {
        return new ArchivedOriginal(
                row.sequence(),
                row.digest(),
                row.size(),
                row.archivedAt(),
                register.entry(row.document())
                        .orElseThrow(() -> new IllegalStateException("An original without a line in the register")));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("sequence"),
                new Sha256(row.getString("digest")),
                row.getLong("size"),
                Instant.EPOCH.plus(row.getLong("archived_at"), ChronoUnit.MICROS),
                DocumentId.parse(row.getString("document")));
    }

    private record Row(long sequence, Sha256 digest, long size, Instant archivedAt, DocumentId document) {}
}
