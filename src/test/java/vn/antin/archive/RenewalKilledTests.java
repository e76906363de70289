package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalKilledTests {
    /** After so many stamps, each time a little later in what follows a stamp. */
    private static final int[] STAMPS = {7, 16};

    @TempDir
    Path home;

    @Test
    void aRunKilledAtAnyMomentIsGoneOnWithAndRenewsEachDocumentOnce() throws Exception {
        try (var context = RenewUntilKilled.open(home)) {
            assertThat(context.getBean(Integrity.class).examine().faults()).isEmpty();
        }
        for (int it : STAMPS) {
            runAndKill(it);
        }
        try (var context = RenewUntilKilled.open(home)) {
            var archive = context.getBean(Archive.class);
            var extensions = context.getBean(Extensions.class);
            long before = archive.after(0, 1000).stream()
                    .filter(it -> extensions.renewed(it).parts() == 1)
                    .count();
            assertThat(before).isBetween(10L, RenewUntilKilled.DOCUMENTS - 10L);
            var outcome = context.getBean(Renewal.class).run();
            assertThat(outcome).isEqualTo(new Renewal.Outcome((int) (RenewUntilKilled.DOCUMENTS - before), 0));
            assertThat(archive.after(0, 1000))
                    .hasSize(RenewUntilKilled.DOCUMENTS)
                    .allSatisfy(it -> assertThat(extensions.renewed(it).parts()).isEqualTo(1));
            assertThat(context.getBean(Integrity.class).examine().faults()).isEmpty();
            System.out.println(
                    "Renewed before the last run, killed twice: " + before + " of " + RenewUntilKilled.DOCUMENTS);
        }
    }

    /** Starts the program, lets it renew for a while, kills it (SIGKILL). */
    private void runAndKill(int stamps) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RenewUntilKilled.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).as("the state after the crash before").isEqualTo("WHOLE");
            for (int i = 0; i < stamps; i++) {
                assertThat(out.readLine()).isEqualTo("STAMPED");
            }
            Thread.sleep(stamps / 2);
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
