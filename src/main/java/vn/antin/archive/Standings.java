package vn.antin.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** What has become of the documents in the archive. Lines are added and struck, never changed or removed. */
@Component
public class Standings {
    static final int LONGEST_WORDS = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Standings(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** The lines that hold, in the order in which they were entered. */
    public List<Standing> of(DocumentId document) {
        return jdbc.sql("select s.*, o.code from standing s left join archived_original o on o.document = s.by_document"
                        + " where s.document = :document and s.change <> 'STRUCK'"
                        + " and not exists (select 1 from standing later where later.strikes = s.sequence)"
                        + " order by s.sequence")
                .param("document", document.toString())
                .query((row, n) -> standing(row))
                .list();
    }

    /**
     * The document that brought the change about.
     *
     * @param original when it is in this archive
     * @param words as people name it
     */
    record Doer(@Nullable DocumentId original, String words) {
        static Doer of(ArchivedOriginal it) {
            return new Doer(
                    it.entry().particulars().id(),
                    it.entry().number().printed() + " ngày "
                            + DAY.format(it.entry().issuedOn()));
        }

        static Doer elsewhere(String words) {
            String plain = words.replaceAll("\\s+", " ").strip();
            if (plain.isEmpty() || plain.length() > LONGEST_WORDS) {
                throw new Refusal(ArchiveReason.NO_DOER, LONGEST_WORDS);
            }
            return new Doer(null, plain);
        }
    }

    /** Enters a line. */
    void enter(ArchivedOriginal original, Standing.Change change, LocalDate since, Doer by, PersonId registrar) {
        DocumentId id = original.entry().particulars().id();
        if (since.isBefore(original.entry().issuedOn())) {
            throw new Refusal(
                    ArchiveReason.BEFORE_ISSUE, DAY.format(original.entry().issuedOn()));
        }
        if (id.equals(by.original())) {
            throw new Refusal(ArchiveReason.DONE_BY_ITSELF);
        }
        writing.executeWithoutResult(status -> {
            boolean twice = of(id).stream()
                    .anyMatch(it -> it.change() == change && it.by().equals(by.words()));
            if (twice) {
                throw new Refusal(ArchiveReason.ENTERED_BEFORE);
            }
            insert(id, change.name(), since, by, null, registrar);
            events.publishEvent(new StandingEntered(
                    "document." + change.name().toLowerCase(java.util.Locale.ROOT),
                    id,
                    registrar.value(),
                    Map.of("since", since.toString(), "by", by.words())));
        });
    }

    /** Strikes a line that was entered by mistake; both stay on record. */
    void strike(ArchivedOriginal original, long sequence, String why, PersonId registrar) {
        DocumentId id = original.entry().particulars().id();
        Doer reason = Doer.elsewhere(why);
        writing.executeWithoutResult(status -> {
            Standing struck = of(id).stream()
                    .filter(it -> it.sequence() == sequence)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ArchiveReason.NO_SUCH_LINE));
            insert(id, "STRUCK", LocalDate.now(clock), reason, sequence, registrar);
            events.publishEvent(new StandingEntered(
                    "document.standing-struck",
                    id,
                    registrar.value(),
                    Map.of("struck", struck.change() + " " + struck.by(), "why", reason.words())));
        });
    }

    private void insert(
            DocumentId id, String change, LocalDate since, Doer by, @Nullable Long strikes, PersonId registrar) {
        jdbc.sql("insert into standing (sequence, document, change, since, by_document, by_words, strikes, entered_by,"
                        + " entered_at) select coalesce(max(sequence), 0) + 1, :document, :change, :since, :byDocument,"
                        + " :byWords, :strikes, :enteredBy, :at from standing")
                .param("document", id.toString())
                .param("change", change)
                .param("since", since.toString())
                .param(
                        "byDocument",
                        by.original() == null ? null : by.original().toString())
                .param("byWords", by.words())
                .param("strikes", strikes)
                .param("enteredBy", registrar.value())
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()))
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("sequence"),
                Standing.Change.valueOf(row.getString("change")),
                LocalDate.parse(row.getString("since")),
                row.getString("by_words"),
                Optional.ofNullable(row.getString("code")).map(LookupCode::new).orElse(null),
                new PersonId(row.getString("entered_by")),
                Instant.EPOCH.plus(row.getLong("entered_at"), ChronoUnit.MICROS));
    }
}
