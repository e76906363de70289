package vn.antin.check;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.antin.check.nd30.AnnexesAreReferredTo;
import vn.antin.check.nd30.BodyIsPresent;
import vn.antin.check.nd30.LegalBasesCloseInOrder;
import vn.antin.check.nd30.LettersNameTheirAddressees;
import vn.antin.check.nd30.PagesKeepTheirBoxes;
import vn.antin.check.nd30.RecipientsEndWithTheFileCopy;
import vn.antin.check.nd30.SecretsAreRefused;
import vn.antin.check.nd30.SubjectIsPresent;
import vn.antin.check.nd30.TextEndsWithTheEndMark;
import vn.antin.render.RenderedDocument;

/** Runs every rule. Only this class makes a {@link CheckedDocument}. */
@Component
public class Gate {
    private static final List<Rule> RULES = List.of(
            new SubjectIsPresent(),
            new BodyIsPresent(),
            new LettersNameTheirAddressees(),
            new LegalBasesCloseInOrder(),
            new TextEndsWithTheEndMark(),
            new RecipientsEndWithTheFileCopy(),
            new AnnexesAreReferredTo(),
            new SecretsAreRefused(),
            new PagesKeepTheirBoxes());

    /** Judges the pages; every finding of every rule is in the verdict, none is passed over. */
    public Verdict examine(RenderedDocument document) {
        var findings = new ArrayList<Finding>();
        for (Rule rule : RULES) {
            rule.examine(
                    document,
                    breach -> findings.add(new Finding(
                            rule.getClass().getSimpleName(),
                            rule.citation(),
                            rule.severity(),
                            breach.where(),
                            breach.what(),
                            breach.mend())));
        }
        boolean stopped = findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
        return stopped
                ? new Verdict.Stopped(findings)
                : new Verdict.Passed(
                        new CheckedDocument(document.pdf(), document.meaning().particulars()), findings);
    }

    /** What the gate says. */
    public sealed interface Verdict {
        List<Finding> findings();

        /** May be signed; the findings are warnings. */
        record Passed(CheckedDocument document, List<Finding> findings) implements Verdict {
            public Passed {
                findings = List.copyOf(findings);
            }
        }

        /** May not be signed. */
        record Stopped(List<Finding> findings) implements Verdict {
            public Stopped {
                findings = List.copyOf(findings);
            }
        }
    }
}
