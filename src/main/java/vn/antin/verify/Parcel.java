package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/**
 * Files that came together in a ZIP. What is in it is read from its central directory, as everyone's tools do; names are
 * labels and nothing is ever written under them. One bad file never keeps the others from being taken.
 */
public final class Parcel {
    /** Files of one parcel. */
    public static final int MOST_FILES = 2_000;

    private static final long MOST_UNPACKED = 1L << 30;
    /** A PDF is packed already: what swells more than this is not one. */
    private static final int MOST_SWELLING = 200;

    private static final int MAY_SWELL_TO = 1 << 20;
    private static final int LONGEST_NAME = 200;
    private static final byte[] START = {'P', 'K', 3, 4};

    private Parcel() {}

    /** Who is handed what is in the parcel, in the order of its directory. */
    public interface Taker {
        /** One file, whole. */
        void take(String name, Content content);

        /** A file that is not handed over, or the parcel itself under its own name. */
        void leave(String name, Unjudged why, long size);

        /** Asked before each file; false ends the work. */
        default boolean more() {
            return true;
        }
    }

    /** Whether that is a parcel to be opened: named so, and begun so. Office files are ZIPs too and are not opened. */
    public static boolean is(Path file, String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return java.util.Arrays.equals(stream.readNBytes(START.length), START);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens one.
     *
     * @param largest bytes of one file in it that are still judged
     */
    public static void open(Path file, String name, long largest, Taker taker) {
        try (ZipFile zip = zip(file)) {
            open(zip, name, largest, taker);
        } catch (IOException | IllegalArgumentException e) {
            taker.leave(name, Unjudged.ZIP_BROKEN, 0);
        }
    }

    /** Old tools write names in the letters of their machine; those cannot all be read as UTF-8. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void open(ZipFile zip, String name, long largest, Taker taker) {
        long unpacked = 0;
        int files = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements() && taker.more()) {
            ZipEntry it = entries.nextElement();
            if (it.isDirectory()) {
                continue;
            }
            if (++files > MOST_FILES || unpacked > MOST_UNPACKED) {
                taker.leave(name, Unjudged.ZIP_TOO_MANY, 0);
                return;
            }
            String label = name + "/" + plain(it.getName());
            if (it.getName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                taker.leave(label, Unjudged.ZIP_IN_ZIP, Math.max(0, it.getSize()));
                continue;
            }
            unpacked += hand(zip, it, label, largest, taker);
        }
    }

    /** How many bytes were unpacked for it. */
    private static long hand(ZipFile zip, ZipEntry it, String label, long largest, Taker taker) {
        byte[] content = null;
        Unjudged why = Unjudged.DAMAGED;
        long read = 0;
        try (InputStream stream = zip.getInputStream(it)) {
            long packed = Math.max(1, it.getCompressedSize());
            long most = Math.min(largest, Math.max(MAY_SWELL_TO, packed * MOST_SWELLING));
            content = stream.readNBytes((int) most);
            read = content.length;
            if (stream.read() >= 0) {
                why = most < largest ? Unjudged.ZIP_SWOLLEN : Unjudged.TOO_LARGE;
                content = null;
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            content = null;
        }
        tell(label, content, why, Math.max(read, it.getSize()), taker);
        return read;
    }

    private static void tell(String label, byte @Nullable [] content, Unjudged why, long size, Taker taker) {
        if (content == null) {
            taker.leave(label, why, size);
        } else {
            taker.take(label, Content.of(content));
        }
    }

    /** A label, never a path. */
    private static String plain(String typed) {
        String clean = typed.replace('\\', '/').replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return clean.length() <= LONGEST_NAME ? clean : "…" + clean.substring(clean.length() - LONGEST_NAME + 1);
    }
}
