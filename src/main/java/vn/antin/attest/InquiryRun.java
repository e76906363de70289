package vn.antin.attest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.antin.attest.Inquiry.Item;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.verify.Report;
import vn.antin.verify.Unjudged;
import vn.antin.verify.Verifier;

/**
 * Judges what waits, one file after the other, a file of each inquiry in turn, beside the people at the public page.
 * Goes on after a restart; forgets files and results when their time is over.
 */
@Component
class InquiryRun implements DisposableBean {
    /** How long a file may wait, and how long results are kept. */
    static final Duration FILES_KEPT = Duration.ofDays(1);

    static final Duration RESULTS_KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(InquiryRun.class);
    private static final Duration SWEPT_EACH = Duration.ofHours(1);
    private static final Duration BUSY_FOR = Duration.ofSeconds(1);

    private final Inquiries inquiries;
    private final WaitingFiles files;
    private final Verifier verifier;
    private final Clock clock;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean closing;

    InquiryRun(Inquiries inquiries, WaitingFiles files, Verifier verifier, Clock clock) {
        this.inquiries = inquiries;
        this.files = files;
        this.verifier = verifier;
        this.clock = clock;
        thread.setPoolSize(1);
        thread.setThreadNamePrefix("attest-");
        thread.setDaemon(true);
        thread.initialize();
    }

    /** What was under way when the service stopped goes on when it starts. */
    @EventListener(WebServerInitializedEvent.class)
    void takeUp() {
        var unused = thread.scheduleWithFixedDelay(this::sweep, clock.instant(), SWEPT_EACH);
        wake();
    }

    void wake() {
        if (awake.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        awake.set(false);
        try {
            for (List<UUID> waiting = inquiries.waiting(); !waiting.isEmpty(); waiting = inquiries.waiting()) {
                for (UUID id : waiting) {
                    if (closing) {
                        return;
                    }
                    inquiries.next(id).ifPresent(it -> judge(id, it));
                }
            }
        } catch (Refusal | DataAccessException | TransactionException e) {
            // Too much to do just now: what waits, waits on.
            LOG.info("Judging many files pauses ({})", e.getClass());
            var unused = thread.schedule(this::wake, clock.instant().plus(BUSY_FOR));
        }
    }

    private void judge(UUID id, Item it) {
        Optional<Content> file = read(id, it);
        // Lost with a disk, or swept away: said so, and the others go on.
        Report report = file.map(content -> verifier.verify(content, it.name()).withoutData())
                .orElseGet(() -> verifier.left(Unjudged.MISSING, it.name(), 0));
        inquiries.told(id, it.place(), report);
        files.remove(id, it.place());
    }

    private Optional<Content> read(UUID id, Item it) {
        try {
            return Optional.of(files.read(id, it.place()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes away what is over its time, and files that no row names. */
    void sweep() {
        try {
            inquiries.before(clock.instant().minus(FILES_KEPT)).stream()
                    .filter(it -> !inquiries.tally(it.id()).done())
                    .forEach(it -> inquiries.cancel(it.id()));
            inquiries.before(clock.instant().minus(RESULTS_KEPT)).forEach(it -> inquiries.forget(it.id()));
            for (UUID id : files.inquiries()) {
                boolean needed =
                        inquiries.find(id).isPresent() && !inquiries.tally(id).done();
                boolean coming = inquiries
                        .find(id)
                        .filter(it -> it.madeAt().isAfter(clock.instant().minus(FILES_KEPT)))
                        .isPresent();
                if (!needed && !coming) {
                    files.remove(id);
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Old inquiries could not be forgotten yet", e);
        }
    }

    @Override
    public void destroy() {
        closing = true;
        thread.shutdown();
    }
}
