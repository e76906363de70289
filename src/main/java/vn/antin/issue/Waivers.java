package vn.antin.issue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;
import vn.antin.kernel.Waiver;

/** What signatories let pass, whether it still counts or not. */
@Component
class Waivers {
    private final JdbcClient jdbc;

    Waivers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What that person let pass in the document, first to last. Another signatory answers for none of it. */
    List<Waiver> of(DocumentId document, PersonId signatory) {
        return jdbc.sql("select * from check_waiver where document = :document and person = :person"
                        + " order by waived_at, rule")
                .param("document", document.toString())
                .param("person", signatory.value())
                .query((row, n) -> new Waiver(
                        row.getString("rule"),
                        row.getString("citation"),
                        row.getString("part"),
                        row.getString("place"),
                        row.getString("words"),
                        new Sha256(row.getString("text")),
                        new PersonId(row.getString("person")),
                        row.getString("name"),
                        row.getString("reason"),
                        Instant.EPOCH.plus(row.getLong("waived_at"), ChronoUnit.MICROS)))
                .list();
    }

    void add(DocumentId document, Waiver it) {
        jdbc.sql("insert into check_waiver"
                        + " (document, rule, citation, part, place, words, text, person, name, reason, waived_at)"
                        + " values (:document, :rule, :citation, :part, :place, :words, :text, :person, :name, :reason,"
                        + " :at) on conflict do nothing")
                .param("document", document.toString())
                .param("rule", it.rule())
                .param("citation", it.citation())
                .param("part", it.part())
                .param("place", it.where())
                .param("words", it.words())
                .param("text", it.text().hex())
                .param("person", it.person().value())
                .param("name", it.name())
                .param("reason", it.reason())
                .param("at", ChronoUnit.MICROS.between(Instant.EPOCH, it.at()))
                .update();
    }
}
