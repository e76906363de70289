package vn.antin.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.DurableFile;
import vn.antin.kernel.Sha256;

/** Answers about revocation on the disk, each under the digest of its question; losing them costs only new questions. */
class RevocationCache {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationCache.class);

    private final Path home;
    private final Path folder;

    RevocationCache(Path home) {
        this.home = home;
        this.folder = home.resolve("trust").resolve("revocation");
    }

    Optional<byte[]> get(Sha256 question) {
        try {
            return Optional.of(Files.readAllBytes(place(question)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("A kept answer about revocation cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    void put(Sha256 question, byte[] answer) {
        try {
            DurableFile.write(place(question), answer, home);
        } catch (IOException e) {
            // It is asked again the next time.
            LOG.warn("An answer about revocation cannot be kept: {}", e.toString());
        }
    }

    private Path place(Sha256 question) {
        return folder.resolve(question.hex() + ".der");
    }
}
