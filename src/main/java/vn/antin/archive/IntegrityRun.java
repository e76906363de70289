package vn.antin.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The integrity check that an archivist has set going; one at a time, in the background. */
@Component
class IntegrityRun {
    private final Integrity integrity;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    IntegrityRun(Integrity integrity, Clock clock) {
        this.integrity = integrity;
        this.clock = clock;
    }

    State state() {
        return state.get();
    }

    /** Starts a check unless one is running. */
    void start() {
        State before = state.get();
        if (!before.running() && state.compareAndSet(before, new State(true, "", 0, 0, 0, null, null))) {
            Thread.ofVirtual().name("integrity").start(this::run);
        }
    }

    private void run() {
        Integrity.Report report = null;
        try {
            report = integrity.examine((check, done, total, faults) ->
                    state.set(new State(true, check, done, Math.max(done, total), faults, null, null)));
        } finally {
            state.set(new State(false, "", 0, 0, 0, report, clock.instant()));
        }
    }

    /**
     * How far it has come.
     *
     * @param report of the last check that ended, absent when it broke off
     */
    record State(
            boolean running,
            String check,
            long done,
            long total,
            int faults,
            Integrity.@Nullable Report report,
            @Nullable Instant endedAt) {
        static final State IDLE = new State(false, "", 0, 0, 0, null, null);
    }
}
