package vn.antin.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.antin.check.Finding;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;
import vn.antin.template.FieldProblem;

/**
 * One document on the outgoing road.
 *
 * @param registrar who enters it in the register and seals it; absent until then, unless named beforehand
 * @param pdf the pages as they stand at this stage; absent while answers are missing or wrong
 * @param particulars what those pages say, as they were made; present with them
 * @param problems what is wrong with the answers
 * @param findings what the gate says of the pages
 * @param unattended whether the whole road was asked for at once, so that it goes on by itself after a crash
 */
public record Issuance(
        DocumentId id,
        Stage stage,
        AgencyId agency,
        PersonId signatory,
        @Nullable PersonId registrar,
        String template,
        Sha256 templateDigest,
        JsonNode answers,
        String subject,
        LookupCode code,
        @Nullable Sha256 pdf,
        @Nullable Particulars particulars,
        List<FieldProblem> problems,
        List<Finding> findings,
        boolean unattended,
        String createdBy,
        Instant changedAt) {
    public Issuance {
        problems = List.copyOf(problems);
        findings = List.copyOf(findings);
    }
}
