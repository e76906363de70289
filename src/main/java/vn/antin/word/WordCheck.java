package vn.antin.word;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.check.Finding;
import vn.antin.check.Gate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;

/** Judges any Word file by the gate's rules, without importing it. */
@Component
public class WordCheck {
    /** Of a file that is no document of ours. */
    private static final DocumentId NOBODY = new DocumentId(new UUID(0, 0));

    private static final LookupCode NO_CODE = new LookupCode("0000-0000-0000");

    static final Agency NO_AGENCY = new Agency(new AgencyId("tep-word"), null, "", "", "", null);
    static final Signatory NO_SIGNATORY =
            new Signatory(new PersonId("tep-word"), "", NO_AGENCY.id(), new Authority.Head(""));

    private final Gate gate;

    WordCheck(Gate gate) {
        this.gate = gate;
    }

    /**
     * What was found.
     *
     * @param copy the file with the findings as comments
     */
    public record Checked(WordDraft draft, List<Finding> findings, Content copy) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** The gate's findings on the file as it stands; what it does not say of its body and signatory is taken from these. */
    public Checked check(Content content, Agency unless, Signatory otherwise) {
        return WordReader.inTurn(() -> {
            try (WordPackage file = WordPackage.open(content)) {
                Document document = Xml.parse(file.bytes(file.main()));
                WordDraft draft = WordReader.read(file, document.getDocumentElement());
                List<Finding> findings = findings(draft, unless, otherwise);
                return new Checked(draft, findings, WordComments.written(file, document, draft, findings));
            }
        });
    }

    /** The gate's findings on a draft that was read. */
    public List<Finding> findings(WordDraft draft, Agency unless, Signatory otherwise) {
        return gate.findings(meaning(draft, unless, otherwise), draft.appearance());
    }

    /** What the file says, as it is typed there. */
    public AdministrativeDocument meaning(WordDraft draft, Agency unless, Signatory otherwise) {
        return draft.asTyped(unless, otherwise, NOBODY, NO_CODE);
    }
}
