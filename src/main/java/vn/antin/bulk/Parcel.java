package vn.antin.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.antin.kernel.Refusal;

/**
 * Looks at the parcel (ZIP, ECMA-376 part 2) in which a workbook comes before anything in it is understood: POI bounds
 * each of its parts by a ratio, but not their sum.
 */
final class Parcel {
    /** Bytes of the file as it is sent. */
    static final int LARGEST_FILE = 10 << 20;

    private static final long MOST_UNPACKED = 64L << 20;
    /** Of one part that POI makes a tree of; sheets and shared texts are read as they stream by. */
    static final long MOST_OF_A_TREE = 4L << 20;

    private static final int MOST_PARTS = 1000;
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final Pattern STREAMED = Pattern.compile("xl/(worksheets/sheet[0-9]{0,5}|sharedstrings)\\.xml");
    private static final Pattern PROPERTIES_ELSEWHERE =
            Pattern.compile("(?i)<(?=[^<>]*core-properties)[^<>]*(/xl/|%|Extension\\s*=\\s*[\"']xml)");
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Parcel() {}

    /** Refuses what is no workbook, holds macros, or would swell beyond measure. */
    static void inspect(byte[] file) {
        if (file.length == 0) {
            throw new Refusal(BulkReason.NO_FILE);
        }
        if (file.length > LARGEST_FILE) {
            throw new Refusal(BulkReason.FILE_TOO_LARGE, LARGEST_FILE >> 20);
        }
        if (startsWith(file, OLE2)) {
            throw new Refusal(BulkReason.PROTECTED_OR_OLD);
        }
        boolean workbook = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long unpacked = 0;
            int parts = 0;
            for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw new Refusal(BulkReason.SWOLLEN);
                }
                String name = it.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                if (name.contains("vbaproject") || name.contains("/macrosheets/")) {
                    throw new Refusal(BulkReason.MACROS);
                }
                boolean streamed = STREAMED.matcher(name).matches();
                long most = MOST_UNPACKED - unpacked;
                if (name.endsWith(CONTENT_TYPES)) {
                    workbook = true;
                    byte[] types = zip.readNBytes((int) Math.min(most, MOST_OF_A_TREE));
                    requirePlainTypes(new String(types, StandardCharsets.UTF_8));
                    unpacked += types.length;
                    most -= types.length;
                }
                unpacked += length(zip, streamed ? most : Math.min(most, MOST_OF_A_TREE));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(BulkReason.NOT_A_WORKBOOK, e);
        }
        if (!workbook) {
            throw new Refusal(BulkReason.NOT_A_WORKBOOK);
        }
    }

    /**
     * POI makes a tree of the parcel's own properties as soon as it opens it, wherever they are said to lie; so they may
     * not lie where large parts may.
     */
    private static void requirePlainTypes(String types) {
        if (!types.contains("<Types")
                || types.contains("&")
                || PROPERTIES_ELSEWHERE.matcher(types).find()) {
            throw new Refusal(BulkReason.NOT_A_WORKBOOK);
        }
    }

    /** Bytes of the part; a refusal when there are more. */
    static long length(InputStream part, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            length += read;
            if (length > most) {
                throw new Refusal(BulkReason.SWOLLEN);
            }
        }
        return length;
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
