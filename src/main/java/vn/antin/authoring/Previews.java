package vn.antin.authoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.template.TemplateFiles;

/** Trials made while people type, kept for a while so that their pages can be drawn; one at a time for each person. */
@Component
class Previews {
    private static final long KEPT_BYTES = 64L << 20;
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Being made at once for all people together: each may keep one core busy for some seconds. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_WAITING = 2;
    private static final int BYTES_WITHOUT_PAGES = 4096;

    private final Workshop workshop;
    private final Semaphore benches = new Semaphore(AT_ONCE, true);
    private final ConcurrentMap<PersonId, Semaphore> turns = new ConcurrentHashMap<>();
    private final Cache<Key, Trial> made = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Key key, Trial it) ->
                    it.pages() == null ? BYTES_WITHOUT_PAGES : it.pages().size())
            .expireAfterWrite(KEPT)
            .build();

    Previews(Workshop workshop) {
        this.workshop = workshop;
    }

    private record Key(AgencyId agency, String name, Sha256 digest) {}

    /** The trial of these files for the person's body; a refusal when an earlier one of theirs does not end soon. */
    Trial of(String name, TemplateFiles files, Member who) {
        var key = new Key(who.agency(), name, files.digest());
        Trial before = made.getIfPresent(key);
        if (before != null) {
            return before;
        }
        Semaphore turn = turns.computeIfAbsent(who.person(), it -> new Semaphore(1, true));
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw new Refusal(AuthoringReason.PREVIEW_BUSY);
        }
        acquire(turn);
        try {
            acquire(benches);
            try {
                Trial trial = workshop.trial(name, files, who);
                made.put(key, trial);
                return trial;
            } finally {
                benches.release();
            }
        } finally {
            turn.release();
        }
    }

    /** The trial made before of the files with that digest, if it is still kept. */
    Optional<Trial> made(String name, Sha256 digest, Member who) {
        return Optional.ofNullable(made.getIfPresent(new Key(who.agency(), name, digest)));
    }

    private static void acquire(Semaphore turn) {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(AuthoringReason.PREVIEW_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(AuthoringReason.PREVIEW_BUSY, e);
        }
    }
}
