package vn.antin.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.bulk.Batch.RowState;
import vn.antin.bulk.Batch.State;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** The rows that remember each batch and how far each of its rows has got. */
@Component
class Batches {
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> REMARKS = new TypeReference<>() {};
    /** Fixed width, so that the text sorts as the instants do. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Batches(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps the batch with all its rows, or none of it. */
    void keep(Batch batch, List<Batch.Row> rows) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into batch (id, agency, template, template_digest, author, file_name, file_digest, state,
                            remarks, faults, made_at, changed_at)
                    values (:id, :agency, :template, :templateDigest, :author, :fileName, :fileDigest, :state,
                            :remarks, :faults, :now, :now)
                    """)
                    .param("id", batch.id().toString())
                    .param(
                            "agency",
                            batch.agency() == null ? null : batch.agency().value())
                    .param("template", batch.template())
                    .param("templateDigest", batch.templateDigest().hex())
                    .param("author", batch.author())
                    .param("fileName", batch.fileName())
                    .param("fileDigest", batch.fileDigest().hex())
                    .param("state", batch.state().name())
                    .param("remarks", json.writeValueAsString(batch.remarks()))
                    .param("faults", json.writeValueAsString(batch.faults()))
                    .param("now", now())
                    .update();
            rows.forEach(it -> keep(batch.id(), it));
        });
    }

    private void keep(UUID batch, Batch.Row it) {
        jdbc.sql("""
                insert into batch_row (batch, row, name, agency, signatory, subject, answers, document, state, faults)
                values (:batch, :row, :name, :agency, :signatory, :subject, :answers, :document, :state, :faults)
                """)
                .param("batch", batch.toString())
                .param("row", it.number())
                .param("name", it.name())
                .param("agency", it.agency() == null ? null : it.agency().value())
                .param(
                        "signatory",
                        it.signatory() == null ? null : it.signatory().value())
                .param("subject", it.subject())
                .param("answers", json.writeValueAsString(it.answers()))
                .param("document", it.document() == null ? null : it.document().toString())
                .param("state", it.state().name())
                .param("faults", json.writeValueAsString(it.faults()))
                .update();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from batch where id = :id")
                .param("id", id.toString())
                .query(this::batch)
                .optional();
    }

    /** The body's batches, last made first. */
    List<Batch> of(AgencyId agency, int limit) {
        return jdbc.sql("select * from batch where agency = :agency order by made_at desc, id limit :limit")
                .param("agency", agency.value())
                .param("limit", limit)
                .query(this::batch)
                .list();
    }

    /** Batches of that very file for that template and body, last made first. */
    List<Batch> ofFile(Sha256 digest, String template, @Nullable AgencyId agency) {
        return jdbc.sql("select * from batch where file_digest = :digest and template = :template"
                        + " and agency is :agency order by made_at desc")
                .param("digest", digest.hex())
                .param("template", template)
                .param("agency", agency == null ? null : agency.value())
                .query(this::batch)
                .list();
    }

    /** Batches on which work stopped when the service did, oldest first. */
    List<Batch> running() {
        return jdbc.sql("select * from batch where state = 'RUNNING' order by made_at")
                .query(this::batch)
                .list();
    }

    /** Takes the batch to another state; false when another hand was faster. */
    boolean advance(UUID id, List<State> from, State to) {
        return jdbc.sql("update batch set state = :to, changed_at = :now where id = :id and state in (:from)")
                        .param("to", to.name())
                        .param("now", now())
                        .param("id", id.toString())
                        .param("from", from.stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    /** Lets a batch run for the first time; of two of the very same file only one, whoever asks at the same moment. */
    boolean begin(UUID id, boolean again) {
        return jdbc.sql("update batch set state = 'RUNNING', changed_at = :now where id = :id and state = 'READ'"
                                + " and (:again or not exists (select 1 from batch other where other.id <> batch.id"
                                + " and other.file_digest = batch.file_digest and other.template = batch.template"
                                + " and other.agency is batch.agency and other.state <> 'READ'))")
                        .param("now", now())
                        .param("id", id.toString())
                        .param("again", again)
                        .update()
                == 1;
    }

    /** Forgets a batch of which nothing has been made. */
    void forget(UUID id) {
        int rows = jdbc.sql("delete from batch where id = :id and state = 'READ'")
                .param("id", id.toString())
                .update();
        if (rows == 0) {
            throw new Refusal(BulkReason.NOT_NOW);
        }
    }

    /** The next row to be made. */
    Optional<Batch.Row> next(UUID id) {
        return jdbc.sql("select * from batch_row where batch = :id and state = 'WAITING' order by row limit 1")
                .param("id", id.toString())
                .query(this::row)
                .optional();
    }

    List<Batch.Row> rows(UUID id) {
        return jdbc.sql("select * from batch_row where batch = :id order by row")
                .param("id", id.toString())
                .query(this::row)
                .list();
    }

    /** All rows without their answers: those of two thousand documents are more than a page has room for. */
    List<Batch.Row> rowsWithoutAnswers(UUID id) {
        return jdbc.sql("select row, name, agency, signatory, subject, '{}' as answers, document, code, state, faults"
                        + " from batch_row where batch = :id order by row")
                .param("id", id.toString())
                .query(this::row)
                .list();
    }

    /** Says what has become of a row; what was answered is the document's from then on. */
    void told(UUID id, int row, RowState state, String subject, @Nullable String code, List<Fault> faults) {
        jdbc.sql("update batch_row set state = :state, subject = :subject, code = :code, faults = :faults,"
                        + " answers = case :state when 'REFUSED' then answers else '{}' end"
                        + " where batch = :id and row = :row and state = 'WAITING'")
                .param("state", state.name())
                .param("subject", subject)
                .param("code", code)
                .param("faults", json.writeValueAsString(faults))
                .param("id", id.toString())
                .param("row", row)
                .update();
    }

    Batch.Tally tally(UUID id) {
        var counts = new EnumMap<RowState, Integer>(RowState.class);
        jdbc.sql("select state, count(*) from batch_row where batch = :id group by state")
                .param("id", id.toString())
                .query(row -> {
                    counts.put(RowState.valueOf(row.getString(1)), row.getInt(2));
                });
        return new Batch.Tally(
                counts.getOrDefault(RowState.WRONG, 0),
                counts.getOrDefault(RowState.WAITING, 0),
                counts.getOrDefault(RowState.MADE, 0),
                counts.getOrDefault(RowState.DRAFT, 0),
                counts.getOrDefault(RowState.REFUSED, 0));
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        String agency = row.getString("agency");
        return new Batch(
                UUID.fromString(row.getString("id")),
                agency == null ? null : new AgencyId(agency),
                row.getString("template"),
                new Sha256(row.getString("template_digest")),
                row.getString("author"),
                row.getString("file_name"),
                new Sha256(row.getString("file_digest")),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("remarks"), REMARKS),
                json.readValue(row.getString("faults"), FAULTS),
                Instant.parse(row.getString("made_at")),
                Instant.parse(row.getString("changed_at")));
    }

    private Batch.Row row(ResultSet row, int number) throws SQLException {
        String agency = row.getString("agency");
        String signatory = row.getString("signatory");
        String document = row.getString("document");
        return new Batch.Row(
                row.getInt("row"),
                row.getString("name"),
                agency == null ? null : new AgencyId(agency),
                signatory == null ? null : new PersonId(signatory),
                row.getString("subject"),
                json.readTree(row.getString("answers")),
                document == null ? null : DocumentId.parse(document),
                row.getString("code"),
                RowState.valueOf(row.getString("state")),
                json.readValue(row.getString("faults"), FAULTS));
    }

    private String now() {
        return MOMENT.format(clock.instant());
    }
}
