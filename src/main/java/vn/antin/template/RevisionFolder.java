package vn.antin.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The bytes of every revision ever kept: {@code <antin.home>/templates/ab/<SHA-256>.template}, whose SHA-256 is its
 * name. A file is on the disk, folder entries included, before the database names it, and is never changed again.
 */
@Component
class RevisionFolder {
    private final Path home;
    private final Path root;

    RevisionFolder(@Value("${antin.home}") Path home) {
        this.home = home;
        this.root = home.resolve("templates");
    }

    /** Writes the files durably. The caller holds the database's writer's lock, so nobody else is writing here. */
    void put(TemplateFiles files) {
        Path folder = folder(files.digest());
        Path file = file(files.digest());
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && Sha256.of(Files.readAllBytes(file)).equals(files.digest())) {
                // A crash may have come between the rename and the folder's fsync, so that is made sure of again.
                sync(folder);
                return;
            }
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(files.digest() + ".tmp");
            try (var channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(files.serial());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            sync(root);
            sync(home);
        } catch (IOException e) {
            throw new Refusal(TemplateReason.CANNOT_KEEP_TEMPLATE, e);
        }
    }

    /** The files as they were put there; a refusal when they are not there, or not as they were. */
    TemplateFiles get(Sha256 digest) {
        byte[] serial;
        try {
            serial = Files.readAllBytes(file(digest));
        } catch (NoSuchFileException e) {
            throw new Refusal(TemplateReason.UNKNOWN_REVISION, e, digest.hex().substring(0, 12));
        } catch (IOException e) {
            throw new Refusal(TemplateReason.CANNOT_KEEP_TEMPLATE, e);
        }
        if (!Sha256.of(serial).equals(digest)) {
            throw new Refusal(TemplateReason.REVISION_ALTERED, digest.hex().substring(0, 12));
        }
        return TemplateFiles.parse(serial);
    }

    private Path folder(Sha256 digest) {
        return root.resolve(digest.hex().substring(0, 2));
    }

    private Path file(Sha256 digest) {
        return folder(digest).resolve(digest + ".template");
    }

    // Windows cannot open a folder; there the rename itself is what the file system journals.
    private static void sync(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
