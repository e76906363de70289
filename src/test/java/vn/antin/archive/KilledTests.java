package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Sha256;

class KilledTests {
    private static final int KILLS = 10;

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedSurvivesBeingKilledAtAnyMoment() throws Exception {
        var random = new Random(20241123);
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(runAndKill(random.nextInt(250)));
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);

        try (var context = (ConfigurableApplicationContext) KeepUntilKilled.open(home)) {
            KeepUntilKilled.resume(context);
            assertThat(context.getBean(Integrity.class).examine().faults()).isEmpty();
            var archive = context.getBean(Archive.class);
            for (String line : acknowledged) {
                String[] words = line.split(" ", -1);
                var kept = archive.byDocument(DocumentId.parse(words[1])).orElseThrow();
                assertThat(kept.digest()).isEqualTo(new Sha256(words[2]));
                assertThat(kept.entry().number().printed()).isEqualTo(words[3]);
                assertThat(archive.read(kept.digest()).size()).isEqualTo((int) kept.size());
            }
        }
    }

    /** Starts the program, lets it work for a while, kills it (SIGKILL), and answers what it had acknowledged. */
    private List<String> runAndKill(int milliseconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KeepUntilKilled.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new ArrayList<String>();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).as("the state after the crash before").isEqualTo("WHOLE");
            lines.add(out.readLine());
            Thread.sleep(milliseconds);
            // By its handle, because the process's own method also throws away what it has printed.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            out.lines().forEach(lines::add);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        // The last line may have been cut by the kill; only a whole one was an acknowledgement.
        lines.removeIf(it -> it.split(" ", -1).length != 4 || it.split(" ", -1)[2].length() != 64);
        return lines;
    }
}
