package vn.antin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.DurableFile;
import vn.antin.kernel.Sha256;

/** Originals as read-only files {@code archive/ab/cd/<SHA-256>.pdf} under the folder of state. */
@Component
class FolderOriginals implements Originals {
    private static final Pattern PLACE = Pattern.compile("([0-9a-f]{2})/([0-9a-f]{2})/([0-9a-f]{64})\\.pdf");
    private static final String UNFINISHED = "incoming";
    private static final int PIECE = 1 << 16;

    private final Path root;
    private final Path incoming;
    private final Pen pen;

    @Autowired
    FolderOriginals(@Value("${antin.home}") Path home) {
        this(home, WritableByteChannel::write);
    }

    FolderOriginals(Path home, Pen pen) {
        this.root = home.resolve("archive");
        this.incoming = root.resolve(UNFINISHED);
        this.pen = pen;
    }

    @Override
    public void put(Content original) throws IOException {
        Path place = place(original.digest());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            // A crash may have come between the rename and the folder's fsync, so both are made sure of again.
            if (!Sha256.of(Files.readAllBytes(place)).equals(original.digest())) {
                throw new FileAlreadyExistsException(place.toString(), null, "holds other bytes than its name says");
            }
            makeSure(place);
            return;
        }
        makeFolders(folder(original.digest()));
        makeFolders(incoming);
        Path unfinished = Files.createTempFile(incoming, original.digest().hex() + "-", ".tmp");
        try {
            write(unfinished, original);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
        makeSure(place);
    }

    @Override
    public InputStream get(Sha256 digest) throws IOException {
        return Files.newInputStream(place(digest), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean exists(Found found) {
        return Files.exists(root.resolveSibling(found.place()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void list(Consumer<Found> visitor) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                visitor.accept(found(file, attributes.isRegularFile()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void sweep() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming, "*.tmp")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    private Found found(Path file, boolean regular) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        var parts = PLACE.matcher(relative);
        boolean inPlace = regular && parts.matches() && parts.group(3).startsWith(parts.group(1) + parts.group(2));
        return new Found(
                root.getFileName() + "/" + relative,
                inPlace ? Optional.of(new Sha256(parts.group(3))) : Optional.empty());
    }

    private Path folder(Sha256 digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2, 4));
    }

    private Path place(Sha256 digest) {
        return folder(digest).resolve(digest.hex() + ".pdf");
    }

    private void write(Path file, Content original) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(original.bytes());
            while (rest.hasRemaining()) {
                pen.write(channel, rest.slice(rest.position(), Math.min(PIECE, rest.remaining())));
                rest.position((int) channel.position());
            }
            makeReadOnly(file);
            channel.force(true);
        }
    }

    private static void makeReadOnly(Path file) throws IOException {
        if (hasPosixModes(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        } else if (!file.toFile().setReadOnly()) {
            throw new IOException("cannot make the file read-only");
        }
    }

    /** Every folder that is new is an entry in its parent, and that entry too must survive a loss of power. */
    private static void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolders(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (parent != null) {
            DurableFile.sync(parent);
        }
    }

    /** The file's own bytes were forced before its rename; a crash may have forgotten any folder above it. */
    private void makeSure(Path place) throws IOException {
        DurableFile.syncUpTo(root, Objects.requireNonNull(place.getParent()));
    }

    private static boolean hasPosixModes(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** Writes one piece; a full disk is an {@link IOException}. */
    interface Pen {
        int write(WritableByteChannel file, ByteBuffer piece) throws IOException;
    }
}
