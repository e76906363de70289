package vn.antin.verify;

import java.time.Duration;

/** How long one file may keep us busy; asked wherever hostile input could make a loop long. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    void check() {
        if (System.nanoTime() - end > 0) {
            throw new Passed();
        }
    }

    /** Time is up. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed() {
            super("The time for one file is up", null, false, false);
        }
    }
}
