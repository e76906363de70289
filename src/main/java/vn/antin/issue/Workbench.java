package vn.antin.issue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DurableFile;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The pages of documents under way: {@code <antin.home>/work/<id>/<SHA-256>.pdf}.
 *
 * <p>A file is on the disk, folder entry included, before the database names it; so after a power failure the database
 * never names a file that is not there. What it does not name may be swept away.
 */
@Component
class Workbench {
    private final Path home;
    private final Path work;

    Workbench(@Value("${antin.home}") Path home) {
        this.home = home;
        this.work = home.resolve("work");
    }

    /** Writes the pages durably; does nothing when they are there already. */
    void put(DocumentId id, Content pdf) {
        Path file = file(id, pdf.digest());
        try {
            if (!Files.exists(file)) {
                DurableFile.write(file, pdf.bytes(), home);
            }
        } catch (IOException e) {
            throw new Refusal(IssueReason.CANNOT_KEEP_WORK, e);
        }
    }

    /** The pages; they must be the ones that were put there. */
    Content read(DocumentId id, Sha256 digest) {
        try {
            var pdf = Content.of(Files.readAllBytes(file(id, digest)));
            if (!pdf.digest().equals(digest)) {
                throw new IllegalStateException("The pages of document " + id + " were altered on the disk");
            }
            return pdf;
        } catch (IOException e) {
            throw new Refusal(IssueReason.CANNOT_KEEP_WORK, e);
        }
    }

    /** Sweeps away all pages of the document except those of {@code keep}. */
    void clear(DocumentId id, List<Sha256> keep) {
        Path folder = work.resolve(id.toString());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                boolean kept = keep.stream().anyMatch(it -> path.equals(file(id, it)));
                if (!kept && !(path.equals(folder) && !keep.isEmpty())) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new Refusal(IssueReason.CANNOT_KEEP_WORK, e);
        }
    }

    private Path file(DocumentId id, Sha256 digest) {
        return work.resolve(id.toString()).resolve(digest + ".pdf");
    }
}
