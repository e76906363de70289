package vn.antin.check.wording;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Passage;

/** A rule that reads the text piece by piece and only warns: a machine that reads may be mistaken. */
public abstract class ReadingRule implements Rule {
    private final Citation citation;

    protected ReadingRule(Citation citation) {
        this.citation = citation;
    }

    @Override
    public final Citation citation() {
        return citation;
    }

    @Override
    public final Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        List<Passage> passages = Passage.of(document.meaning());
        for (Passage passage : passages) {
            read(passage, passage.plain(), breaches);
        }
    }

    /** Tells each breach in one piece of text; a rule that looks at the whole document overrides {@link #examine}. */
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        throw new UnsupportedOperationException("The rule looks at the whole document");
    }
}
