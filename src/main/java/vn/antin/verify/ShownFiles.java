package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.antin.easel.Easel;
import vn.antin.easel.ThenAndNow;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * Files that somebody has just sent, kept in memory for some minutes so that pictures can be drawn of them for whoever has
 * the key that only their answer held. Nothing of them is written anywhere.
 */
@Component
class ShownFiles {
    static final Duration KEPT = Duration.ofMinutes(5);
    /** Of all files that wait; no more than an eighth of the memory there is. */
    private static final long ALL_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final int KEY_BYTES = 16;
    /** What the pictures of one file may take beside it. */
    private static final int PICTURES = 8 << 20;

    private final Easel easel;
    private final RandomGenerator chance;
    private final Cache<String, Shown> files = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .maximumWeight(ALL_BYTES)
            .weigher((String key, Shown it) -> it.size() + PICTURES)
            .build();

    ShownFiles(Easel easel, RandomGenerator chance) {
        this.easel = easel;
        this.chance = chance;
    }

    /** Keeps a file of which there is something to show; the key to it, or nothing. */
    String keep(Content file, Report report) {
        List<SignedState> states = SignedState.of(report);
        if (states.isEmpty() || file.size() + PICTURES > ALL_BYTES) {
            return "";
        }
        byte[] bytes = new byte[KEY_BYTES];
        chance.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        files.put(key, new Shown(easel, file, report.withoutData(), states));
        return key;
    }

    /** The file of that key; a refusal when it is not there any more, or never was. */
    Shown find(String key) {
        Shown found = files.getIfPresent(key);
        if (found == null) {
            throw new Refusal(VerifyReason.PICTURES_GONE, KEPT.toMinutes());
        }
        return found;
    }

    /** One file; its bytes go as soon as it is drawn. */
    static final class Shown {
        private final ReentrantLock lock = new ReentrantLock();
        private final Easel easel;
        private final Report report;
        private final List<SignedState> states;
        private final int size;
        private @Nullable Content file;
        private @Nullable ThenAndNow drawn;

        Shown(Easel easel, Content file, Report report, List<SignedState> states) {
            this.easel = easel;
            this.file = file;
            this.size = file.size();
            this.report = report;
            this.states = states;
        }

        Report report() {
            return report;
        }

        List<SignedState> states() {
            return states;
        }

        int size() {
            return size;
        }

        /** Drawn when first asked for, once; a refusal when too many others are waiting, and then it can be asked again. */
        ThenAndNow drawn() {
            lock.lock();
            try {
                if (drawn == null) {
                    drawn = easel.compare(
                            Objects.requireNonNull(file),
                            states.stream().map(SignedState::end).toList());
                    file = null;
                }
                return drawn;
            } finally {
                lock.unlock();
            }
        }
    }
}
