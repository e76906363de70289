package vn.antin.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.DurableFile;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The files of copies, {@code copies/ab/<SHA-256>.pdf} under the folder of state: apart from the archive, which keeps
 * originals and knows of no other file. What no row names may be left over from a crash and harms nobody.
 */
@Component
class CopyStore {
    private final Path home;
    private final Path root;

    CopyStore(@Value("${antin.home}") Path home) {
        this.home = home;
        this.root = home.resolve("copies");
    }

    /** When this returns the bytes survive a loss of power. */
    void put(Content copy) {
        Path place = place(copy.digest());
        try {
            if (!Files.exists(place)) {
                DurableFile.write(place, copy.bytes(), home);
            }
        } catch (IOException e) {
            throw new Refusal(CopyReason.CANNOT_STORE, e);
        }
    }

    /** The bytes, proven against the digest. */
    Content read(Sha256 digest) {
        try {
            var copy = Content.of(Files.readAllBytes(place(digest)));
            if (!copy.digest().equals(digest)) {
                throw new Refusal(CopyReason.ALTERED);
            }
            return copy;
        } catch (IOException e) {
            throw new Refusal(CopyReason.ALTERED, e);
        }
    }

    private Path place(Sha256 digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex() + ".pdf");
    }
}
