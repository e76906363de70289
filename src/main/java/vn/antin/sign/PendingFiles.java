package vn.antin.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.DurableFile;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The files of signatures under way: {@code <antin.home>/pending/<id>/<SHA-256>.pdf}. A file is on the disk, folder
 * entries included, before a row names it; what no row names may be swept away.
 */
@Component
class PendingFiles {
    private final Path home;
    private final Path folder;

    PendingFiles(@Value("${antin.home}") Path home) {
        this.home = home;
        this.folder = home.resolve("pending");
    }

    void put(UUID id, Content file) {
        try {
            DurableFile.write(place(id, file.digest()), file.bytes(), home);
        } catch (IOException e) {
            throw new Refusal(SignReason.PENDING_NOT_KEPT, e);
        }
    }

    /** The file, if it is the one that was put there. */
    Content read(UUID id, Sha256 digest) {
        try {
            var file = Content.of(Files.readAllBytes(place(id, digest)));
            if (!file.digest().equals(digest)) {
                throw new Refusal(SignReason.PENDING_DAMAGED);
            }
            return file;
        } catch (IOException e) {
            throw new Refusal(SignReason.PENDING_DAMAGED, e);
        }
    }

    void clear(UUID id) {
        Path own = folder.resolve(id.toString());
        if (!Files.isDirectory(own)) {
            return;
        }
        try (var files = Files.walk(own)) {
            for (Path it : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        } catch (IOException e) {
            throw new Refusal(SignReason.PENDING_NOT_KEPT, e);
        }
    }

    private Path place(UUID id, Sha256 digest) {
        return folder.resolve(id.toString()).resolve(digest + ".pdf");
    }
}
