package vn.antin.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;

/** The rows that remember each run and what became of each of its papers. */
@Component
class PaperRuns {
    /** Fixed width, so that the text sorts as the instants do. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaperRuns(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps the run with all its papers, or none of it. */
    void keep(UUID id, AgencyId agency, PersonId person, Act act, @Nullable String service, List<PaperRun.Item> items) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into paper_run (id, agency, person, act, service, state, made_at, changed_at)"
                            + " values (:id, :agency, :person, :act, :service, 'RUNNING', :now, :now)")
                    .param("id", id.toString())
                    .param("agency", agency.value())
                    .param("person", person.value())
                    .param("act", act.name())
                    .param("service", service)
                    .param("now", now())
                    .update();
            for (PaperRun.Item it : items) {
                jdbc.sql("insert into paper_run_item (run, position, document, subject, seen, state)"
                                + " values (:run, :position, :document, :subject, :seen, 'WAITING')")
                        .param("run", id.toString())
                        .param("position", it.position())
                        .param("document", it.document().toString())
                        .param("subject", it.subject())
                        .param("seen", it.seen().hex())
                        .update();
            }
        });
    }

    Optional<PaperRun> find(UUID id) {
        return jdbc.sql("select * from paper_run where id = :id")
                .param("id", id.toString())
                .query(PaperRuns::run)
                .optional();
    }

    /** The person's runs, last made first. */
    List<PaperRun> of(PersonId person, int limit) {
        return jdbc.sql("select * from paper_run where person = :person order by made_at desc, id limit :limit")
                .param("person", person.value())
                .param("limit", limit)
                .query(PaperRuns::run)
                .list();
    }

    List<PaperRun> running() {
        return jdbc.sql("select * from paper_run where state = 'RUNNING'")
                .query(PaperRuns::run)
                .list();
    }

    /** From now on the run waits for those signatures. */
    void follow(UUID run, UUID pending) {
        jdbc.sql("update paper_run set pending = :pending where id = :id")
                .param("pending", pending.toString())
                .param("id", run.toString())
                .update();
    }

    /** Nothing of the run is open any more. */
    void unfollow(UUID run) {
        jdbc.sql("update paper_run set pending = null where id = :id")
                .param("id", run.toString())
                .update();
    }

    /** Those that wait for a remote service. */
    List<PaperRun> followed() {
        return jdbc.sql("select * from paper_run where pending is not null order by made_at, id")
                .query(PaperRuns::run)
                .list();
    }

    List<PaperRun.Item> items(UUID run) {
        return jdbc.sql("select * from paper_run_item where run = :run order by position")
                .param("run", run.toString())
                .query(PaperRuns::item)
                .list();
    }

    PaperRun.Tally tally(UUID run) {
        return jdbc.sql("select count(*), coalesce(sum(state = 'DONE'), 0), coalesce(sum(state = 'FAILED'), 0)"
                        + " from paper_run_item where run = :run")
                .param("run", run.toString())
                .query((row, n) -> new PaperRun.Tally(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Takes a running run to its end; false when it has ended already. */
    boolean end(UUID id, State to, @Nullable String reason) {
        return jdbc.sql("update paper_run set state = :to, reason = :reason, changed_at = :now"
                                + " where id = :id and state = 'RUNNING'")
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("now", now())
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    void told(UUID run, int position, ItemState state, @Nullable String reason) {
        jdbc.sql("update paper_run_item set state = :state, reason = :reason"
                        + " where run = :run and position = :position")
                .param("state", state.name())
                .param("reason", reason)
                .param("run", run.toString())
                .param("position", position)
                .update();
    }

    private static PaperRun run(ResultSet row, int number) throws SQLException {
        return new PaperRun(
                UUID.fromString(row.getString("id")),
                new AgencyId(row.getString("agency")),
                new PersonId(row.getString("person")),
                Act.valueOf(row.getString("act")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("service"),
                Optional.ofNullable(row.getString("pending"))
                        .map(UUID::fromString)
                        .orElse(null),
                Instant.parse(row.getString("made_at")),
                Instant.parse(row.getString("changed_at")));
    }

    private static PaperRun.Item item(ResultSet row, int number) throws SQLException {
        return new PaperRun.Item(
                row.getInt("position"),
                DocumentId.parse(row.getString("document")),
                row.getString("subject"),
                new Sha256(row.getString("seen")),
                ItemState.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private String now() {
        return MOMENT.format(clock.instant());
    }
}
