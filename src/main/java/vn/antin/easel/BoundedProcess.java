package vn.antin.easel;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One process that is given some bytes and says some: in a folder of its own that is removed afterwards, with nothing of
 * our environment, ended with everything it started when its time is up or when it writes more than it may.
 *
 * @param longest time of a processor, as far as the system tells it
 * @param onTheClock from its start; longer, so that a busy machine ends no honest drawing
 * @param mostSaid bytes on its output
 * @param mostWritten bytes in its folder
 */
record BoundedProcess(Duration longest, Duration onTheClock, long mostSaid, long mostWritten) {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedProcess.class);
    private static final long LOOK_EVERY = 50;
    private static final int MOST_FILES = 100;
    /** In the words of a command, its folder. */
    static final String FOLDER = "{folder}";

    /** What reads its output; an exception says that it is not what it should be. */
    interface Reader {
        void read(DataInputStream said) throws IOException;
    }

    /** Runs the command to its end; nothing when all went well. */
    Optional<Trouble> run(List<String> command, byte[] given, Reader reader) {
        try {
            Path folder = Files.createTempDirectory("antin-easel");
            try {
                return run(folder, command, given, reader);
            } finally {
                // Links in it are removed, and not followed.
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Trouble> run(Path folder, List<String> command, byte[] given, Reader reader) throws IOException {
        var builder = new ProcessBuilder(command.stream()
                        .map(it -> it.replace(FOLDER, folder.toString()))
                        .toList())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            Thread.ofVirtual().start(() -> give(process, given));
            var end = new AtomicReference<Optional<Trouble>>();
            Thread reading = Thread.ofVirtual().start(() -> end.set(read(process, reader)));
            while (!reading.join(Duration.ofMillis(LOOK_EVERY))) {
                if (timeIsUp(process, System.nanoTime() - began)) {
                    return Optional.of(Trouble.TOO_LONG);
                }
                if (written(folder) > mostWritten) {
                    return Optional.of(Trouble.TOO_MUCH);
                }
            }
            Optional<Trouble> said = end.get();
            if (said.isPresent()) {
                return said;
            }
            // It has said all; what it still does is of no use to us.
            process.waitFor(LOOK_EVERY, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Trouble.DIED);
        } finally {
            end(process);
        }
    }

    private boolean timeIsUp(Process process, long nanoseconds) {
        Duration passed = Duration.ofNanos(nanoseconds);
        Duration worked = process.info().totalCpuDuration().orElse(passed);
        return worked.compareTo(longest) > 0 || passed.compareTo(onTheClock) > 0;
    }

    private static void give(Process process, byte[] given) {
        try (var out = new DataOutputStream(process.getOutputStream())) {
            out.writeInt(given.length);
            out.write(given);
        } catch (IOException e) {
            // It ended before it had read all; how it ended is told by its output.
            LOG.debug("A process did not read to the end", e);
        }
    }

    private Optional<Trouble> read(Process process, Reader reader) {
        var counted = new Counted(new BufferedInputStream(process.getInputStream(), 1 << 16), mostSaid);
        try {
            reader.read(new DataInputStream(counted));
            return Optional.empty();
        } catch (Counted.TooMuch e) {
            return Optional.of(Trouble.TOO_MUCH);
        } catch (IOException | RuntimeException e) {
            LOG.info("A drawing process ended before its work: {}", e.toString());
            return Optional.of(Trouble.DIED);
        }
    }

    private static long written(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long all = 0;
            int count = 0;
            for (Path it : (Iterable<Path>) files::iterator) {
                if (++count > MOST_FILES) {
                    return Long.MAX_VALUE;
                }
                all += Files.isRegularFile(it, java.nio.file.LinkOption.NOFOLLOW_LINKS) ? Files.size(it) : 0;
            }
            return all;
        } catch (IOException | UncheckedIOException e) {
            // A file that is gone while it is counted takes no room.
            return 0;
        }
    }

    private static void end(Process process) throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        process.getInputStream().close();
        try (OutputStream out = process.getOutputStream()) {
            LOG.debug("Closing {}", out);
        } catch (IOException e) {
            LOG.debug("What was not read by a process that was ended", e);
        }
    }
}
