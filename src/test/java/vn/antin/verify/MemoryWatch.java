package vn.antin.verify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts the files for which the memory did not suffice, and knows the largest size of this process so far. */
final class MemoryWatch {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final AtomicInteger exhausted = new AtomicInteger();

    MemoryWatch() {
        var logger = (Logger) LoggerFactory.getLogger(Judgement.class);
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getMessage().startsWith("The memory did not suffice")) {
                    exhausted.incrementAndGet();
                }
            }
        };
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
    }

    int exhausted() {
        return exhausted.get();
    }

    /** For people. */
    String figures() throws IOException {
        return "memory: heap at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB, largest size of the process "
                + largest() + ", did not suffice " + exhausted.get() + " times";
    }

    /** The most of this process that was ever in memory at once, as Linux counts it. */
    private static String largest() throws IOException {
        if (!Files.exists(STATUS)) {
            return "not known here";
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
            }
        }
        return "not known here";
    }
}
