package vn.antin.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.agency.Member;

/** What people have typed into a template's page and not yet saved. */
@Component
class TemplateSketches {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    TemplateSketches(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param base id of the line of the template's history that was on the page */
    record Sketch(String name, long base, Typed typed, Instant savedAt) {}

    /** Keeps the form in place of what was kept of it before. */
    void keep(Member who, String name, long base, Typed typed) {
        jdbc.sql("insert into template_sketch (agency, name, person, base, content, saved_at)"
                        + " values (:agency, :name, :person, :base, :content, :savedAt)"
                        + " on conflict (agency, name, person) do update set base = excluded.base,"
                        + " content = excluded.content, saved_at = excluded.saved_at")
                .param("agency", who.agency().value())
                .param("name", name)
                .param("person", who.person().value())
                .param("base", base)
                .param("content", json.writeValueAsString(typed))
                .param(
                        "savedAt",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .update();
    }

    Optional<Sketch> find(Member who, String name) {
        return jdbc.sql("select * from template_sketch where agency = :agency and name = :name and person = :person")
                .param("agency", who.agency().value())
                .param("name", name)
                .param("person", who.person().value())
                .query((row, n) -> new Sketch(
                        row.getString("name"),
                        row.getLong("base"),
                        json.readValue(row.getString("content"), Typed.class),
                        Instant.parse(row.getString("saved_at"))))
                .optional();
    }

    /** Names of the templates that the person has begun to edit and not saved. */
    List<String> names(Member who) {
        return jdbc.sql("select name from template_sketch where agency = :agency and person = :person order by name")
                .param("agency", who.agency().value())
                .param("person", who.person().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    void drop(Member who, String name) {
        jdbc.sql("delete from template_sketch where agency = :agency and name = :name and person = :person")
                .param("agency", who.agency().value())
                .param("name", name)
                .param("person", who.person().value())
                .update();
    }
}
