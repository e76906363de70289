package vn.antin.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Looks at a file before a parser does, and refuses what would fill the memory: streams that swell without measure, more
 * objects than any document has. A parser unpacks object and cross-reference streams as soon as it opens a file.
 */
final class Bounds {
    /** An object or cross-reference stream of a very large document takes some megabytes. */
    private static final long ONE_STREAM = 48L << 20;

    private static final long ALL_STREAMS = 192L << 20;
    /** Pictures are never unpacked here, only counted: a scanned page of A3 at 600 dpi has 200 MB. */
    private static final long ONE_PICTURE = 256L << 20;

    private static final int OBJECTS = 300_000;
    private static final int DICTIONARY = 1 << 16;
    private static final byte[] OBJ = {'o', 'b', 'j'};
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final Pattern FILTER = Pattern.compile("/([A-Za-z0-9]+)");

    private final byte[] file;
    private final Deadline deadline;
    private long unpacked;
    private long listed;

    private Bounds(byte[] file, Deadline deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    /** Whether the file stays within bounds. */
    static boolean hold(byte[] file, Deadline deadline) {
        return new Bounds(file, deadline).hold();
    }

    private boolean hold() {
        int objects = 0;
        for (int at = Revisions.find(file, OBJ, 0); at >= 0; at = Revisions.find(file, OBJ, at + 1)) {
            deadline.check();
            if (at > 2 && file[at - 1] == 'd') {
                continue;
            }
            if (++objects > OBJECTS) {
                return false;
            }
            var dictionary = Syntax.dictionary(file, at + OBJ.length, DICTIONARY);
            if (dictionary.isPresent() && !holds(dictionary.get())) {
                return false;
            }
        }
        return listed <= OBJECTS;
    }

    private boolean holds(Syntax.Dictionary it) {
        int at = it.whole().to();
        while (at < file.length && Syntax.isWhite(file[at])) {
            at++;
        }
        if (at + STREAM.length >= file.length
                || !Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
            return true;
        }
        // What a cross-reference or object stream says of itself, in numbers.
        listed += number(it, "N");
        if (listed > OBJECTS || number(it, "Size") > 4L * OBJECTS) {
            return false;
        }
        boolean structure = it.value("N").isPresent()
                || it.value("First").isPresent()
                || it.value("W").isPresent();
        boolean picture = !structure && "/Image".equals(text(it, "Subtype"));
        int data = at + STREAM.length;
        if (data < file.length && file[data] == '\r') {
            data++;
        }
        if (data < file.length && file[data] == '\n') {
            data++;
        }
        return stays(data, filters(it), picture);
    }

    private boolean stays(int data, List<String> filters, boolean picture) {
        int layers = 0;
        InputStream stream = new ByteArrayInputStream(file, data, file.length - data);
        for (String filter : filters) {
            switch (filter) {
                case "FlateDecode", "Fl" -> stream = new InflaterInputStream(stream);
                case "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85" -> {
                    // Text shrinks; some producers put it around packed data, which is then counted.
                    if (filters.size() == 1) {
                        return true;
                    }
                    if (layers > 0) {
                        return false;
                    }
                    var text = plain(stream, filter);
                    if (text.isEmpty()) {
                        return true;
                    }
                    stream = text.get();
                }
                case "LZWDecode", "LZW", "RunLengthDecode", "RL" -> {
                    return filters.size() == 1;
                }
                default -> {
                    // A picture's own compression is unpacked by viewers only.
                    return true;
                }
            }
            layers++;
        }
        return layers == 0 || counted(stream, picture);
    }

    /** What a text filter stands for; nothing when it is none, as in an encrypted file before it is opened. */
    private static Optional<InputStream> plain(InputStream text, String filter) {
        var bytes = new ByteArrayOutputStream();
        try {
            FilterFactory.INSTANCE.getFilter(filter).decode(text, bytes, new COSDictionary(), 0);
            return Optional.of(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean counted(InputStream stream, boolean picture) {
        byte[] buffer = new byte[1 << 15];
        long length = 0;
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                length += n;
                deadline.check();
                if (length > (picture ? ONE_PICTURE : ONE_STREAM)) {
                    return false;
                }
            }
        } catch (IOException e) {
            // Damaged data unpacks no further than this for anyone.
            return picture || (unpacked += length) <= ALL_STREAMS;
        }
        return picture || (unpacked += length) <= ALL_STREAMS;
    }

    private List<String> filters(Syntax.Dictionary it) {
        List<String> names = new ArrayList<>();
        var matcher = FILTER.matcher(text(it, "Filter"));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        // A filter named by reference is counted as the one that swells.
        return names.isEmpty() && it.value("Filter").isPresent() ? List.of("FlateDecode") : names;
    }

    private long number(Syntax.Dictionary it, String key) {
        String text = text(it, key);
        return text.length() <= 15 && !text.isEmpty() && text.chars().allMatch(Character::isDigit)
                ? Long.parseLong(text)
                : 0;
    }

    private String text(Syntax.Dictionary it, String key) {
        return it.value(key)
                .map(span -> new String(file, span.from(), span.to() - span.from(), StandardCharsets.ISO_8859_1))
                .orElse("");
    }
}
