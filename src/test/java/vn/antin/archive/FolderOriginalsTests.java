package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.antin.kernel.Content;

class FolderOriginalsTests {
    @TempDir
    Path home;

    @Test
    void aReallyFullDiskLeavesNothingHalfWritten() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", home.toString()), "needs root");
        try {
            var originals = new FolderOriginals(home);
            var small = Content.of(new byte[50_000]);
            originals.put(small);
            var large = Content.of(new byte[1_000_000]);
            assertThatThrownBy(() -> originals.put(large)).isInstanceOf(IOException.class);

            var found = new java.util.ArrayList<Originals.Found>();
            originals.list(found::add);
            assertThat(found).extracting(it -> it.digest().orElseThrow()).containsExactly(small.digest());
            var fits = Content.of(new byte[100_000]);
            originals.put(fits);
            try (var stream = originals.get(fits.digest())) {
                assertThat(stream.readAllBytes()).isEqualTo(fits.bytes());
            }
        } finally {
            assertThat(run("umount", home.toString())).isTrue();
        }
    }

    @Test
    void puttingTheSameBytesAgainLeavesTheFileAlone() throws IOException {
        var originals = new FolderOriginals(home);
        var content = Content.of(new byte[] {1, 2, 3});
        originals.put(content);
        Path file;
        try (var files = Files.walk(home)) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Object before = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        originals.put(content);
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(before);
        assertThat(file).hasBinaryContent(content.bytes());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
