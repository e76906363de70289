package vn.antin.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.issue.Drafts;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.template.Field;
import vn.antin.template.TemplateRevision;

/**
 * Composes each row before anything is made, so that an unclosed footnote or an uneven table is named together with the
 * missing answers.
 *
 * <p>The composer says what is wrong, not in which answer; so answers are exchanged, one at a time, for the sample's,
 * which is known to be sound: with whichever the trouble goes, there it was.
 */
@Component
class Rehearsal {
    private static final List<String> ANNEX_PARTS = List.of("body", "title", "reference");
    private static final String SOUND = "Nội dung";

    private final Drafts drafts;
    private final Words words;

    Rehearsal(Drafts drafts, Words words) {
        this.drafts = drafts;
        this.words = words;
    }

    /**
     * One trouble.
     *
     * @param path the question in whose answer it lies, {@code annexes/1/body} for an annex; empty if that cannot be told
     */
    record Trouble(String path, String reason) {}

    List<Trouble> troubles(TemplateRevision template, AgencyId body, PersonId signatory, ObjectNode answers) {
        var troubles = new ArrayList<Trouble>();
        ObjectNode current = answers;
        for (int i = 0; i <= template.fields().size(); i++) {
            Optional<Refusal> refusal = compose(template, body, signatory, current);
            if (refusal.isEmpty()) {
                return troubles;
            }
            String reason = words.of(refusal.get());
            ObjectNode before = current;
            Optional<Field> culprit = Optional.empty();
            for (Field field : template.fields()) {
                if (!current.has(field.name())) {
                    continue;
                }
                ObjectNode other = exchanged(template, current, field);
                var again = compose(template, body, signatory, other);
                if (again.isEmpty() || !words.of(again.get()).equals(reason)) {
                    culprit = Optional.of(field);
                    current = other;
                    break;
                }
            }
            if (culprit.isEmpty()) {
                troubles.add(new Trouble("", reason));
                return troubles;
            }
            troubles.add(new Trouble(path(template, body, signatory, before, culprit.get(), reason), reason));
        }
        return troubles;
    }

    private String path(
            TemplateRevision template,
            AgencyId body,
            PersonId signatory,
            ObjectNode answers,
            Field field,
            String reason) {
        if (field.sort() != Field.Sort.ANNEXES) {
            return field.name();
        }
        for (int i = 0; i < answers.path(field.name()).size(); i++) {
            for (String part : ANNEX_PARTS) {
                ObjectNode other = answers.deepCopy();
                if (other.path(field.name()).path(i) instanceof ObjectNode annex && annex.has(part)) {
                    annex.put(part, SOUND);
                    var again = compose(template, body, signatory, other);
                    if (again.isEmpty() || !words.of(again.get()).equals(reason)) {
                        return field.name() + "/" + i + "/" + part;
                    }
                }
            }
        }
        return field.name();
    }

    private static ObjectNode exchanged(TemplateRevision template, ObjectNode answers, Field field) {
        ObjectNode other = answers.deepCopy();
        JsonNode sound = template.sample().path(field.name());
        if (sound.isMissingNode()) {
            other.remove(field.name());
        } else {
            other.set(field.name(), sound);
        }
        return other;
    }

    private Optional<Refusal> compose(TemplateRevision template, AgencyId body, PersonId signatory, JsonNode answers) {
        try {
            drafts.rehearse(new Drafts.Draft(body, signatory, template.name(), answers, signatory.value()));
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }
}
