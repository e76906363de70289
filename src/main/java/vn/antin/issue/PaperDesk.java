package vn.antin.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import vn.antin.agency.AgencyReason;
import vn.antin.agency.Member;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.Pin;
import vn.antin.sign.SignReason;

/**
 * Signs or seals many papers with one PIN, one after the other, beside the people at the pages.
 *
 * <p>Each paper takes the same step of {@link OutgoingDesk} as when it is signed by itself, so that each succeeds or
 * fails alone and none is half signed. The PIN lives in memory until the run ends and is then overwritten; a run that the
 * service's end cuts short is not taken up again, because nobody is there to give it.
 */
@Component
class PaperDesk implements DisposableBean {
    static final int MOST_PAPERS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(PaperDesk.class);
    private static final int RUNS_AT_ONCE = 2;
    private static final int RUNS_WAITING = 20;
    private static final int SECONDS_FOR_THE_LAST_PAPER = 60;
    /** A time-stamp that cannot be had costs each paper its whole patience. */
    private static final int UNAVAILABLE_IN_A_ROW = 3;

    private final OutgoingDesk desk;
    private final PaperRuns runs;
    private final Said said;
    private final RandomGenerator chance;
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final Set<PersonId> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    PaperDesk(OutgoingDesk desk, PaperRuns runs, Said said, RandomGenerator chance) {
        this.desk = desk;
        this.runs = runs;
        this.said = said;
        this.chance = chance;
        threads.setCorePoolSize(RUNS_AT_ONCE);
        threads.setMaxPoolSize(RUNS_AT_ONCE);
        threads.setQueueCapacity(RUNS_WAITING);
        threads.setThreadNamePrefix("papers-");
        threads.setDaemon(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(SECONDS_FOR_THE_LAST_PAPER);
        threads.initialize();
    }

    /** What waits for that person's act, the longest waiting first. */
    List<Issuance> waiting(Member member, Act act) {
        List<Stage> stages = switch (act) {
            case SIGN -> List.of(Stage.CHECKED);
            case SEAL -> List.of(Stage.SIGNED, Stage.NUMBERED, Stage.SEALED);
        };
        return desk.documents(member.agency(), stages, MOST_PAPERS).stream()
                .filter(it -> act == Act.SEAL || it.signatory().equals(member.person()))
                .toList()
                .reversed();
    }

    /**
     * Begins a run.
     *
     * @param pin from now on the desk's to close, whatever becomes of the run
     */
    UUID start(Member member, Act act, List<Ticked> ticked, Pin pin) {
        boolean handed = false;
        try {
            UUID id = prepare(member, act, null, ticked);
            hand(id, member.person(), () -> {
                try (pin) {
                    run(id, pin);
                }
            });
            handed = true;
            return id;
        } finally {
            if (!handed) {
                pin.close();
            }
        }
    }

    /** Keeps a run that nobody works on yet, and takes the person's turn. */
    UUID prepare(Member member, Act act, @Nullable String service, List<Ticked> ticked) {
        if (act == Act.SEAL) {
            desk.requireRegistrar(member.agency(), member.person());
        }
        var papers = new LinkedHashMap<DocumentId, Sha256>();
        ticked.forEach(it -> papers.put(it.document(), it.seen()));
        if (papers.isEmpty()) {
            throw new Refusal(IssueReason.NO_PAPER_CHOSEN);
        }
        if (papers.size() > MOST_PAPERS) {
            throw new Refusal(IssueReason.TOO_MANY_PAPERS, MOST_PAPERS);
        }
        var items = new ArrayList<PaperRun.Item>();
        papers.forEach((document, seen) -> {
            Issuance it = desk.document(document);
            if (!it.agency().equals(member.agency())) {
                throw new Refusal(IssueReason.NOT_YOUR_DOCUMENT);
            }
            items.add(new PaperRun.Item(items.size() + 1, document, it.subject(), seen, ItemState.WAITING, null));
        });
        if (runs.followed().stream().anyMatch(it -> it.person().equals(member.person()))
                || !busy.add(member.person())) {
            throw new Refusal(IssueReason.RUN_UNDER_WAY);
        }
        try {
            byte[] random = new byte[16];
            chance.nextBytes(random);
            UUID id = UUID.nameUUIDFromBytes(random);
            runs.keep(id, member.agency(), member.person(), act, service, items);
            return id;
        } catch (RuntimeException e) {
            busy.remove(member.person());
            throw e;
        }
    }

    /** Has the work done beside the pages; then it is the next run's turn. */
    void hand(UUID id, PersonId person, Runnable work) {
        held.add(id);
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    held.remove(id);
                    busy.remove(person);
                }
            });
        } catch (TaskRejectedException e) {
            held.remove(id);
            busy.remove(person);
            runs.end(id, State.STOPPED, null);
            throw new Refusal(IssueReason.RUN_UNDER_WAY, e);
        }
    }

    /** Stops after the paper in hand; what is done stays done. */
    void stop(UUID id) {
        if (!runs.end(id, State.STOPPED, null)) {
            throw new Refusal(IssueReason.RUN_OVER);
        }
    }

    /** Whether the run is being worked on here, or waits for its turn. */
    boolean holds(UUID id) {
        return held.contains(id);
    }

    /** Runs that the end of the service cut short: each of their papers is told as it really stands. */
    @EventListener(WebServerInitializedEvent.class)
    void tellInterrupted() {
        for (PaperRun run : runs.running()) {
            // What a remote service was asked for stands on the disk and goes on by itself.
            if (held.contains(run.id()) || run.pending() != null) {
                continue;
            }
            for (PaperRun.Item it : runs.items(run.id())) {
                if (it.state() == ItemState.WAITING && taken(run.act(), it.document())) {
                    runs.told(run.id(), it.position(), ItemState.DONE, null);
                }
            }
            runs.end(run.id(), State.INTERRUPTED, null);
        }
    }

    private boolean taken(Act act, DocumentId document) {
        Stage stage = desk.document(document).stage();
        return switch (act) {
            case SIGN -> !stage.open() && stage != Stage.WITHDRAWN;
            case SEAL -> stage == Stage.SEALED || stage == Stage.ARCHIVED;
        };
    }

    private void run(UUID id, Pin pin) {
        PaperRun run = runs.find(id).orElseThrow();
        int unavailable = 0;
        try {
            for (PaperRun.Item it : runs.items(id)) {
                if (closing || runs.find(id).orElseThrow().state() != State.RUNNING) {
                    return;
                }
                Optional<Refusal> refused = step(run, it, pin);
                if (refused.isEmpty()) {
                    unavailable = 0;
                    runs.told(id, it.position(), ItemState.DONE, null);
                    continue;
                }
                Refusal why = refused.get();
                if (concernsTheKey(why)) {
                    // A wrong PIN tried on two hundred papers would lock the key.
                    runs.end(id, State.HALTED, said.of(why));
                    return;
                }
                runs.told(id, it.position(), ItemState.FAILED, said.of(why));
                unavailable = why.reason().sort() == Refusal.Sort.UNAVAILABLE ? unavailable + 1 : 0;
                if (unavailable == UNAVAILABLE_IN_A_ROW) {
                    runs.end(id, State.HALTED, said.of(why));
                    return;
                }
            }
            runs.end(id, State.DONE, null);
        } catch (RuntimeException e) {
            LOG.error("Run {} broke off", id, e);
            runs.end(id, State.INTERRUPTED, null);
        }
    }

    /** Why the paper could not take its step; empty when it did. */
    private Optional<Refusal> step(PaperRun run, PaperRun.Item it, Pin pin) {
        try {
            switch (run.act()) {
                case SIGN -> desk.sign(it.document(), run.person(), pin, it.seen());
                case SEAL -> desk.numberAndSeal(it.document(), run.person(), pin, it.seen());
            }
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        } catch (RuntimeException e) {
            // Whatever one paper does, the others are signed.
            LOG.error("Document {} of run {}", it.document(), run.id(), e);
            return Optional.of(new Refusal(IssueReason.PAPER_BROKE_OFF, e));
        }
    }

    private static boolean concernsTheKey(Refusal why) {
        return switch (why.reason()) {
            case SignReason it -> it != SignReason.NOT_READY;
            case AgencyReason it -> it.name().startsWith("CERTIFICATE_");
            default -> false;
        };
    }

    @Override
    public void destroy() {
        closing = true;
        threads.shutdown();
    }

    /** The run, if it is that person's own. */
    PaperRun of(Member member, @Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(runs::find)
                .filter(it -> it.person().equals(member.person()))
                .orElseThrow(() -> new Refusal(IssueReason.UNKNOWN_RUN));
    }
}
