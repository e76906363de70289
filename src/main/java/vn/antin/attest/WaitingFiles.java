package vn.antin.attest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** The bytes of files that wait to be judged, {@code inquiries/<id>/<place>} under the folder of state; removed when judged. */
@Component
class WaitingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingFiles.class);

    private final Path root;

    WaitingFiles(@Value("${antin.home}") Path home) {
        this.root = home.resolve("inquiries");
    }

    void put(UUID inquiry, int place, Content file) {
        try {
            Files.createDirectories(folder(inquiry));
            Files.write(file(inquiry, place), file.bytes());
        } catch (IOException e) {
            throw new Refusal(AttestReason.CANNOT_STORE, e);
        }
    }

    Content read(UUID inquiry, int place) throws IOException {
        return Content.of(Files.readAllBytes(file(inquiry, place)));
    }

    void remove(UUID inquiry, int place) {
        try {
            Files.deleteIfExists(file(inquiry, place));
        } catch (IOException e) {
            LOG.warn("A judged file could not be removed yet", e);
        }
    }

    void remove(UUID inquiry) {
        try {
            FileSystemUtils.deleteRecursively(folder(inquiry));
        } catch (IOException e) {
            LOG.warn("The files of an inquiry could not be removed yet", e);
        }
    }

    /** Whose files lie here. */
    List<UUID> inquiries() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(it -> UUID.fromString(String.valueOf(it.getFileName())))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The waiting files could not be listed", e);
            return List.of();
        }
    }

    /** A file of its own for an upload that is not taken apart yet. */
    Path temporary() throws IOException {
        return Files.createTempFile(Files.createDirectories(root.resolveSibling("inquiries-coming")), "zip-", ".zip");
    }

    private Path folder(UUID inquiry) {
        return root.resolve(inquiry.toString());
    }

    private Path file(UUID inquiry, int place) {
        return folder(inquiry).resolve(Integer.toString(place));
    }
}
