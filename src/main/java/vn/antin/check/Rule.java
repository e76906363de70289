package vn.antin.check;

import java.util.function.Consumer;
import vn.antin.compose.Place;

/** One written rule: where it is written, how grave a breach is, and how a breach is found. */
public interface Rule {
    Citation citation();

    Severity severity();

    /** Tells each breach. */
    void examine(Examined document, Consumer<Breach> breaches);

    /** Whether a named person may let a breach pass with a reason that is archived. */
    default boolean waivable() {
        return true;
    }

    /**
     * A breach before it is signed with the rule's name.
     *
     * @param replacement what the place's quoted words should read; empty when only a person can mend it
     */
    record Breach(Place place, String what, String mend, String replacement) {
        public Breach(Place place, String what, String mend) {
            this(place, what, mend, "");
        }
    }
}
