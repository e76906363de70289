package vn.antin.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.SignReason;

/**
 * Many papers signed by a key at a remote service, with one confirmation for all. What was asked stands on the disk, so a
 * run goes on after a restart; each paper is signed or not, as with a key here.
 */
@Component
class RemotePapers {
    private static final Logger LOG = LoggerFactory.getLogger(RemotePapers.class);

    private final PaperDesk papers;
    private final PaperRuns runs;
    private final OutgoingDesk desk;
    private final SigningDesk signing;
    private final PendingSignatures pending;
    private final Said said;

    RemotePapers(
            PaperDesk papers,
            PaperRuns runs,
            OutgoingDesk desk,
            SigningDesk signing,
            PendingSignatures pending,
            Said said) {
        this.papers = papers;
        this.runs = runs;
        this.desk = desk;
        this.signing = signing;
        this.pending = pending;
        this.said = said;
    }

    /** Begins a run; the pages are made ready for it beside the person at the page. */
    UUID start(Member member, List<Ticked> ticked, String service) {
        UUID id = papers.prepare(member, Act.SIGN, service, ticked);
        papers.hand(id, member.person(), () -> begin(id, service));
        return id;
    }

    private void begin(UUID id, String service) {
        PaperRun run = runs.find(id).orElseThrow();
        try {
            var ready = new ArrayList<SigningDesk.Seen>();
            for (PaperRun.Item it : runs.items(id)) {
                try {
                    desk.toBeSigned(it.document(), run.person(), it.seen());
                    if (pending.openOf(it.document()).isPresent()) {
                        throw new Refusal(SignReason.PENDING_ALREADY);
                    }
                    ready.add(new SigningDesk.Seen(it.document(), it.seen()));
                } catch (Refusal refused) {
                    runs.told(id, it.position(), ItemState.FAILED, said.of(refused));
                }
            }
            if (ready.isEmpty()) {
                runs.end(id, State.DONE, null);
            } else if (running(id)) {
                var begun = signing.begin(ready, run.person(), service);
                runs.follow(id, begun.getFirst().id());
                if (!running(id)) {
                    cancel(begun);
                }
            }
        } catch (Refusal refused) {
            runs.end(id, State.HALTED, said.of(refused));
        } catch (RuntimeException e) {
            LOG.error("Run {} broke off", id, e);
            runs.end(id, State.INTERRUPTED, null);
        }
    }

    /** Whether anything of the run is still under way. */
    boolean moving(PaperRun run) {
        return run.pending() != null || papers.holds(run.id());
    }

    private boolean running(UUID id) {
        return runs.find(id).orElseThrow().state() == State.RUNNING;
    }

    /** Stops: what the service has signed is finished, the rest is given up and still waits in the list. */
    void stop(PaperRun run) {
        papers.stop(run.id());
        PaperRun now = runs.find(run.id()).orElseThrow();
        if (now.pending() != null) {
            cancel(pending.withOne(now.pending()));
        }
    }

    private void cancel(List<PendingSignature> begun) {
        begun.stream()
                .filter(it -> it.state() == PendingSignature.State.AWAITING_VALUE)
                .forEach(it -> pending.cancel(it.id()));
    }

    /** The run that waits for that signature. */
    Optional<PaperRun> waitingFor(PendingSignature it) {
        List<UUID> all =
                pending.withOne(it.id()).stream().map(PendingSignature::id).toList();
        return runs.followed().stream()
                .filter(run -> all.contains(run.pending()))
                .findFirst();
    }

    /** Tells each run what has become of its papers. */
    void lookAfterAll() {
        for (PaperRun run : runs.followed()) {
            try {
                lookAfter(run);
            } catch (RuntimeException e) {
                LOG.error("Run {} could not be looked after", run.id(), e);
            }
        }
    }

    private void lookAfter(PaperRun run) {
        List<PendingSignature> all = pending.withOne(Objects.requireNonNull(run.pending()));
        Map<DocumentId, PendingSignature> each =
                all.stream().collect(Collectors.toMap(PendingSignature::document, Function.identity()));
        Refusal halted = null;
        for (PaperRun.Item it : runs.items(run.id())) {
            PendingSignature one = each.get(it.document());
            if (one == null || it.state() != ItemState.WAITING) {
                continue;
            }
            Refusal why = why(run, one);
            if (one.state() == PendingSignature.State.SIGNED) {
                runs.told(run.id(), it.position(), ItemState.DONE, null);
            } else if (why != null && concernsAll(one)) {
                halted = why;
            } else if (why != null) {
                runs.told(run.id(), it.position(), ItemState.FAILED, said.of(why));
            }
        }
        if (all.stream().noneMatch(it -> it.state().open())) {
            runs.end(run.id(), halted == null ? State.DONE : State.HALTED, halted == null ? null : said.of(halted));
            runs.unfollow(run.id());
        }
    }

    /** Why it ended without a signature; nothing while it is open, or when the person stopped the run. */
    private static @Nullable Refusal why(PaperRun run, PendingSignature one) {
        return switch (one.state()) {
            case AWAITING_VALUE, AWAITING_TIMESTAMP, READY, SIGNED -> null;
            case CANCELLED -> run.state() == State.STOPPED ? null : one.refusal();
            case REJECTED, EXPIRED, FAILED -> one.refusal();
        };
    }

    /** The service answered for the whole act: its papers still wait, and none of them is at fault. */
    private static boolean concernsAll(PendingSignature one) {
        return one.outcome() != SignReason.REMOTE_ANSWER_WRONG
                && one.outcome() != SignReason.PENDING_DAMAGED
                && one.outcome() != SignReason.PENDING_CANCELLED;
    }
}
