package vn.antin.easel;

import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * Draws pages of files that nobody vouches for, each time in a process of its own: a virtual machine with a bounded heap,
 * a folder and an environment of its own, no network where the system allows to take it away, and an end.
 */
@Component
public class Easel {
    /** Enough for an A4 page scanned at 600 dpi. */
    private static final String HEAP = "-Xmx320m";

    private static final long MOST_SAID = 36L << 20;
    private static final long MOST_WRITTEN = 1 << 20;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;

    private static final List<String> MACHINE = List.of(
            HEAP,
            "-Xss4m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            // What the machine itself says is not what the drawing says.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:ErrorFile=" + BoundedProcess.FOLDER + File.separator + "end",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + BoundedProcess.FOLDER,
            "-Duser.home=" + BoundedProcess.FOLDER,
            // The library reports what it finds wrong in other people's files at length.
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private final EaselProperties limits;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore line = new Semaphore(AT_ONCE + WAITING);
    private final Supplier<List<String>> confinement = SingletonSupplier.of(Confinement::here);

    Easel(EaselProperties limits) {
        this.limits = limits;
    }

    /**
     * The states of the file that end there, each beside the whole; a refusal when too many others are waiting. Whatever
     * the file holds, this ends, and tells what it could not do.
     */
    public ThenAndNow compare(Content file, List<Integer> ends) {
        List<String> words = new ArrayList<>(List.of("compare"));
        ends.forEach(it -> words.add(it.toString()));
        return draw(file, words);
    }

    /** One page, counted from 1; nothing when there is none of that number, or it cannot be drawn. */
    public Optional<Picture> page(Content file, int number) {
        return draw(file, List.of("page", Integer.toString(number))).states().stream()
                .flatMap(it -> it.pages().stream())
                .map(ThenAndNow.Page::now)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ThenAndNow draw(Content file, List<String> words) {
        if (!line.tryAcquire()) {
            throw new Refusal(EaselReason.BUSY);
        }
        try {
            if (!places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(EaselReason.BUSY);
            }
            try {
                var frames = new Frames.In();
                new BoundedProcess(limits.longest(), limits.onTheClock(), MOST_SAID, MOST_WRITTEN)
                        .run(command(words), file.bytes(), frames::read)
                        .ifPresent(frames::note);
                return frames.told();
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(EaselReason.BUSY, e);
        } finally {
            line.release();
        }
    }

    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(Objects.requireNonNull(confinement.get()));
        command.addAll(machine(Draftsman.class.getName()));
        command.add(Long.toString(limits.longest().toMillis()));
        command.addAll(words);
        return command;
    }

    /** The words that start a bounded virtual machine with our own code for that main class. */
    static List<String> machine(String main) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(MACHINE);
        words.add("-cp");
        if (packed()) {
            // The one archive that holds everything brings its own loader.
            words.add(absolute(System.getProperty("java.class.path")));
            words.add("-Dloader.main=" + main);
            words.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            words.add(String.join(File.pathSeparator, classPath()));
            words.add(main);
        }
        return words;
    }

    private static boolean packed() {
        return location(PDDocument.class).startsWith("jar:nested:");
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** What the drawing needs, and nothing else. */
    private static Set<String> classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> it : List.of(
                Draftsman.class, PDDocument.class, TrueTypeFont.class, RandomAccessRead.class, LogFactory.class)) {
            places.add(file(location(it)));
        }
        URL font = Draftsman.class.getResource("/fonts/Tinos-Regular.ttf");
        if (font != null && font.getProtocol().equals("file")) {
            places.add(file(font.toString().replace("fonts/Tinos-Regular.ttf", "")));
        }
        return places;
    }

    private static String location(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        return Objects.requireNonNull(source, type.getName()).getLocation().toString();
    }

    private static String file(String address) {
        return Path.of(java.net.URI.create(address)).toString();
    }
}
