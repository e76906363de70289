package vn.antin.issue;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Composer;
import vn.antin.kernel.Refusal;
import vn.antin.register.RegisterEntry;
import vn.antin.template.Templates;

/** What an issued document says, composed again from its answers, for those who make something else of it. */
@Component
public class Meanings {
    private final Issuances issuances;
    private final Templates templates;
    private final Agencies agencies;
    private final Composer composer;

    Meanings(Issuances issuances, Templates templates, Agencies agencies, Composer composer) {
        this.issuances = issuances;
        this.templates = templates;
        this.agencies = agencies;
        this.composer = composer;
    }

    /**
     * The document of that line of the register; empty when it was not written here, or when its template's revision is not
     * kept, or its body or its signatory are no longer what they were, so that nobody can be sure that the words are the same.
     */
    public Optional<AdministrativeDocument> of(RegisterEntry entry) {
        var particulars = entry.particulars();
        try {
            return issuances.find(particulars.id()).flatMap(it -> {
                var template = templates.revision(it.template(), it.templateDigest());
                var document = composer.compose(
                        template,
                        it.answers(),
                        agencies.named(it.agency()),
                        agencies.signatory(it.agency(), it.signatory(), entry.issuedOn()),
                        it.id(),
                        it.code());
                return document.particulars().equals(particulars) ? Optional.of(document) : Optional.empty();
            });
        } catch (Refusal changed) {
            return Optional.empty();
        }
    }
}
