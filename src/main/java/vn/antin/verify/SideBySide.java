package vn.antin.verify;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Judges files side by side and tells of them in the order in which they came. No more are begun than the machine has
 * cores for and one to be ready next, so that a folder of any size needs no more memory than a few of its files.
 */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<Report>> begun = new ArrayDeque<>();
    private final int most;
    private final Consumer<Report> told;

    /** @param told called on the thread that gives the work */
    SideBySide(int cores, Consumer<Report> told) {
        this.most = cores + 1;
        this.told = told;
    }

    void add(Supplier<Report> work) {
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
        Report report;
        try {
            report = begun.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while files were judged", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        told.accept(report);
    }

    /** What was begun and is not wanted any more is stopped. */
    @Override
    public void close() {
        begun.forEach(it -> it.cancel(true));
        threads.close();
    }
}
