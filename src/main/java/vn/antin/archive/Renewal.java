package vn.antin.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.LongTerm;
import vn.antin.trust.TrustStatus;

/**
 * Renews archived documents before their newest time-stamp stops proving: newer proofs and one more time-stamp are
 * appended, beside the original. Each document by itself: whenever the power fails, those that are done are done, and the
 * next run goes on with the others.
 */
@Component
class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int BATCH = 100;

    private final Archive archive;
    private final Extensions extensions;
    private final Calendar calendar;
    private final LongTerm longTerm;
    private final TrustStatus trust;
    private final RenewalProperties settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate writing;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    Renewal(
            Archive archive,
            Extensions extensions,
            Calendar calendar,
            LongTerm longTerm,
            TrustStatus trust,
            RenewalProperties settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.archive = archive;
        this.extensions = extensions;
        this.calendar = calendar;
        this.longTerm = longTerm;
        this.trust = trust;
        this.settings = settings;
        this.events = events;
        this.writing = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** How many were renewed, and how many could not be. */
    record Outcome(int renewed, int failed) {}

    /** Brings the calendar up to date, then renews what is due. A second run at the same time does nothing. */
    Outcome run() {
        if (!running.compareAndSet(false, true)) {
            return new Outcome(0, 0);
        }
        try {
            while (judge(BATCH)) {
                // The next ones.
            }
            return renewDue();
        } finally {
            running.set(false);
        }
    }

    /** Judges what the calendar does not know yet, or knows by other trust data, so many at most; whether there may be more. */
    boolean judge(int most) {
        String version = trust.version();
        List<DocumentId> unjudged = calendar.unjudged(version, most);
        unjudged.forEach(it -> judge(it, version));
        return unjudged.size() == most;
    }

    private void judge(DocumentId document, String version) {
        try {
            var whole = extensions.renewed(archive.byDocument(document).orElseThrow());
            calendar.judged(document, whole.parts(), version, longTerm.standing(whole.file()));
        } catch (Refusal e) {
            // It stays in the calendar as one that nothing vouches for.
            LOG.warn(
                    "An archived document cannot be judged for renewal: {} {}",
                    document,
                    e.reason().key());
            calendar.judged(
                    document,
                    0,
                    version,
                    new LongTerm.Standing(vn.antin.sign.SignatureLevel.B_B, false, Optional.empty()));
            calendar.failed(document, clock.instant(), e.reason().key());
        }
    }

    private Outcome renewDue() {
        Instant now = clock.instant();
        int renewed = 0;
        int failed = 0;
        // Once each in a run, whatever becomes of it.
        Set<DocumentId> tried = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (DocumentId it :
                    calendar.due(now.plus(settings.before()), longTerm.wanted(), now.minus(settings.pause()), BATCH)) {
                if (tried.add(it)) {
                    more = true;
                    if (renew(it)) {
                        renewed++;
                    } else {
                        failed++;
                    }
                }
            }
        }
        return new Outcome(renewed, failed);
    }

    private boolean renew(DocumentId document) {
        try {
            ArchivedOriginal original = archive.byDocument(document).orElseThrow();
            var before = extensions.renewed(original);
            var was = longTerm.standing(before.file());
            // Asked outside of any transaction: it may take minutes.
            Content longer = longTerm.preserved(before.file(), settings.patience());
            var is = longTerm.standing(longer);
            String reason = was.end()
                    .map(it -> it.reason().name() + " " + it.name() + " " + it.at())
                    .orElse("NO_STAMP");
            if (!gained(was, is)) {
                throw new Refusal(ArchiveReason.NOTHING_GAINED, reason);
            }
            writing.executeWithoutResult(status -> {
                extensions.add(document, before, longer, Calendar.micros(clock.instant()), reason);
                calendar.judged(document, before.parts() + 1, trust.version(), is);
                events.publishEvent(new OriginalExtended(document, before.parts() + 1, longer.digest(), reason));
            });
            return true;
        } catch (Refusal e) {
            LOG.warn(
                    "A document could not be renewed: {} {} {}",
                    document,
                    e.reason().key(),
                    e.arguments());
            calendar.failed(document, clock.instant(), told(e));
            return false;
        }
    }

    /** A stamp that ends no later than the one before it would only make the file longer, again and again. */
    private static boolean gained(LongTerm.Standing was, LongTerm.Standing is) {
        if (is.level().compareTo(was.level()) > 0 || was.end().isEmpty()) {
            return true;
        }
        return is.end().isPresent()
                && is.end().get().at().isAfter(was.end().get().at());
    }

    private static String told(Refusal refusal) {
        return refusal.reason().key() + (refusal.arguments().isEmpty() ? "" : " " + refusal.arguments());
    }
}
