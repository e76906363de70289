package vn.antin.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Puts a file on the disk so that it survives a loss of power: written beside its place, forced, renamed, and every folder
 * above it forced too. At no moment does its place hold a part of it.
 */
public final class DurableFile {
    private DurableFile() {}

    /**
     * When this returns, the file is there for good. What a crash leaves behind beside its place ends in {@code .tmp}.
     *
     * @param home the folder up to which folders may be new; its own entry is there for good already
     */
    public static void write(Path place, byte[] bytes, Path home) throws IOException {
        Path folder = Files.createDirectories(Objects.requireNonNull(place.getParent(), "a place lies in a folder"));
        Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
        try {
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
        syncUpTo(home, folder);
    }

    /** Forces the entries of that folder and of those above it, up to and with {@code home}. */
    public static void syncUpTo(Path home, Path folder) throws IOException {
        for (Path it = folder; it != null && it.startsWith(home); it = it.getParent()) {
            sync(it);
        }
    }

    /** Forces the entries of that folder. */
    public static void sync(Path folder) throws IOException {
        // Windows cannot open a folder; there the rename itself is what the file system journals.
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
