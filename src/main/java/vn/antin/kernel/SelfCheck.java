package vn.antin.kernel;

import java.util.List;

/** One room's proof that what it keeps is whole. Every room that keeps something contributes one. */
public interface SelfCheck {
    /** Which room's store: {@code archive}; its Vietnamese name stands under {@code check.<name>}. */
    String name();

    /** Tells the witness of every fault, and of none when all is whole. Changes nothing. */
    void check(Witness witness);

    /** Who is told while a check runs. */
    interface Witness {
        void fault(Fault fault);

        /** How far the check has come, {@code done} of about {@code total} things. */
        void progress(long done, long total);
    }

    /**
     * Something that is not as it must be.
     *
     * @param code {@code archive.MISSING}; its Vietnamese text stands under {@code fault.<code>}
     * @param subjects what the text names, the thing itself first
     */
    record Fault(String code, List<String> subjects) {
        public Fault {
            subjects = List.copyOf(subjects);
        }

        public Fault(String code, Object... subjects) {
            this(code, java.util.Arrays.stream(subjects).map(String::valueOf).toList());
        }
    }
}
