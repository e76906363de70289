package vn.antin.sign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;

/** The rows of signatures under way. Each change of state names the state it starts from, so that it happens once. */
@Component
class PendingRows {
    private static final String OPEN = "('AWAITING_VALUE', 'AWAITING_TIMESTAMP', 'READY')";
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Everything that is needed to go on after a restart.
     *
     * @param attributes absent where a tool makes the whole signature
     * @param value once it is here
     */
    record Row(
            PendingSignature of,
            UUID act,
            int place,
            int sourceSize,
            Sha256 prepared,
            int from,
            int to,
            @Nullable Content attributes,
            List<byte[]> chain,
            @Nullable Content value,
            @Nullable Sha256 result,
            int tries) {}

    void insert(Row it, @Nullable Sha256 fetchKey, @Nullable Sha256 bringKey) {
        PendingSignature of = it.of();
        jdbc.sql("""
                insert into pending_signature (id, act, place, document, agency, person, way, state, source, source_size,
                        prepared, range_from, range_to, attributes, chain, fetch_key, bring_key, next_try_at, created_at,
                        expires_at, changed_at)
                values (:id, :act, :place, :document, :agency, :person, :way, :state, :source, :sourceSize, :prepared,
                        :from, :to, :attributes, :chain, :fetchKey, :bringKey, :created, :created, :expires, :created)
                """)
                .param("id", of.id().toString())
                .param("act", it.act().toString())
                .param("place", it.place())
                .param("document", of.document().toString())
                .param("agency", of.agency().value())
                .param("person", of.person().value())
                .param("way", of.way().name())
                .param("state", of.state().name())
                .param("source", of.source().hex())
                .param("sourceSize", it.sourceSize())
                .param("prepared", it.prepared().hex())
                .param("from", it.from())
                .param("to", it.to())
                .param(
                        "attributes",
                        base64(it.attributes() == null ? null : it.attributes().bytes()))
                .param(
                        "chain",
                        String.join(
                                "\n",
                                it.chain().stream().map(PendingRows::base64).toList()))
                .param("fetchKey", fetchKey == null ? null : fetchKey.hex())
                .param("bringKey", bringKey == null ? null : bringKey.hex())
                .param("created", text(of.createdAt()))
                .param("expires", text(of.expiresAt()))
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from pending_signature where id = :id")
                .param("id", id.toString())
                .query(this::row)
                .optional();
    }

    Optional<Row> openOf(DocumentId document) {
        return jdbc.sql("select * from pending_signature where document = :document and state in " + OPEN)
                .param("document", document.toString())
                .query(this::row)
                .optional();
    }

    Optional<Row> lastOf(DocumentId document) {
        return jdbc.sql("select * from pending_signature where document = :document"
                        + " order by created_at desc, id limit 1")
                .param("document", document.toString())
                .query(this::row)
                .optional();
    }

    List<Row> ofAct(UUID act) {
        return jdbc.sql("select * from pending_signature where act = :act order by place")
                .param("act", act.toString())
                .query(this::row)
                .list();
    }

