package vn.antin.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;
import vn.antin.render.PaperCopies;

/** The rows that remember every copy made. */
@Component
class MadeCopies {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final ApplicationEventPublisher events;

    MadeCopies(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.events = events;
    }

    /** Remembers the copy and puts it on record; its file is kept already. */
    void add(MadeCopy it) {
        writing.executeWithoutResult(status -> {
            jdbc.sql("insert into made_copy (id, form, medium, agency, document, of_copy, subject, foot, digest, size,"
                            + " pages, archival, made_by, made_at) values (:id, :form, :medium, :agency, :document,"
                            + " :ofCopy, :subject, :foot, :digest, :size, :pages, :archival, :madeBy, :madeAt)")
                    .param("id", it.id().toString())
                    .param("form", it.form().name())
                    .param("medium", it.medium().name())
                    .param("agency", it.agency().value())
                    .param(
                            "document",
                            it.document() == null ? null : it.document().toString())
                    .param("ofCopy", it.ofCopy() == null ? null : it.ofCopy().toString())
                    .param("subject", it.subject())
                    .param("foot", it.foot() == null ? null : it.foot().name())
                    .param("digest", it.digest().hex())
                    .param("size", it.size())
                    .param("pages", it.pages())
                    .param("archival", it.archival() ? 1 : 0)
                    .param("madeBy", it.madeBy().value())
                    .param("madeAt", ChronoUnit.MICROS.between(Instant.EPOCH, it.madeAt()))
                    .update();
            events.publishEvent(new CopyMade(it));
        });
    }

    Optional<MadeCopy> find(UUID id) {
        return jdbc.sql("select * from made_copy where id = :id")
                .param("id", id.toString())
                .query((row, n) -> copy(row))
                .optional();
    }

    /** The body's copies, the last first. */
    List<MadeCopy> of(AgencyId agency, int limit) {
        return jdbc.sql("select * from made_copy where agency = :agency order by made_at desc, id limit :limit")
                .param("agency", agency.value())
                .param("limit", limit)
                .query((row, n) -> copy(row))
                .list();
    }

    /** All copies after that one in the order of their identifiers. */
    List<MadeCopy> after(String id, int limit) {
        return jdbc.sql("select * from made_copy where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> copy(row))
                .list();
    }

    private static MadeCopy copy(ResultSet row) throws SQLException {
        String document = row.getString("document");
        String ofCopy = row.getString("of_copy");
        String foot = row.getString("foot");
        return new MadeCopy(
                UUID.fromString(row.getString("id")),
                CopyForm.valueOf(row.getString("form")),
                MadeCopy.Medium.valueOf(row.getString("medium")),
                new AgencyId(row.getString("agency")),
                document == null ? null : DocumentId.parse(document),
                ofCopy == null ? null : UUID.fromString(ofCopy),
                row.getString("subject"),
                foot == null ? null : PaperCopies.Foot.valueOf(foot),
                new Sha256(row.getString("digest")),
                row.getLong("size"),
                row.getInt("pages"),
                row.getInt("archival") == 1,
                new PersonId(row.getString("made_by")),
                Instant.EPOCH.plus(row.getLong("made_at"), ChronoUnit.MICROS));
    }
}
