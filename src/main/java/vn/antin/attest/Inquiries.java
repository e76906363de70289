package vn.antin.attest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.attest.Inquiry.Item;
import vn.antin.attest.Inquiry.State;
import vn.antin.attest.Inquiry.Tally;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;

/** The rows that remember each inquiry, its files and their reports. */
@Component
class Inquiries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inquiries(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A file that came in: it waits, unless there is a report already. */
    record Arrived(String name, @Nullable Report report) {}

    Inquiry begin(UUID id, AgencyId agency, PersonId author) {
        jdbc.sql("insert into inquiry (id, agency, author, made_at) values (:id, :agency, :author, :at)")
                .param("id", id.toString())
                .param("agency", agency.value())
                .param("author", author.value())
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    /** Adds all or none of them, from that place on. */
    void add(UUID id, int from, List<Arrived> files) {
        transaction.executeWithoutResult(status -> {
            int place = from;
            for (Arrived it : files) {
                Report report = it.report();
                jdbc.sql("insert into inquiry_file (inquiry, place, name, state, conclusion, report)"
                                + " values (:inquiry, :place, :name, :state, :conclusion, :report)")
                        .param("inquiry", id.toString())
                        .param("place", place++)
                        .param("name", it.name())
                        .param("state", (report == null ? State.WAITING : State.JUDGED).name())
                        .param(
                                "conclusion",
                                report == null ? null : report.conclusion().name())
                        .param("report", report == null ? null : json.writeValueAsString(report))
                        .update();
            }
        });
    }

    /** Tells what came of one that waits; one that was stopped meanwhile stays stopped. */
    void told(UUID id, int place, Report report) {
        jdbc.sql("update inquiry_file set state = 'JUDGED', conclusion = :conclusion, report = :report"
                        + " where inquiry = :inquiry and place = :place and state = 'WAITING'")
                .param("conclusion", report.conclusion().name())
                .param("report", json.writeValueAsString(report))
                .param("inquiry", id.toString())
                .param("place", place)
                .update();
    }

    /** Stops what waits. */
    void cancel(UUID id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update inquiry set cancelled = 1 where id = :id")
                    .param("id", id.toString())
                    .update();
            jdbc.sql("update inquiry_file set state = 'CANCELLED' where inquiry = :id and state = 'WAITING'")
                    .param("id", id.toString())
                    .update();
        });
    }

    void forget(UUID id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from inquiry_file where inquiry = :id")
                    .param("id", id.toString())
                    .update();
            jdbc.sql("delete from inquiry where id = :id")
                    .param("id", id.toString())
                    .update();
        });
    }

    Optional<Inquiry> find(UUID id) {
        return jdbc.sql("select * from inquiry where id = :id")
                .param("id", id.toString())
                .query((row, n) -> inquiry(row))
                .optional();
    }

    /** Theirs, the last first. */
    List<Inquiry> of(PersonId author) {
        return jdbc.sql("select * from inquiry where author = :author order by made_at desc, id")
                .param("author", author.value())
                .query((row, n) -> inquiry(row))
                .list();
    }

    /** Those begun before that moment. */
    List<Inquiry> before(Instant moment) {
        return jdbc.sql("select * from inquiry where made_at < :moment")
                .param("moment", ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .query((row, n) -> inquiry(row))
                .list();
    }

    /** Those in which a file waits, the oldest first. */
    List<UUID> waiting() {
        return jdbc.sql("select distinct i.id, i.made_at from inquiry i join inquiry_file f on f.inquiry = i.id"
                        + " where f.state = 'WAITING' order by i.made_at, i.id")
                .query((row, n) -> UUID.fromString(row.getString("id")))
                .list();
    }

    Optional<Item> next(UUID id) {
        return jdbc.sql("select * from inquiry_file where inquiry = :id and state = 'WAITING' order by place limit 1")
                .param("id", id.toString())
                .query((row, n) -> item(row))
                .optional();
    }

    Optional<Item> item(UUID id, int place) {
        return jdbc.sql("select * from inquiry_file where inquiry = :id and place = :place")
                .param("id", id.toString())
                .param("place", place)
                .query((row, n) -> item(row))
                .optional();
    }

    /** In their order, after that place. */
    List<Item> items(UUID id, int after, int limit) {
        return jdbc.sql("select * from inquiry_file where inquiry = :id and place > :after order by place limit :limit")
                .param("id", id.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    int last(UUID id) {
        return jdbc.sql("select coalesce(max(place), 0) from inquiry_file where inquiry = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    Tally tally(UUID id) {
        record Counted(String state, @Nullable String conclusion, int count) {}
        List<Counted> counted = jdbc.sql("select state, conclusion, count(*) as files from inquiry_file"
                        + " where inquiry = :id group by state, conclusion")
                .param("id", id.toString())
                .query((row, n) ->
                        new Counted(row.getString("state"), row.getString("conclusion"), row.getInt("files")))
                .list();
        Map<State, Integer> states = new EnumMap<>(State.class);
        Map<Conclusion, Integer> conclusions = new EnumMap<>(Conclusion.class);
        for (Counted it : counted) {
            states.merge(State.valueOf(it.state()), it.count(), Integer::sum);
            if (it.conclusion() != null) {
                conclusions.merge(Conclusion.valueOf(it.conclusion()), it.count(), Integer::sum);
            }
        }
        int ended = jdbc.sql("select count(*) from inquiry_file where inquiry = :id"
                        + " and json_extract(report, '$.register.standing.state') in ('REPLACED', 'RECALLED')")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
        return new Tally(
                states.values().stream().mapToInt(Integer::intValue).sum(),
                states.getOrDefault(State.WAITING, 0),
                states.getOrDefault(State.JUDGED, 0),
                states.getOrDefault(State.CANCELLED, 0),
                conclusions,
                ended);
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                UUID.fromString(row.getString("id")),
                new AgencyId(row.getString("agency")),
                new PersonId(row.getString("author")),
                row.getInt("cancelled") == 1,
                Instant.EPOCH.plus(row.getLong("made_at"), ChronoUnit.MICROS));
    }

    private Item item(ResultSet row) throws SQLException {
        String conclusion = row.getString("conclusion");
        String report = row.getString("report");
        return new Item(
                row.getInt("place"),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                conclusion == null ? null : Conclusion.valueOf(conclusion),
                report == null ? null : json.readValue(report, Report.class));
    }
}
