package vn.antin.verify;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/**
 * Judges files side by side and tells of them in the order in which they came. No more are begun than the machine has
 * cores for and one to be ready next, so that a folder of any size needs no more memory than a few of its files.
 */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<Judged>> begun = new ArrayDeque<>();
    private final int most;
    private final Consumer<Judged> told;

    /**
     * One file and what was said of it.
     *
     * @param content absent when the file was not there or not read
     */
    record Judged(Report report, @Nullable Content content) {
        Judged(Report report) {
            this(report, null);
        }
    }

    /** @param told called on the thread that gives the work */
    SideBySide(int cores, Consumer<Judged> told) {
        this.most = cores + 1;
        this.told = told;
    }

    void add(Supplier<Judged> work) {
        while (begun.size() >= most) {
            tellFirst();
        }
        begun.add(threads.submit(work::get));
    }

    /** Waits for all that was begun. */
    void finish() {
        while (!begun.isEmpty()) {
            tellFirst();
        }
    }

    private void tellFirst() {
        Judged judged;
        try {
            judged = begun.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while files were judged", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        told.accept(judged);
    }

    /** What was begun and is not wanted any more is stopped. */
    @Override
    public void close() {
        begun.forEach(it -> it.cancel(true));
        threads.close();
    }
}
