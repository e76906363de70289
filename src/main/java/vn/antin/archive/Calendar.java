package vn.antin.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.sign.LongTerm;
import vn.antin.sign.SignatureLevel;

/** Which archived document must be renewed before which date, and why. Derived from the files; losing it loses nothing. */
@Component
class Calendar {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Calendar(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Why a date stands in the calendar. */
    enum Reason {
        /** The time-stamping authority's certificate expires. */
        CERTIFICATE,
        /** The trust data end the time-stamp's key or digest. */
        ALGORITHM,
        /** It bears no time-stamp at all. */
        NO_STAMP
    }

    /**
     * One document's line.
     *
     * @param part how many extensions it was judged with
     * @param endsAt absent without a time-stamp
     * @param endsName whose certificate, or which algorithm
     * @param failure why the last attempt came to nothing
     */
    record Entry(
            DocumentId document,
            int part,
            SignatureLevel level,
            @Nullable Instant endsAt,
            Reason reason,
            String endsName,
            @Nullable Instant failedAt,
            @Nullable String failure) {}

    /** Documents not yet judged, or judged by other trust data; at most {@code limit}. */
    List<DocumentId> unjudged(String trust, int limit) {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql(
                        "select o.document from archived_original o left join preservation p on p.document = o.document"
                                + " where p.document is null or p.trust <> :trust order by o.sequence limit :limit")
                .param("trust", trust)
                .param("limit", limit)
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list()));
    }

    /** Joins the caller's transaction if there is one. */
    void judged(DocumentId document, int part, String trust, LongTerm.Standing standing) {
        var end = standing.end();
        writing.executeWithoutResult(status -> jdbc.sql(
                        "insert into preservation (document, part, trust, level, ends_at, ends_by, ends_name)"
                                + " values (:document, :part, :trust, :level, :at, :by, :name)"
                                + " on conflict (document) do update set part = :part, trust = :trust, level = :level,"
                                + " ends_at = :at, ends_by = :by, ends_name = :name, failed_at = null, failure = null")
                .param("document", document.toString())
                .param("part", part)
                .param("trust", trust)
                .param("level", standing.level().name())
                .param("at", end.map(it -> micros(it.at())).orElse(null))
                .param(
                        "by",
                        end.map(it -> Reason.valueOf(it.reason().name()))
                                .orElse(Reason.NO_STAMP)
                                .name())
                .param("name", end.map(LongTerm.End::name).orElse(""))
                .update());
    }

    void failed(DocumentId document, Instant at, String why) {
        writing.executeWithoutResult(
                status -> jdbc.sql("update preservation set failed_at = :at, failure = :why where document = :document")
                        .param("at", micros(at))
                        .param("why", why)
                        .param("document", document.toString())
                        .update());
    }

    /**
     * Documents whose time-stamp stops proving before that date, or that have not reached the level; not those that
     * failed since {@code notSince}. The most pressing first, at most {@code limit}.
     */
    List<DocumentId> due(Instant before, SignatureLevel level, Instant notSince, int limit) {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql("select document from preservation"
                        + " where (ends_at is null or ends_at <= :before"
                        + (level == SignatureLevel.B_LTA ? " or level <> 'B_LTA'" : "")
                        + (level == SignatureLevel.B_LT ? " or level not in ('B_LT', 'B_LTA')" : "")
                        + ") and (failed_at is null or failed_at < :since)"
                        + " order by coalesce(ends_at, 0), document limit :limit")
                .param("before", micros(before))
                .param("since", micros(notSince))
                .param("limit", limit)
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list()));
    }

    /** A body's documents, the most pressing first. */
    List<Entry> of(AgencyId agency, int limit) {
        return Objects.requireNonNull(reading.execute(
                status -> jdbc.sql("select p.* from preservation p join register_entry e on e.document = p.document"
                                + " where e.agency = :agency order by coalesce(p.ends_at, 0), p.document limit :limit")
                        .param("agency", agency.value())
                        .param("limit", limit)
                        .query((row, n) -> entry(row))
                        .list()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                DocumentId.parse(row.getString("document")),
                row.getInt("part"),
                SignatureLevel.valueOf(row.getString("level")),
                instant(row, "ends_at"),
                Reason.valueOf(row.getString("ends_by")),
                row.getString("ends_name"),
                instant(row, "failed_at"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
