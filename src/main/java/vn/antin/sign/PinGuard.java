package vn.antin.sign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Refusal;

/**
 * Counts wrong PINs and locks a key for a while after several in a row. One try a key at a time, so that many at once
 * win no extra guesses. Kept in memory: one entry a key that exists.
 */
final class PinGuard {
    private final int attempts;
    private final Duration pause;
    private final Clock clock;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    PinGuard(int attempts, Duration pause, Clock clock) {
        this.attempts = attempts;
        this.pause = pause;
        this.clock = clock;
    }

    /** What {@code opening} gives; it is empty when the PIN was wrong. */
    <T> T opened(String owner, Supplier<Optional<T>> opening) {
        Tries mine = tries.computeIfAbsent(owner, it -> new Tries());
        mine.oneAtATime.lock();
        try {
            Instant now = clock.instant();
            if (mine.lockedUntil != null && now.isBefore(mine.lockedUntil)) {
                throw locked(Duration.between(now, mine.lockedUntil));
            }
            Optional<T> opened = opening.get();
            if (opened.isPresent()) {
                mine.wrong = 0;
                mine.lockedUntil = null;
                return opened.get();
            }
            // After a pause each further wrong PIN locks again at once, until the right one is given.
            mine.wrong = Math.min(mine.wrong + 1, attempts);
            if (mine.wrong == attempts) {
                mine.lockedUntil = now.plus(pause);
                throw locked(pause);
            }
            throw new Refusal(SignReason.PIN_INCORRECT, attempts - mine.wrong);
        } finally {
            mine.oneAtATime.unlock();
        }
    }

    private static Refusal locked(Duration remaining) {
        return new Refusal(SignReason.PIN_LOCKED, remaining.plusSeconds(59).toMinutes());
    }

    private static final class Tries {
        private final ReentrantLock oneAtATime = new ReentrantLock();
        private int wrong;
        private @Nullable Instant lockedUntil;
    }
}
