package vn.antin.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.DurableFile;
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
        Path file = file(files.digest());
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && Sha256.of(Files.readAllBytes(file)).equals(files.digest())) {
                // A crash may have come between the rename and the folder's fsync, so that is made sure of again.
                DurableFile.sync(folder(files.digest()));
                return;
            }
            DurableFile.write(file, files.serial(), home);
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
}