    /** Open ones whose next step is due. */
    List<Row> due(int limit) {
        return jdbc.sql("select * from pending_signature where state in " + OPEN
                        + " and next_try_at <= :now order by next_try_at, id limit :limit")
                .param("now", text(clock.instant()))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Takes up the one-time key, if it is still there; it is gone afterwards. */
    Optional<Row> takeFetchKey(Sha256 key) {
        return take("fetch_key", key);
    }

    Optional<Row> takeBringKey(Sha256 key) {
        return take("bring_key", key);
    }

    private Optional<Row> take(String column, Sha256 key) {
        Optional<String> id = jdbc.sql("update pending_signature set " + column + " = null where " + column
                        + " = :key and state = 'AWAITING_VALUE' and expires_at > :now returning id")
                .param("key", key.hex())
                .param("now", text(clock.instant()))
                .query(String.class)
                .optional();
        return id.flatMap(it -> find(UUID.fromString(it)));
    }

    /** A file that was brought and not accepted may be brought again. */
    void giveBack(UUID id, Sha256 bringKey) {
        jdbc.sql("update pending_signature set bring_key = :key where id = :id and state = 'AWAITING_VALUE'")
                .param("key", bringKey.hex())
                .param("id", id.toString())
                .update();
    }

    /** Whether this call, and no other, brought the value. */
    boolean value(UUID id, byte[] value) {
        return jdbc.sql("update pending_signature set state = 'AWAITING_TIMESTAMP', value = :value, changed_at = :now,"
                                + " next_try_at = :now where id = :id and state = 'AWAITING_VALUE'")
                        .param("value", base64(value))
                        .param("now", text(clock.instant()))
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** The same for a whole file. */
    boolean file(UUID id, Sha256 file, int from, int to, byte[] value) {
        return jdbc.sql("update pending_signature set state = 'AWAITING_TIMESTAMP', value = :value, prepared = :file,"
                                + " range_from = :from, range_to = :to, changed_at = :now, next_try_at = :now"
                                + " where id = :id and state = 'AWAITING_VALUE'")
                        .param("value", base64(value))
                        .param("file", file.hex())
                        .param("from", from)
                        .param("to", to)
                        .param("now", text(clock.instant()))
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    void ready(UUID id, Sha256 result) {
        jdbc.sql("update pending_signature set state = 'READY', result = :result, changed_at = :now, next_try_at = :now"
                        + " where id = :id and state = 'AWAITING_TIMESTAMP'")
                .param("result", result.hex())
                .param("now", text(clock.instant()))
                .param("id", id.toString())
                .update();
    }

    /** Whether this call, and no other until then, may ask for the act's values. */
    boolean claim(UUID act, Instant until) {
        return jdbc.sql("update pending_signature set next_try_at = :until where act = :act"
                                + " and state = 'AWAITING_VALUE' and next_try_at <= :now")
                        .param("until", text(until))
                        .param("act", act.toString())
                        .param("now", text(clock.instant()))
                        .update()
                > 0;
    }

    /**
     * Gives the act back to whoever comes first from then on: all of its rows by one statement, for between two somebody
     * could claim it and have it taken away again.
     */
    void laterAct(UUID act, Instant next) {
        jdbc.sql("update pending_signature set tries = tries + 1, next_try_at = :next where act = :act"
                        + " and state = 'AWAITING_VALUE'")
                .param("next", text(next))
                .param("act", act.toString())
                .update();
    }

    void later(UUID id, Instant next) {
        jdbc.sql("update pending_signature set tries = tries + 1, next_try_at = :next where id = :id")
                .param("next", text(next))
                .param("id", id.toString())
                .update();
    }

    /** Ends it; does nothing when it has ended. */
    boolean end(UUID id, PendingSignature.State state, @Nullable SignReason outcome) {
        return jdbc.sql("update pending_signature set state = :state, outcome = :outcome, changed_at = :now,"
                                + " fetch_key = null, bring_key = null where id = :id and state in " + OPEN)
                        .param("state", state.name())
                        .param("outcome", outcome == null ? null : outcome.name())
                        .param("now", text(clock.instant()))
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String chain = row.getString("chain");
        String result = row.getString("result");
        return new Row(
                new PendingSignature(
                        UUID.fromString(row.getString("id")),
                        DocumentId.parse(row.getString("document")),
                        new AgencyId(row.getString("agency")),
                        new PersonId(row.getString("person")),
                        PendingSignature.Way.valueOf(row.getString("way")),
                        PendingSignature.State.valueOf(row.getString("state")),
                        outcome == null ? null : SignReason.valueOf(outcome),
                        new Sha256(row.getString("source")),
                        Instant.parse(row.getString("created_at")),
                        Instant.parse(row.getString("expires_at"))),
                UUID.fromString(row.getString("act")),
                row.getInt("place"),
                row.getInt("source_size"),
                new Sha256(row.getString("prepared")),
                row.getInt("range_from"),
                row.getInt("range_to"),
                content(row.getString("attributes")),
                chain.isEmpty()
                        ? List.of()
                        : chain.lines().map(Base64.getDecoder()::decode).toList(),
                content(row.getString("value")),
                result == null ? null : new Sha256(result),
                row.getInt("tries"));
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable Content content(@Nullable String base64) {
        return base64 == null ? null : Content.of(Base64.getDecoder().decode(base64));
    }

    private static String text(Instant instant) {
        return SORTABLE.format(instant);
    }
}
