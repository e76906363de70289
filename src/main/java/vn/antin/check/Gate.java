package vn.antin.check;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.antin.check.capitals.CapitalRules;
import vn.antin.check.citations.CitationRules;
import vn.antin.check.figures.FigureRules;
import vn.antin.check.nd30.FormatRules;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Passage;
import vn.antin.kernel.Sha256;
import vn.antin.kernel.Waiver;
import vn.antin.render.RenderedDocument;

/** Runs every rule. Only this class makes a {@link CheckedDocument}. */
@Component
public class Gate {
    private static final List<Rule> RULES = Stream.of(
                    FormatRules.all(), CapitalRules.all(), CitationRules.all(), FigureRules.all())
            .flatMap(List::stream)
            .toList();

    /** A page of the report holds some ten. */
    private static final int MOST_OF_A_RULE = 100;

    private final Clock clock;

    public Gate(Clock clock) {
        this.clock = clock;
    }

    /** Judges pages of which nothing is let pass. */
    public Verdict examine(RenderedDocument document) {
        return examine(document, List.of());
    }

    /**
     * Judges the pages; every finding of every rule is in the verdict, none is passed over: one that is let pass is
     * listed with who let it and why.
     *
     * @param waivers what the document's signatory let pass; each counts only for the very words it was given for
     */
    public Verdict examine(RenderedDocument document, List<Waiver> waivers) {
        List<Finding> findings = findings(document.meaning(), PagesSeen.of(document)).stream()
                .map(finding -> waivers.stream()
                        .filter(finding::isCoveredBy)
                        .findFirst()
                        .map(finding::waivedBy)
                        .orElse(finding))
                .toList();
        if (findings.stream().anyMatch(Finding::stops)) {
            return new Verdict.Stopped(findings);
        }
        List<Waiver> used = findings.stream()
                .flatMap(it -> Stream.ofNullable(it.waiver()))
                .distinct()
                .toList();
        return new Verdict.Passed(
                new CheckedDocument(
                        document.pdf(), document.meaning().particulars().with(used)),
                findings);
    }

    /** Every finding of every rule in force today, whatever the appearance was read from. */
    public List<Finding> findings(AdministrativeDocument meaning, Appearance appearance) {
        var examined = new Examined(meaning, appearance, LocalDate.now(clock));
        var spots = new Spots(Passage.of(meaning), appearance);
        var findings = new ArrayList<Finding>();
        for (Rule rule : RULES) {
            if (!examined.day().isBefore(rule.citation().source().inForceFrom())) {
                findings.addAll(findings(rule, examined, spots));
            }
        }
        return findings;
    }

    /** No more than a person reads; how many more there are is one finding, which lets the document pass as little as they would. */
    private static List<Finding> findings(Rule rule, Examined examined, Spots spots) {
        var findings = new ArrayList<Finding>();
        var more = new AtomicInteger();
        rule.examine(examined, breach -> {
            if (findings.size() < MOST_OF_A_RULE) {
                findings.add(finding(rule, breach, spots));
            } else {
                more.incrementAndGet();
            }
        });
        if (more.get() > 0) {
            findings.add(findings.getLast().andMore(more.get()));
        }
        return findings;
    }

    /** All rules, in the order in which they are asked. */
    static List<Rule> rules() {
        return RULES;
    }

    private static Finding finding(Rule rule, Rule.Breach breach, Spots spots) {
        // Where a place has no text of its own, what is wrong there stands for it.
        String text = spots.text(breach.place());
        return new Finding(
                rule.getClass().getSimpleName(),
                rule.citation().words(),
                rule.severity(),
                breach.place().words(),
                breach.what(),
                breach.mend(),
                breach.place(),
                breach.replacement(),
                rule.waivable(),
                Sha256.of((text.isEmpty() ? breach.what() : text).getBytes(StandardCharsets.UTF_8)),
                spots.spot(breach.place()),
                null);
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
