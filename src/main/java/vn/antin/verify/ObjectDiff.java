package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What differs between two states of a file, object by object. Nothing is rendered: what no viewer shows today may be
 * shown tomorrow. An object that stands at the same place in both states is the same, one state being the beginning of
 * the other; so only those are compared whose cross-reference changed.
 */
final class ObjectDiff {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectDiff.class);
    private static final int DEEPEST = 100;
    private static final int LONGEST_OBJECTS = 48 << 20;
    private static final COSName EXTENDS = COSName.getPDFName("Extends");
    private static final List<COSName> FROM_TRAILER = List.of(COSName.ROOT, COSName.INFO, COSName.ENCRYPT, COSName.ID);

    /** What is looked into even when it stands under another number now. */
    private static final Set<String> CONTAINERS =
            Set.of("Root", "Info", "AcroForm", "Fields", "Annots", "DR", "StructTreeRoot", "ParentTree", "Nums");
    /** What these are nobody sees unless something leads to them. */
    private static final Set<String> LEFT_BEHIND =
            Set.of("VRI", "DSS", "Font", "FontDescriptor", "XObject", "Metadata", "Encoding", "ExtGState");

    private static final Set<String> VALIDATION_DATA =
            Set.of("Cert", "CRL", "OCSP", "TU", "TS", "Certs", "CRLs", "OCSPs", "VRI");

    private final byte[] file;
    private final Revision before;
    private final Revision after;
    private final Deadline deadline;
    private final List<Change> changes = new ArrayList<>();
    private final Set<COSObjectKey> met = new HashSet<>();
    private final IdentityHashMap<COSBase, IdentityHashMap<COSBase, Pair>> compared = new IdentityHashMap<>();
    private int circles;
    private final Map<Long, CrossReferences.Entry> old;
    private final Map<Long, CrossReferences.Entry> now;
    private final Set<Long> changed = new TreeSet<>();
    private final Set<COSObjectKey> gone = new HashSet<>();

    private ObjectDiff(byte[] file, Revision before, Revision after, Deadline deadline) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.deadline = deadline;
        this.old = before.entries();
        this.now = after.entries();
    }

    /**
     * The differences.
     *
     * @param gone objects that the later state no longer has
     * @param unclear whether the later state holds what nothing leads to, or what programs could read in different ways
     * @param partly whether some programs see only some of the changes
     */
    record Differences(List<Change> changes, Set<COSObjectKey> gone, boolean unclear, boolean partly) {}

    static Differences between(byte[] file, Revision before, Revision after, Deadline deadline) {
        return new ObjectDiff(file, before, after, deadline).differences();
    }

    private Differences differences() {
        var readings = before.references().isEmpty() || after.references().isEmpty()
                ? CrossReferences.Readings.SEVERAL
                : after.references().get().readingsBeside(before.references());
        boolean unclear = readings == CrossReferences.Readings.SEVERAL;
        find();
        for (COSName key : FROM_TRAILER) {
            compare(
                    null,
                    List.of(key.getName()),
                    before.trailer().getItem(key),
                    after.trailer().getItem(key),
                    0);
        }
        for (long number : changed) {
            deadline.check();
            COSObjectKey key = key(number, old);
            if (key != null && !gone.contains(key)) {
                COSObjectKey is = Objects.requireNonNullElse(key(number, now), key);
                COSBase was = before.object(key);
                if (!carriesStructure(was) || !carriesStructure(after.object(is))) {
                    compare(key, List.of(), was, after.object(is), 0);
                }
            }
        }
        if (unclear) {
            LOG.debug("The cross-references have more than one reading");
        }
        boolean partly = readings == CrossReferences.Readings.OLDER_OBJECTS;
        return new Differences(List.copyOf(changes), Set.copyOf(gone), unclear || strange(), partly);
    }

    /** The numbers of objects whose place is another now. */
    private void find() {
        now.forEach((number, entry) -> {
            if (!entry.equals(old.get(number)) && !(entry instanceof CrossReferences.Entry.Free)) {
                changed.add(number);
            }
        });
        now.forEach((number, entry) -> {
            if (entry instanceof CrossReferences.Entry.In in && changed.contains(in.stream())) {
                changed.add(number);
            }
        });
        old.forEach((number, entry) -> {
            if (!(entry instanceof CrossReferences.Entry.Free)
                    && (now.get(number) == null || now.get(number) instanceof CrossReferences.Entry.Free)) {
                COSObjectKey key = key(number, old);
                if (key != null) {
                    gone.add(key);
                }
            }
        });
    }

    private static @Nullable COSObjectKey key(long number, Map<Long, CrossReferences.Entry> entries) {
        return switch (entries.get(number)) {
            case CrossReferences.Entry.At at -> new COSObjectKey(number, at.generation());
            case CrossReferences.Entry.In in -> new COSObjectKey(number, 0);
            case CrossReferences.Entry.Free free -> null;
            case null -> null;
        };
    }

    private void compare(
            @Nullable COSObjectKey owner, List<String> path, @Nullable COSBase was, @Nullable COSBase is, int depth) {
        if (was instanceof COSObject a && is instanceof COSObject b && Objects.equals(a.getKey(), b.getKey())) {
            // It is compared by itself if it changed, unless it is no longer there.
            if (a.getKey() == null || gone.contains(a.getKey())) {
                change(owner, path, was, null);
            }
            return;
        }
        COSBase from = resolved(was);
        COSBase to = resolved(is);
        if (is instanceof COSObject) {
            follow(is, 0);
        }
        if (from == null && to == null) {
            return;
        }
        if (from == null || to == null || depth > DEEPEST) {
            change(owner, path, from == null ? null : was, to == null ? null : is);
            return;
        }
        if (!(was instanceof COSObject) && !(is instanceof COSObject)) {
            values(owner, path, from, to, depth);
            return;
        }
        IdentityHashMap<COSBase, Pair> pairs = compared.computeIfAbsent(from, it -> new IdentityHashMap<>());
        Pair known = pairs.putIfAbsent(to, Pair.UNDER_WAY);
        if (known == Pair.UNDER_WAY) {
            circles++;
        }
        if (CONTAINERS.contains(path.getLast())) {
            if (known == null) {
                COSObjectKey holder = was instanceof COSObject a ? a.getKey() : owner;
                values(holder, was instanceof COSObject ? List.of() : path, from, to, depth);
                pairs.put(to, Pair.DIFFERENT);
            }
            return;
        }
        // The same thing under another number is the same thing; another thing is a change of all that point at it.
        boolean different = known == Pair.DIFFERENT;
        if (known == null) {
            int differences = changes.size();
            int circlesBefore = circles;
            values(owner, path, from, to, depth);
            different = changes.size() > differences;
            changes.subList(differences, changes.size()).clear();
            // What leads back to something not yet compared to its end is not known to be the same.
            pairs.put(to, different || circles > circlesBefore ? Pair.DIFFERENT : Pair.SAME);
        }
        if (different) {
            change(owner, path, was, is);
        }
    }

    private enum Pair {
        UNDER_WAY,
        SAME,
        DIFFERENT
    }

    private void values(@Nullable COSObjectKey owner, List<String> path, COSBase was, COSBase is, int depth) {
        if (was instanceof COSDictionary a && is instanceof COSDictionary b) {
            dictionaries(owner, path, a, b, depth);
        } else if (was instanceof COSArray a && is instanceof COSArray b) {
            if (references(a) && references(b)) {
                lists(owner, path, a, b, depth);
                return;
            }
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                compare(
                        owner,
                        with(path, "[" + i + "]"),
                        i < a.size() ? a.get(i) : null,
                        i < b.size() ? b.get(i) : null,
                        depth + 1);
            }
        } else if (!sameScalar(was, is)) {
            change(owner, path, was, is);
        }
    }

    private static boolean references(COSArray array) {
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof COSObject it) || it.getKey() == null) {
                return false;
            }
        }
        return true;
    }

    /** Lists of objects are compared by which they hold, so that one put in the middle is one addition. */
    private void lists(@Nullable COSObjectKey owner, List<String> path, COSArray a, COSArray b, int depth) {
        List<COSObjectKey> was = keys(a);
        List<COSObjectKey> is = keys(b);
        Set<COSObjectKey> common = new HashSet<>(was);
        common.retainAll(is);
        List<COSBase> lost = new ArrayList<>();
        List<COSBase> won = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (!common.contains(was.get(i))) {
                lost.add(a.get(i));
            } else if (gone.contains(was.get(i))) {
                change(owner, with(path, "[" + i + "]"), a.get(i), null);
            }
        }
        for (int i = 0; i < b.size(); i++) {
            if (!common.contains(is.get(i))) {
                won.add(b.get(i));
            }
        }
        was.retainAll(common);
        is.retainAll(common);
        if (!was.equals(is)) {
            change(owner, with(path, "[order]"), a, b);
        }
        if (lost.size() == won.size()) {
            for (int i = 0; i < lost.size(); i++) {
                compare(owner, with(path, "[" + i + "]"), lost.get(i), won.get(i), depth + 1);
            }
        } else {
            lost.forEach(it -> change(owner, with(path, "[-]"), it, null));
            won.forEach(it -> change(owner, with(path, "[+]"), null, it));
        }
    }

    private static List<COSObjectKey> keys(COSArray array) {
        List<COSObjectKey> keys = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            keys.add(Objects.requireNonNull(((COSObject) array.get(i)).getKey()));
        }
        return keys;
    }

    private void dictionaries(
            @Nullable COSObjectKey owner, List<String> path, COSDictionary a, COSDictionary b, int depth) {
        Set<COSName> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        boolean bothStreams = a instanceof COSStream && b instanceof COSStream;
        for (COSName key : keys) {
            if (!bothStreams || !key.equals(COSName.LENGTH)) {
                compare(owner, with(path, key.getName()), a.getItem(key), b.getItem(key), depth + 1);
            }
        }
        if (a instanceof COSStream != b instanceof COSStream
                || (bothStreams && !sameData((COSStream) a, (COSStream) b))) {
            change(owner, with(path, "stream"), a, b);
        }
    }

    private boolean sameData(COSStream a, COSStream b) {
        try (InputStream one = a.createRawInputStream();
                InputStream other = b.createRawInputStream()) {
            byte[] left = new byte[8192];
            byte[] right = new byte[8192];
            while (true) {
                int n = one.readNBytes(left, 0, left.length);
                int m = other.readNBytes(right, 0, right.length);
                if (n != m || !Arrays.equals(left, 0, n, right, 0, m)) {
                    return false;
                }
                if (n < left.length) {
                    return true;
                }
                deadline.check();
            }
        } catch (IOException e) {
            // What cannot be read is not known to be the same.
            return false;
        }
    }

    private static boolean sameScalar(COSBase a, COSBase b) {
        if (a instanceof COSNumber one && b instanceof COSNumber other) {
            return one.equals(other) || Float.compare(one.floatValue(), other.floatValue()) == 0;
        }
        if (a instanceof COSString one && b instanceof COSString other) {
            return Arrays.equals(one.getBytes(), other.getBytes());
        }
        if (a instanceof COSName || a instanceof COSBoolean) {
            return a.equals(b);
        }
        return false;
    }

    private void change(@Nullable COSObjectKey owner, List<String> path, @Nullable COSBase was, @Nullable COSBase is) {
        changes.add(new Change(owner, path, was, is));
        if (is != null) {
            follow(is, 0);
        }
    }

    /** What is new is explained by the change that leads to it. */
    private void follow(COSBase it, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (it instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            if (key != null && !was(key.getNumber()) && met.add(key)) {
                deadline.check();
                COSBase object = reference.getObject();
                if (object != null) {
                    follow(object, depth + 1);
                }
            }
        } else if (it instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                follow(dictionary.getItem(key), depth + 1);
            }
        } else if (it instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                follow(array.get(i), depth + 1);
            }
        }
    }

    private boolean was(long number) {
        return old.get(number) != null && !(old.get(number) instanceof CrossReferences.Entry.Free);
    }

    /** Whether the later state holds anything whose purpose is not seen. */
    private boolean strange() {
        Set<Long> listed = new HashSet<>();
        Set<Long> streams = new TreeSet<>();
        var places = after.places();
        for (long number : changed) {
            COSObjectKey key = key(number, now);
            if (key == null) {
                continue;
            }
            if (!was(number) && !met.contains(key) && !leftBehind(after.object(key))) {
                return strange("nothing leads to", number);
            }
            if (after.object(key) instanceof COSStream it && COSName.OBJ_STM.equals(it.getCOSName(COSName.TYPE))) {
                streams.add(number);
            }
            Long place = places.get(key);
            switch (Objects.requireNonNull(now.get(number))) {
                case CrossReferences.Entry.At at -> {
                    // A state consists of what it appended; what points back into signed bytes was planted there.
                    if (place == null
                            || place != at.place()
                            || at.place() < before.length()
                            || at.place() >= after.length()
                            || !startsThere(at, number)) {
                        return strange("stands elsewhere", number);
                    }
                    if (Syntax.differingKeys(file, (int) at.place(), after.length())) {
                        return strange("has a key twice", number);
                    }
                    listed.add((long) Syntax.skipWhite(file, (int) at.place()));
                }
                case CrossReferences.Entry.In in -> {
                    if (place == null || place != -in.stream()) {
                        return strange("is in no such stream", number);
                    }
                    streams.add(in.stream());
                }
                case CrossReferences.Entry.Free free -> {}
            }
        }
        after.references()
                .ifPresent(it -> it.sections()
                        .forEach(section -> listed.add((long) Syntax.skipWhite(file, (int) section.place()))));
        for (long stream : streams) {
            if (!holdsWhatIsListed(stream)) {
                return strange("holds what is not listed", stream);
            }
        }
        return !AppendedBytes.explained(file, before.length(), after.length(), listed, deadline)
                && strange("was appended beside objects", before.length());
    }

    private static boolean strange(String why, long number) {
        LOG.debug("{} {}", number, why);
        return true;
    }

    private boolean startsThere(CrossReferences.Entry.At at, long number) {
        int from = (int) at.place();
        String head = new String(file, from, Math.min(32, file.length - from), StandardCharsets.ISO_8859_1);
        return head.matches("(?s)\\s*0*" + number + "\\s+0*" + at.generation() + "\\s+obj.*");
    }

    /** Whether an object stream has each object once, and only such as the cross-references look for in it. */
    private boolean holdsWhatIsListed(long number) {
        if (!(after.object(new COSObjectKey(number, 0)) instanceof COSStream stream)) {
            return false;
        }
        int count = stream.getInt(COSName.N);
        Set<Long> seen = new HashSet<>();
        if (stream.containsKey(EXTENDS)) {
            // Programs could look for objects there that the cross-references do not look for.
            return false;
        }
        try (InputStream in = stream.createInputStream()) {
            byte[] head = in.readNBytes(Math.max(0, stream.getInt(COSName.FIRST)));
            byte[] objects = in.readNBytes(LONGEST_OBJECTS);
            if (objects.length == LONGEST_OBJECTS || Syntax.differingKeys(objects)) {
                return false;
            }
            String[] words =
                    new String(head, StandardCharsets.ISO_8859_1).strip().split("\\s+", -1);
            for (int i = 0; i < count; i++) {
                long it = Long.parseLong(words[2 * i]);
                boolean here = now.get(it) instanceof CrossReferences.Entry.In entry && entry.stream() == number;
                if (!seen.add(it) || !here) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            // Not a list of numbers and places.
            return false;
        }
    }

    private static @Nullable COSBase resolved(@Nullable COSBase it) {
        COSBase object = it instanceof COSObject reference ? reference.getObject() : it;
        return object instanceof COSNull ? null : object;
    }

    /** Programs leave such things behind: data that was replaced, a font that no text uses. */
    private boolean leftBehind(@Nullable COSBase it) {
        // Once it is there, a later state could lead to it as to something that was signed.
        if (it != null && new NewObjects(before).danger(it, List.of()) != NewObjects.Danger.NONE) {
            return false;
        }
        if (carriesStructure(it) || !(it instanceof COSDictionary dictionary)) {
            return true;
        }
        String type = dictionary.getNameAsString(COSName.TYPE);
        if (type != null) {
            return LEFT_BEHIND.contains(type);
        }
        // A field that was made one with its widget leaves the widget behind.
        if (COSName.WIDGET.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            return true;
        }
        // Of replaced data for validation, whose kinds need not be said (ETSI EN 319 142-1, 5.4.2).
        return it instanceof COSStream
                || (dictionary.size() > 0
                        && dictionary.keySet().stream().allMatch(key -> VALIDATION_DATA.contains(key.getName())));
    }

    /** Cross-reference and object streams are no part of the document that they carry. */
    private static boolean carriesStructure(@Nullable COSBase it) {
        return it instanceof COSStream stream
                && (COSName.XREF.equals(stream.getCOSName(COSName.TYPE))
                        || COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE)));
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(key);
        return longer;
    }
}
