package vn.antin.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.antin.bulk.Batch.RowState;
import vn.antin.bulk.Batch.State;
import vn.antin.issue.Drafts;
import vn.antin.issue.Drafts.Written;
import vn.antin.issue.Stage;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/**
 * Makes the documents of batches, one after the other, on one thread beside the people at the pages.
 *
 * <p>A row is written under the document name it was given when the file was read, and only then told to be made; so
 * after a crash the row that was being made is written again under the same name, or found to be there already.
 */
@Component
class BatchRun implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    private static final int WAITING_BATCHES = 100;
    private static final int SECONDS_FOR_THE_LAST_ROW = 60;

    private final Batches batches;
    private final Drafts drafts;
    private final Words words;
    private final Path lock;
    private final ThreadPoolTaskExecutor thread = new ThreadPoolTaskExecutor();
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    BatchRun(Batches batches, Drafts drafts, Words words, @Value("${antin.home}") Path home) {
        this.batches = batches;
        this.drafts = drafts;
        this.words = words;
        this.lock = home.resolve("bulk.lock");
        thread.setCorePoolSize(1);
        thread.setMaxPoolSize(1);
        thread.setQueueCapacity(WAITING_BATCHES);
        thread.setThreadNamePrefix("bulk-");
        thread.setDaemon(true);
        // The row in hand is finished; the others are taken up at the next start.
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(SECONDS_FOR_THE_LAST_ROW);
        thread.initialize();
    }

    /**
     * Begins a batch, or goes on with one that was stopped.
     *
     * @param again whether it may begin though the very same file has been run before
     */
    void start(UUID id, boolean again) {
        boolean begun = batches.advance(id, List.of(State.CANCELLED), State.RUNNING) || batches.begin(id, again);
        boolean interrupted = !begun && !taken.contains(id) && isRunning(id);
        if (!begun && !interrupted) {
            throw new Refusal(BulkReason.NOT_NOW);
        }
        hand(id);
    }

    /** Stops after the row in hand; what is made stays made. */
    void cancel(UUID id) {
        if (!batches.advance(id, List.of(State.RUNNING), State.CANCELLED)) {
            throw new Refusal(BulkReason.NOT_NOW);
        }
    }

    /** Whether the batch is being run here or waits for its turn. */
    boolean holds(UUID id) {
        return taken.contains(id);
    }

    /** Batches that were under way when the service stopped go on when it starts. */
    @EventListener(WebServerInitializedEvent.class)
    void takeUp() {
        batches.running().forEach(it -> hand(it.id()));
    }

    private void hand(UUID id) {
        if (!taken.add(id)) {
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    run(id);
                } finally {
                    taken.remove(id);
                }
            });
        } catch (org.springframework.core.task.TaskRejectedException e) {
            taken.remove(id);
            batches.advance(id, List.of(State.RUNNING), State.CANCELLED);
            throw new Refusal(BulkReason.BUSY, e);
        }
    }

    private void run(UUID id) {
        // The command line and the service may share one home: a batch is run by one of them.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the channel is closed.
            channel.lock();
            while (!closing && isRunning(id)) {
                Optional<Batch.Row> next = batches.next(id);
                if (next.isEmpty()) {
                    batches.advance(id, List.of(State.RUNNING), State.DONE);
                    return;
                }
                make(batches.find(id).orElseThrow(), next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal | DataAccessException | TransactionException e) {
            // Nothing can be kept just now: the row waits, and whoever looks is told that the batch stands still.
            LOG.warn("Batch {} stands still", id, e);
        }
    }

    private boolean isRunning(UUID id) {
        return batches.find(id).filter(it -> it.state() == State.RUNNING).isPresent();
    }

    private void make(Batch batch, Batch.Row row) {
        try {
            Written it = written(batch, row);
            batches.told(
                    batch.id(),
                    row.number(),
                    it.stage() == Stage.DRAFT ? RowState.DRAFT : RowState.MADE,
                    it.subject(),
                    it.code().value(),
                    it.faults().stream().map(reason -> fault(row, reason)).toList());
        } catch (Refusal refused) {
            if (refused.reason().sort() == Refusal.Sort.UNAVAILABLE) {
                throw refused;
            }
            refused(batch, row, words.of(refused));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever one row does, the others are made.
            LOG.error("Row {} of batch {}", row.number(), batch.id(), e);
            refused(batch, row, "Hệ thống gặp lỗi khi lập văn bản này; nhật ký của máy chủ ghi rõ hơn.");
        }
    }

    /** The document of the row, written now, or before a crash. */
    private Written written(Batch batch, Batch.Row row) {
        var id = Objects.requireNonNull(row.document(), "a row that can be made has a document");
        Optional<Written> before = drafts.find(id);
        // Whoever has signed or mended it since must not find it overwritten.
        if (before.isPresent()
                && (before.get().stage() != Stage.DRAFT
                        || !before.get().answers().equals(row.answers()))) {
            return before.get();
        }
        PersonId signatory = Objects.requireNonNull(row.signatory());
        return drafts.write(
                id,
                new Drafts.Draft(
                        Objects.requireNonNull(row.agency()),
                        signatory,
                        batch.template(),
                        row.answers(),
                        batch.author().equals(BulkCommand.AUTHOR) ? signatory.value() : batch.author()));
    }

    /** A refused row may have left a draft with its answers, for a person to mend by hand. */
    private void refused(Batch batch, Batch.Row row, String reason) {
        Optional<Written> left = Optional.ofNullable(row.document()).flatMap(drafts::find);
        batches.told(
                batch.id(),
                row.number(),
                left.isPresent() ? RowState.DRAFT : RowState.REFUSED,
                left.map(Written::subject).filter(it -> row.subject().isEmpty()).orElse(row.subject()),
                left.map(it -> it.code().value()).orElse(null),
                List.of(fault(row, reason)));
    }

    private static Fault fault(Batch.Row row, String reason) {
        return new Fault(Form.DOCUMENTS, row.number(), "", reason);
    }

    @Override
    public void destroy() {
        closing = true;
        thread.shutdown();
    }
}
