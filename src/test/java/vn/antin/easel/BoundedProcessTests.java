package vn.antin.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the drawing process may have been made to do, it does it in its own folder, for a while. */
@Timeout(60)
class BoundedProcessTests {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final BoundedProcess bounds =
            new BoundedProcess(Duration.ofSeconds(2), Duration.ofSeconds(25), 1 << 20, 1 << 20);
    private final AtomicInteger word = new AtomicInteger(-1);

    private Optional<Trouble> does(String... words) throws IOException {
        return does(List.of(), words);
    }

    private Optional<Trouble> does(List<String> before, String... words) throws IOException {
        return does(bounds, before, words);
    }

    private Optional<Trouble> does(BoundedProcess within, List<String> before, String... words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(Easel.machine(Misbehaving.class.getName()));
        int path = command.indexOf("-cp") + 1;
        command.set(path, String.join(File.pathSeparator, command.get(path), tests()));
        command.addAll(Arrays.asList(words));
        List<Path> folders = folders();
        Optional<Trouble> ended = within.run(command, new byte[9], said -> {
            word.set(said.readUnsignedByte());
            if (word.get() == 99) {
                throw new IOException("Nonsense");
            }
            if (words[0].equals("flood")) {
                said.readAllBytes();
            }
        });
        assertThat(folders()).as("folders left behind").isSubsetOf(folders);
        return ended;
    }

    private static String tests() {
        return Path.of(java.net.URI.create(Misbehaving.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(TEMPORARY)) {
            return all.filter(it -> it.getFileName().toString().startsWith("antin-easel"))
                    .toList();
        }
    }

    @Test
    void isEndedWhenItFillsTheDisk() throws IOException {
        assertThat(does("disk")).contains(Trouble.TOO_MUCH);
        assertThat(does("files")).contains(Trouble.TOO_MUCH);
    }

    @Test
    void isEndedWhenItFloodsItsOutput() throws IOException {
        assertThat(does("flood")).contains(Trouble.TOO_MUCH);
    }

    @Test
    void isNotBelievedWhenItSpeaksNonsenseOrEndsEarly() throws IOException {
        assertThat(does("nonsense")).contains(Trouble.DIED);
        assertThat(does("halt")).contains(Trouble.DIED);
        assertThat(does("memory")).contains(Trouble.DIED);
    }

    @Test
    void takesEverythingItStartedWithIt() throws IOException {
        assertThat(does("children", "54321")).contains(Trouble.TOO_LONG);
        assertThat(ProcessHandle.allProcesses()
                        .filter(it -> it.info().commandLine().orElse("").contains("54321")))
                .isEmpty();
    }

    @Test
    void isEndedWhenItOnlySleeps() throws IOException {
        var hasty = new BoundedProcess(Duration.ofMinutes(1), Duration.ofSeconds(2), 1 << 20, 1 << 20);
        assertThat(does(hasty, List.of(), "sleep")).contains(Trouble.TOO_LONG);
    }

    @Test
    void leavesWhatItsLinksLeadToAlone(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("cua-nguoi-khac"), "còn");
        assertThat(does("link", elsewhere.toString())).isEmpty();
        assertThat(word).hasValue(1);
        assertThat(file).content().isEqualTo("còn");
    }

    @Test
    void knowsNothingOfOurEnvironment() throws IOException {
        assertThat(System.getenv()).isNotEmpty();
        assertThat(does("environment")).isEmpty();
        assertThat(word).hasValue(0);
    }

    @Test
    void reachesNoNetworkAndWritesNoLargeFileWhereTheSystemCanTakeThemAway(@TempDir Path elsewhere) throws IOException {
        List<String> confinement = Confinement.here();
        // Containers may forbid the one or the other; then the limits above are all there is.
        if (confinement.contains("--net")) {
            reachesNoNetwork(confinement);
        }
        if (confinement.contains("--fsize=1048576")) {
            Path large = elsewhere.resolve("lon");
            assertThat(does(confinement, "large", large.toString())).isEmpty();
            assertThat(Files.size(large)).isLessThanOrEqualTo(1 << 20);
            assertThat(word).hasValue(7);
        }
        assertThat(does(confinement, "quiet")).isEmpty();
        assertThat(word).hasValue(0);
    }

    private void reachesNoNetwork(List<String> confinement) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(server.getLocalPort());
            assertThat(does("network", port)).isEmpty();
            assertThat(word).hasValue(1);
            assertThat(does(confinement, "network", port)).isEmpty();
            assertThat(word).hasValue(0);
        }
    }
}
