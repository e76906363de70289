package vn.antin.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * The cross-references of one state of a file, read from the raw bytes (ISO 32000-2, 7.5.4 and 7.5.8), section by section,
 * the newest first. A parser gives one reading of them; here it is seen where another program could read another.
 */
final class CrossReferences {
    private static final int MOST_SECTIONS = 2_000;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int LONGEST_STREAM = 32 << 20;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] START = {'s', 't', 'a', 'r', 't', 'x', 'r', 'e', 'f'};
    private static final Pattern ENTRY = Pattern.compile("\\s*(\\d{1,10})\\s+(\\d{1,5})\\s+([nf])");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,10})\\s+(\\d{1,10})(?=\\s)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private final byte[] file;
    private final Deadline deadline;
    private final List<Section> sections = new ArrayList<>();
    private int entries;

    private CrossReferences(byte[] file, Deadline deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    /** Where an object stands. */
    sealed interface Entry {
        /**
         * By itself.
         *
         * @param place of {@code n g obj}
         */
        record At(long place, int generation) implements Entry {}

        record In(long stream) implements Entry {}

        record Free() implements Entry {}
    }

    /**
     * One table or stream, with the stream that a table of a hybrid file points to.
     *
     * @param doubled whether one object has two different entries
     * @param hidden what only those see who follow the table's pointer to a stream
     */
    record Section(long place, Map<Long, Entry> entries, boolean doubled, Map<Long, Entry> hidden) {}

    /** The sections in the order in which they are asked; nothing when they cannot be read to their end. */
    static Optional<CrossReferences> of(byte[] file, int length, Deadline deadline) {
        var read = new CrossReferences(file, deadline);
        try {
            return read.chain(length) ? Optional.of(read) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            if (e instanceof Deadline.Passed passed) {
                throw passed;
            }
            return Optional.empty();
        }
    }

    List<Section> sections() {
        return sections;
    }

    /** Each object's entry; the newest counts, and within a hybrid file the stream before what is older. */
    Map<Long, Entry> merged() {
        Map<Long, Entry> merged = new HashMap<>();
        for (Section section : sections) {
            section.entries().forEach((number, entry) -> {
                // Free in the table of a hybrid file, and found in its stream.
                boolean shown = entry instanceof Entry.Free && section.hidden().containsKey(number);
                if (!shown) {
                    merged.putIfAbsent(number, entry);
                }
            });
            section.hidden().forEach(merged::putIfAbsent);
        }
        return merged;
    }

    /** What programs could make of the sections that another state does not have. */
    Readings readingsBeside(Optional<CrossReferences> before) {
        Set<Long> known = new HashSet<>();
        before.ifPresent(it -> it.sections.forEach(section -> known.add(section.place())));
        Map<Long, Entry> older = before.map(CrossReferences::shownToAll).orElse(Map.of());
        var readings = Readings.ONE;
        for (Section section : sections) {
            if (known.contains(section.place())) {
                continue;
            }
            if (section.doubled()) {
                return Readings.SEVERAL;
            }
            for (Map.Entry<Long, Entry> it : section.hidden().entrySet()) {
                Entry was = older.get(it.getKey());
                Entry table = section.entries().get(it.getKey());
                boolean freed = table instanceof Entry.Free;
                if (table != null && (freed ? was != null : !table.equals(it.getValue()))) {
                    return Readings.SEVERAL;
                }
                // What was hidden before from the same programs they do not miss now.
                if (table == null && was != null && !was.equals(it.getValue())) {
                    readings = Readings.OLDER_OBJECTS;
                }
            }
        }
        return readings;
    }

    /** How far programs may differ. */
    enum Readings {
        ONE,
        /** Programs that do not follow the pointer of a hybrid file see some objects as they were before. */
        OLDER_OBJECTS,
        SEVERAL
    }

    /** Without what stands only in the streams of hybrid files; what is free there was never shown to older programs. */
    private Map<Long, Entry> shownToAll() {
        Map<Long, Entry> shown = new HashMap<>();
        for (Section section : sections) {
            section.entries().forEach(shown::putIfAbsent);
        }
        shown.values().removeIf(Entry.Free.class::isInstance);
        return shown;
    }

    private boolean chain(int length) throws IOException {
        int start = -1;
        for (int at = length - START.length; at >= 0; at--) {
            if (Revisions.startsWith(file, START, at)) {
                start = at;
                break;
            }
        }
        if (start < 0) {
            return false;
        }
        Matcher digits = NUMBER.matcher(text(start, Math.min(length, start + 64)));
        long place = digits.find() ? Long.parseLong(digits.group()) : -1;
        Set<Long> seen = new HashSet<>();
        while (place >= 0) {
            deadline.check();
            if (!seen.add(place) || seen.size() > MOST_SECTIONS || place >= length) {
                return false;
            }
            place = section((int) place);
        }
        return place == -1;
    }

    /** Reads one section and says where the one before it stands; -1 when it is the first. */
    private long section(int place) throws IOException {
        int at = Syntax.skipWhite(file, place);
        if (Revisions.startsWith(file, new byte[] {'x', 'r', 'e', 'f'}, at)) {
            return table(place, at + 4);
        }
        Map<Long, Entry> read = new HashMap<>();
        boolean[] doubled = {false};
        var dictionary = stream(at, read, doubled);
        sections.add(new Section(place, read, doubled[0], Map.of()));
        return number(dictionary, "Prev");
    }

    private long table(int place, int from) throws IOException {
        Map<Long, Entry> read = new HashMap<>();
        boolean[] doubled = {false};
        int at = from;
        while (true) {
            Matcher range = RANGE.matcher(text(at, Math.min(file.length, at + 48)));
            if (!range.lookingAt()) {
                break;
            }
            long first = Long.parseLong(range.group(1));
            long count = Long.parseLong(range.group(2));
            at += range.end();
            for (long i = 0; i < count; i++) {
                Matcher entry = ENTRY.matcher(text(at, Math.min(file.length, at + 32)));
                if (!entry.lookingAt()) {
                    throw new IOException("No entry");
                }
                at += entry.end();
                long offset = Long.parseLong(entry.group(1));
                put(
                        read,
                        first + i,
                        entry.group(3).equals("f") || offset == 0
                                ? new Entry.Free()
                                : new Entry.At(offset, Integer.parseInt(entry.group(2))),
                        doubled);
            }
        }
        at = Syntax.skipWhite(file, at);
        if (!Revisions.startsWith(file, new byte[] {'t', 'r', 'a', 'i', 'l', 'e', 'r'}, at)) {
            throw new IOException("No trailer");
        }
        var trailer = Syntax.dictionary(file, at + 7, 1 << 20).orElseThrow(() -> new IOException("No trailer"));
        Map<Long, Entry> hidden = new HashMap<>();
        long stream = number(trailer, "XRefStm");
        if (stream >= 0) {
            stream((int) stream, hidden, doubled);
        }
        if (!trailer.keysUnique()) {
            doubled[0] = true;
        }
        sections.add(new Section(place, read, doubled[0], hidden));
        return number(trailer, "Prev");
    }

    private Syntax.Dictionary stream(int place, Map<Long, Entry> read, boolean[] doubled) throws IOException {
        Matcher head =
                Pattern.compile("\\s*\\d+\\s+\\d+\\s+obj").matcher(text(place, Math.min(file.length, place + 64)));
        if (!head.lookingAt()) {
            throw new IOException("No cross-reference stream");
        }
        var it = Syntax.dictionary(file, place + head.end(), 1 << 20)
                .orElseThrow(() -> new IOException("No dictionary"));
        int data = Syntax.skipWhite(file, it.whole().to());
        if (!Revisions.startsWith(file, STREAM, data)) {
            throw new IOException("No stream");
        }
        data += STREAM.length;
        if (file[data] == '\r') {
            data++;
        }
        if (file[data] == '\n') {
            data++;
        }
        byte[] bytes = unpacked(it, data);
        List<Long> widths = numbers(it, "W");
        if (widths.size() < 3 || widths.stream().anyMatch(w -> w > 8)) {
            throw new IOException("No widths");
        }
        List<Long> index = numbers(it, "Index");
        if (index.isEmpty()) {
            index = List.of(0L, number(it, "Size"));
        }
        int width = (int) (widths.get(0) + widths.get(1) + widths.get(2));
        int at = 0;
        for (int i = 0; i + 1 < index.size(); i += 2) {
            for (long n = 0; n < index.get(i + 1) && at + width <= bytes.length; n++) {
                long kind = widths.getFirst() == 0 ? 1 : field(bytes, at, widths.get(0));
                long second = field(bytes, at + widths.get(0).intValue(), widths.get(1));
                long third = field(bytes, (int) (at + widths.get(0) + widths.get(1)), widths.get(2));
                at += width;
                Entry entry = kind == 0
                        ? new Entry.Free()
                        : kind == 1 ? new Entry.At(second, (int) third) : new Entry.In(second);
                put(read, index.get(i) + n, entry, doubled);
            }
        }
        if (!it.keysUnique()) {
            doubled[0] = true;
        }
        return it;
    }

    private void put(Map<Long, Entry> read, long number, Entry entry, boolean[] doubled) throws IOException {
        if (++entries > MOST_ENTRIES) {
            throw new IOException("Too many entries");
        }
        if ((entries & 0xfff) == 0) {
            deadline.check();
        }
        Entry other = read.put(number, entry);
        if (other != null && !other.equals(entry)) {
            doubled[0] = true;
        }
    }

    private byte[] unpacked(Syntax.Dictionary it, int from) throws IOException {
        long length = number(it, "Length");
        int to = length >= 0 && from + length <= file.length
                ? (int) (from + length)
                : Revisions.find(file, "endstream".getBytes(StandardCharsets.US_ASCII), from);
        if (to < 0) {
            throw new IOException("No end");
        }
        String filter =
                it.value("Filter").map(span -> text(span.from(), span.to())).orElse("");
        if (filter.isEmpty()) {
            return java.util.Arrays.copyOfRange(file, from, to);
        }
        if (!filter.replaceAll("[\\[\\]\\s]", "").matches("/(FlateDecode|Fl)")) {
            throw new IOException("Another filter");
        }
        var parameters = new COSDictionary();
        it.value("DecodeParms").flatMap(span -> Syntax.within(file, span)).ifPresent(span -> {
            var given = new COSDictionary();
            for (String key : List.of("Predictor", "Columns", "Colors", "BitsPerComponent")) {
                long value = number(span, key);
                if (value >= 0) {
                    given.setLong(COSName.getPDFName(key), value);
                }
            }
            parameters.setItem(COSName.DECODE_PARMS, given);
        });
        parameters.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] b, int off, int len) {
                if (size() + len > LONGEST_STREAM) {
                    throw new IllegalStateException("Swells");
                }
                super.write(b, off, len);
            }
        };
        FilterFactory.INSTANCE
                .getFilter(COSName.FLATE_DECODE)
                .decode(new ByteArrayInputStream(file, from, to - from), out, parameters, 0);
        return out.toByteArray();
    }

    private static long field(byte[] bytes, int at, long width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    private List<Long> numbers(Syntax.Dictionary it, String key) {
        List<Long> numbers = new ArrayList<>();
        it.value(key).ifPresent(span -> {
            Matcher matcher = NUMBER.matcher(text(span.from(), span.to()));
            while (matcher.find()) {
                numbers.add(Long.parseLong(matcher.group()));
            }
        });
        return numbers;
    }

    /** -1 when there is none; a reference is none, these must be direct. */
    private long number(Syntax.Dictionary it, String key) {
        return it.value(key)
                .map(span -> text(span.from(), span.to()))
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private String text(int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
