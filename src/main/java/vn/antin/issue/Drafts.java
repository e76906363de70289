package vn.antin.issue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.antin.check.Severity;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;

/** Where another room hands in what was written elsewhere than in the form; it goes the same way as from the form. */
// Its usual name is taken by a signpost.
@Component("draftsFromElsewhere")
public class Drafts {
    private final OutgoingDesk desk;
    private final Issuances issuances;

    Drafts(OutgoingDesk desk, Issuances issuances) {
        this.desk = desk;
        this.issuances = issuances;
    }

    /** What was written; {@code author} is whoever handed it in. */
    public record Draft(AgencyId agency, PersonId signatory, String template, JsonNode answers, String author) {
        private OutgoingDesk.Draft asWritten() {
            return new OutgoingDesk.Draft(agency, signatory, null, template, answers, false, author);
        }
    }

    /**
     * How a draft stands.
     *
     * @param answers as they are kept now
     * @param faults what keeps it from being signed, in Vietnamese; empty from {@link Stage#CHECKED} on
     */
    public record Written(Stage stage, String subject, LookupCode code, JsonNode answers, List<String> faults) {
        private static Written of(Issuance it) {
            Stream<String> problems = it.problems().stream().map(problem -> problem.message());
            Stream<String> findings = it.findings().stream()
                    .filter(found -> found.severity() == Severity.ERROR)
                    .map(found -> found.where() + ": " + found.what() + " " + found.mend());
            return new Written(
                    it.stage(),
                    it.subject(),
                    it.code(),
                    it.answers(),
                    it.stage() == Stage.DRAFT
                            ? Stream.concat(problems, findings).toList()
                            : List.of());
        }
    }

    /** A name for a document not yet written. */
    public DocumentId newDocument() {
        return desk.newDocument();
    }

    /** Composes the document and throws it away: the refusals of {@link #write} that need no pages to be made. */
    public void rehearse(Draft draft) {
        desk.rehearse(desk.newDocument(), draft.asWritten());
    }

    /** Keeps the draft and makes its pages; {@link Stage#CHECKED} when the gate lets them pass. Written again, replaced. */
    public Written write(DocumentId id, Draft draft) {
        return Written.of(desk.write(id, draft.asWritten()));
    }

    /** The document, if it has been written. */
    public Optional<Written> find(DocumentId id) {
        return issuances.find(id).map(Written::of);
    }
}
