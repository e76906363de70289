package vn.antin.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.check.Finding;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.template.FieldProblem;

/** The rows that remember how far each document has got. */
@Component
class Issuances {
    private static final TypeReference<List<FieldProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Issuances(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Issuance> find(DocumentId id) {
        return jdbc.sql("select * from issuance where id = :id")
                .param("id", id.toString())
                .query(this::issuance)
                .optional();
    }

    /** The body's documents at these stages, last changed first. */
    List<Issuance> at(AgencyId agency, List<Stage> stages, int limit) {
        return jdbc.sql("select * from issuance where agency = :agency and stage in (:stages)"
                        + " order by changed_at desc, id limit :limit")
                .param("agency", agency.value())
                .param("stages", stages.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query(this::issuance)
                .list();
    }

    /** Documents on which work stopped between two steps that need nobody. */
    List<Issuance> interrupted() {
        return jdbc.sql("select * from issuance where stage = 'SEALED'"
                        + " or (unattended = 1 and stage in ('CHECKED', 'SIGNED', 'NUMBERED')) order by changed_at, id")
                .query(this::issuance)
                .list();
    }

    /** Inserts the document, or replaces what was written of it while it is still open. */
    void write(Issuance it) {
        int rows = jdbc.sql("""
                insert into issuance (id, stage, agency, signatory, registrar, template, template_digest, answers, subject,
                        code, pdf, particulars, problems, findings, unattended, created_by, changed_at)
                values (:id, :stage, :agency, :signatory, :registrar, :template, :templateDigest, :answers, :subject,
                        :code, :pdf, :particulars, :problems, :findings, :unattended, :createdBy, :changedAt)
                on conflict (id) do update set stage = excluded.stage, signatory = excluded.signatory,
                        template = excluded.template, template_digest = excluded.template_digest,
                        answers = excluded.answers, subject = excluded.subject, pdf = excluded.pdf,
                        particulars = excluded.particulars,
                        problems = excluded.problems, findings = excluded.findings, changed_at = excluded.changed_at
                    where issuance.stage in ('DRAFT', 'CHECKED')
                """)
                .param("id", it.id().toString())
                .param("stage", it.stage().name())
                .param("agency", it.agency().value())
                .param("signatory", it.signatory().value())
                .param(
                        "registrar",
                        it.registrar() == null ? null : it.registrar().value())
                .param("template", it.template())
                .param("templateDigest", it.templateDigest().hex())
                .param("answers", json.writeValueAsString(it.answers()))
                .param("subject", it.subject())
                .param("code", it.code().value())
                .param("pdf", it.pdf() == null ? null : it.pdf().hex())
                .param("particulars", it.particulars() == null ? null : json.writeValueAsString(it.particulars()))
                .param("problems", json.writeValueAsString(it.problems()))
                .param("findings", json.writeValueAsString(it.findings()))
                .param("unattended", it.unattended() ? 1 : 0)
                .param("createdBy", it.createdBy())
                .param("changedAt", text(clock.instant()))
                .update();
        if (rows == 0) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
    }

    /** Takes the document from one stage to the next; refused when another hand was faster. */
    void advance(DocumentId id, Stage from, Stage to, Sha256 pdf) {
        int rows = jdbc.sql("update issuance set stage = :to, pdf = :pdf, changed_at = :now"
                        + " where id = :id and stage = :from")
                .param("to", to.name())
                .param("pdf", pdf.hex())
                .param("now", text(clock.instant()))
                .param("id", id.toString())
                .param("from", from.name())
                .update();
        if (rows == 0) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
    }

    private Issuance issuance(ResultSet row, int number) throws SQLException {
        String registrar = row.getString("registrar");
        String pdf = row.getString("pdf");
        String particulars = row.getString("particulars");
        return new Issuance(
                DocumentId.parse(row.getString("id")),
                Stage.valueOf(row.getString("stage")),
                new AgencyId(row.getString("agency")),
                new PersonId(row.getString("signatory")),
                registrar == null ? null : new PersonId(registrar),
                row.getString("template"),
                new Sha256(row.getString("template_digest")),
                json.readTree(row.getString("answers")),
                row.getString("subject"),
                new LookupCode(row.getString("code")),
                pdf == null ? null : new Sha256(pdf),
                particulars == null ? null : json.readValue(particulars, Particulars.class),
                json.readValue(row.getString("problems"), PROBLEMS),
                json.readValue(row.getString("findings"), FINDINGS),
                row.getInt("unattended") == 1,
                row.getString("created_by"),
                Instant.parse(row.getString("changed_at")));
    }

    /** Fixed width, so that the text sorts as the instants do. */
    private static String text(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }
}
