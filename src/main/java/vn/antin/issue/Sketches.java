package vn.antin.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;

/** What people have typed and not yet saved, so that no text is lost when a browser closes or a session ends. */
@Component
class Sketches {
    /** How many unsaved forms one person is shown. */
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Sketches(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A form as one person left it; {@code signatory} is what the form says, not yet judged. */
    record Sketch(DocumentId document, String template, String signatory, JsonNode answers, Instant savedAt) {}

    /** Keeps the form in place of what was kept of it before. */
    void keep(DocumentId document, PersonId person, String template, String signatory, JsonNode answers) {
        jdbc.sql("insert into sketch (document, person, template, signatory, answers, saved_at)"
                        + " values (:document, :person, :template, :signatory, :answers, :savedAt)"
                        + " on conflict (document, person) do update set template = excluded.template,"
                        + " signatory = excluded.signatory, answers = excluded.answers, saved_at = excluded.saved_at")
                .param("document", document.toString())
                .param("person", person.value())
                .param("template", template)
                .param("signatory", signatory)
                .param("answers", json.writeValueAsString(answers))
                // Whole seconds have one width, so the text sorts as the instants do.
                .param(
                        "savedAt",
                        Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString())
                .update();
    }

    Optional<Sketch> find(DocumentId document, PersonId person) {
        return jdbc.sql("select * from sketch where document = :document and person = :person")
                .param("document", document.toString())
                .param("person", person.value())
                .query((row, n) -> sketch(row))
                .optional();
    }

    /** The person's unsaved forms, last touched first. */
    List<Sketch> of(PersonId person) {
        return jdbc.sql("select * from sketch where person = :person order by saved_at desc, document limit :shown")
                .param("person", person.value())
                .param("shown", SHOWN)
                .query((row, n) -> sketch(row))
                .list();
    }

    void drop(DocumentId document, PersonId person) {
        jdbc.sql("delete from sketch where document = :document and person = :person")
                .param("document", document.toString())
                .param("person", person.value())
                .update();
    }

    private Sketch sketch(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Sketch(
                DocumentId.parse(row.getString("document")),
                row.getString("template"),
                row.getString("signatory"),
                json.readTree(row.getString("answers")),
                Instant.parse(row.getString("saved_at")));
    }
}
