package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;

/** A rule that looks at each mention for itself. */
abstract class MentionRule extends CitationRule {
    MentionRule(Citation citation) {
        super(citation);
    }

    @Override
    final void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        var told = new HashSet<Breach>();
        for (Mention mention : mentions) {
            // The same words twice in one paragraph are one thing to mend.
            judge(mention, document, breach -> {
                if (told.add(breach)) {
                    breaches.accept(breach);
                }
            });
        }
    }

    abstract void judge(Mention mention, Examined document, Consumer<Breach> breaches);
}
