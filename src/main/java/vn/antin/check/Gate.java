package vn.antin.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.antin.check.capitals.CapitalRules;
import vn.antin.check.citations.CitationRules;
import vn.antin.check.figures.FigureRules;
import vn.antin.check.nd30.FormatRules;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.render.RenderedDocument;

/** Runs every rule. Only this class makes a {@link CheckedDocument}. */
@Component
public class Gate {
    private static final List<Rule> RULES = Stream.of(
                    FormatRules.all(), CapitalRules.all(), CitationRules.all(), FigureRules.all())
            .flatMap(List::stream)
            .toList();

    private final Clock clock;

    public Gate(Clock clock) {
        this.clock = clock;
    }

    /** Judges the pages; every finding of every rule is in the verdict, none is passed over. */
    public Verdict examine(RenderedDocument document) {
        List<Finding> findings = findings(document.meaning(), PagesSeen.of(document));
        boolean stopped = findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
        return stopped
                ? new Verdict.Stopped(findings)
                : new Verdict.Passed(
                        new CheckedDocument(document.pdf(), document.meaning().particulars()), findings);
    }

    /** Every finding of every rule in force today, whatever the appearance was read from. */
    public List<Finding> findings(AdministrativeDocument meaning, Appearance appearance) {
        var examined = new Examined(meaning, appearance, LocalDate.now(clock));
        var findings = new ArrayList<Finding>();
        for (Rule rule : RULES) {
            if (!examined.day().isBefore(rule.citation().source().inForceFrom())) {
                rule.examine(examined, breach -> findings.add(finding(rule, breach)));
            }
        }
        return findings;
    }

    private static Finding finding(Rule rule, Rule.Breach breach) {
        return new Finding(
                rule.getClass().getSimpleName(),
                rule.citation().words(),
                rule.severity(),
                breach.place().words(),
                breach.what(),
                breach.mend(),
                breach.place(),
                breach.replacement(),
                rule.waivable());
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
