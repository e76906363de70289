package vn.antin.check;

import java.util.function.Consumer;
import vn.antin.render.RenderedDocument;

/** One written rule: where it is written, how grave a breach is, and how a breach is found. */
public interface Rule {
    /** Article, clause and point. */
    String citation();

    Severity severity();

    /** Tells each breach. */
    void examine(RenderedDocument document, Consumer<Breach> breaches);

    /** A breach before it is signed with the rule's name. */
    record Breach(String where, String what, String mend) {}
}
