package vn.antin.check.citations;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;

/** A rule about the instruments that a document cites by number. */
abstract class CitationRule extends ReadingRule {
    CitationRule(Citation citation) {
        super(citation);
    }

    /** Of annex I, part I. */
    static Citation format(String clause) {
        return Citation.decree30("Phụ lục I, Phần I, " + clause);
    }

    @Override
    public final void examine(Examined document, Consumer<Breach> breaches) {
        examine(Mentions.of(document.meaning()), document, breaches);
    }

    /** Tells each breach; the mentions are in reading order. */
    abstract void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches);
}
