package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.antin.AntinApplication;
import vn.antin.archive.Archive;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Sha256;
import vn.antin.register.OutgoingRegister;

/** SIGKILL at random moments while documents are being issued, and while what was interrupted is being taken up. */
class KilledAtRandomTests {
    private static final int KILLS = Integer.getInteger("antin.kills", 50);

    @TempDir
    Path home;

    @Test
    void nothingAcknowledgedIsLostAndNoNumberIsSkippedOrGivenTwice() throws Exception {
        long seed = Long.getLong("antin.seed", 20261123L);
        var chance = new Random(seed);
        Map<Integer, String> acknowledged = new HashMap<>();
        var trouble = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            // One kill in five falls while the process starts and takes up what the last one left.
            boolean early = chance.nextInt(5) == 0;
            int delay = early ? 1500 + chance.nextInt(2500) : chance.nextInt(3000);
            for (String line : killed(early, delay)) {
                if (line.startsWith("FAULT ")) {
                    trouble.add("after kill " + kill + ": " + line);
                } else if (line.startsWith("ACK ")) {
                    List<String> words = List.of(line.split(" ", 3));
                    String other = acknowledged.put(Integer.valueOf(words.get(1)), words.get(2));
                    if (other != null) {
                        trouble.add(
                                "number " + words.get(1) + " acknowledged twice: " + other + " and " + words.get(2));
                    }
                }
            }
        }
        assertThat(trouble).isEmpty();
        assertThat(acknowledged)
                .as("the workers did issue documents between the kills")
                .hasSizeGreaterThan(KILLS / 2);
        judgeWhatIsLeft(acknowledged);
        System.out.printf(
                "%d kills, %d documents acknowledged, seed %d: none lost, no number skipped or given twice%n",
                KILLS, acknowledged.size(), seed);
    }

    private void judgeWhatIsLeft(Map<Integer, String> acknowledged) {
        try (var rooms = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .run("--antin.home=" + home, "--logging.level.vn.antin=WARN")) {
            rooms.getBean(Resumption.class).takeUp();
            assertThat(IssuingWorker.faults(rooms)).isEmpty();
            assertThat(rooms.getBean(OutgoingDesk.class).interrupted()).isEmpty();

            var archive = rooms.getBean(Archive.class);
            acknowledged.forEach((number, digest) -> {
                var original = archive.byDigest(new Sha256(digest));
                assertThat(original).as("number " + number).isPresent();
                assertThat(original.orElseThrow().entry().number().number()).isEqualTo(number);
            });
            var numbers = rooms
                    .getBean(OutgoingRegister.class)
                    .year(new AgencyId("pgd-an-duong"), Year.now(rooms.getBean(Clock.class)))
                    .stream()
                    .map(it -> it.number().number())
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            var archived = archive.after(0, Integer.MAX_VALUE).stream()
                    .map(it -> it.entry().number().number())
                    .sorted()
                    .toList();
            assertThat(archived)
                    .as("every number given belongs to an archived document")
                    .isEqualTo(numbers);
        }
    }

    /** What the worker printed until it was killed. */
    private List<String> killed(boolean early, int delayMilliseconds) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(home.getParent(), "worker", ".out");
        Path errors = Files.createTempFile(home.getParent(), "worker", ".err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vn.antin.issue.IssuingWorker",
                        home.toString())
                .redirectOutput(printed.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!early) {
                awaitReady(process, printed, errors);
            }
            process.waitFor(delayMilliseconds, TimeUnit.MILLISECONDS);
            assertThat(process.isAlive())
                    .as("the worker ended by itself: " + Files.readString(errors))
                    .isTrue();
        } finally {
            // SIGKILL on every system that has it; nothing in the process can run any more.
            process.destroyForcibly();
            process.waitFor();
        }
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        // A line cut off by the kill was never read by anybody, so it acknowledged nothing.
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        Files.delete(printed);
        Files.delete(errors);
        return whole.lines().toList();
    }

    private static void awaitReady(Process process, Path printed, Path errors)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!Files.readString(printed).contains("READY")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The worker did not get ready: " + Files.readString(errors));
            }
            Thread.sleep(20);
        }
    }
}
