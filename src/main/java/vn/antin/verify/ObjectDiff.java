package vn.antin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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

/**
 * What differs between two states of a file, object by object, along every way from the trailer. Nothing is rendered: what
 * no viewer shows today may be shown tomorrow.
 */
final class ObjectDiff {
    private static final int DEEPEST = 100;
    private static final List<COSName> FROM_TRAILER = List.of(COSName.ROOT, COSName.INFO, COSName.ENCRYPT, COSName.ID);

    private final Revision before;
    private final Revision after;
    private final Deadline deadline;
    private final List<Change> changes = new ArrayList<>();
    private final Set<COSObjectKey> met = new HashSet<>();
    private final Deque<COSObjectKey> waiting = new ArrayDeque<>();

    private ObjectDiff(Revision before, Revision after, Deadline deadline) {
        this.before = before;
        this.after = after;
        this.deadline = deadline;
    }

    /**
     * The differences, and the objects that were written in the later state though nothing leads to them.
     */
    record Differences(List<Change> changes, Set<COSObjectKey> unexplained) {}

    static Differences between(Revision before, Revision after, Deadline deadline) {
        var diff = new ObjectDiff(before, after, deadline);
        for (COSName key : FROM_TRAILER) {
            diff.compare(
                    null,
                    List.of(key.getName()),
                    before.trailer().getItem(key),
                    after.trailer().getItem(key),
                    0);
        }
        diff.work();
        return new Differences(List.copyOf(diff.changes), diff.unexplained());
    }

    private void work() {
        for (COSObjectKey key = waiting.poll(); key != null; key = waiting.poll()) {
            deadline.check();
            compare(key, List.of(), before.object(key), after.object(key), 0);
        }
    }

    private void compare(
            @Nullable COSObjectKey owner, List<String> path, @Nullable COSBase old, @Nullable COSBase now, int depth) {
        COSBase was = old instanceof COSNull ? null : old;
        COSBase is = now instanceof COSNull ? null : now;
        if (was == null && is == null) {
            return;
        }
        if (was == null || is == null || depth > DEEPEST) {
            change(owner, path, was, is);
        } else if (was instanceof COSObject a && is instanceof COSObject b) {
            if (Objects.equals(a.getKey(), b.getKey()) && a.getKey() != null) {
                meet(a.getKey());
            } else {
                change(owner, path, was, is);
            }
        } else if (was instanceof COSDictionary a && is instanceof COSDictionary b) {
            dictionaries(owner, path, a, b, depth);
        } else if (was instanceof COSArray a && is instanceof COSArray b) {
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

    private void dictionaries(
            @Nullable COSObjectKey owner, List<String> path, COSDictionary a, COSDictionary b, int depth) {
        Set<COSName> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        for (COSName key : keys) {
            compare(owner, with(path, key.getName()), a.getItem(key), b.getItem(key), depth + 1);
        }
        boolean bothStreams = a instanceof COSStream && b instanceof COSStream;
        if (a instanceof COSStream != b instanceof COSStream
                || (bothStreams && !sameData(owner, (COSStream) a, (COSStream) b))) {
            change(owner, with(path, "stream"), a, b);
        }
    }

    /** The bytes as they stand in the file; one state being the beginning of the other, the same place is the same. */
    private boolean sameData(@Nullable COSObjectKey owner, COSStream a, COSStream b) {
        if (owner != null
                && Objects.equals(before.places().get(owner), after.places().get(owner))) {
            return true;
        }
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

    /** What is new is explained by the change that leads to it; what it refers to of old is compared too. */
    private void follow(COSBase it, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (it instanceof COSObject reference) {
            COSObjectKey key = reference.getKey();
            if (key == null) {
                return;
            }
            if (before.places().containsKey(key)) {
                meet(key);
            } else if (met.add(key)) {
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

    private void meet(COSObjectKey key) {
        if (met.add(key)) {
            waiting.add(key);
        }
    }

    private Set<COSObjectKey> unexplained() {
        Set<COSObjectKey> keys = new HashSet<>();
        after.places().forEach((key, place) -> {
            if (!place.equals(before.places().get(key)) && !met.contains(key) && !carriesStructure(key)) {
                keys.add(key);
            }
        });
        for (COSObjectKey key : before.places().keySet()) {
            if (!after.places().containsKey(key) && !carriesStructure(key, before)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private boolean carriesStructure(COSObjectKey key) {
        return carriesStructure(key, after);
    }

    /** Cross-reference and object streams are no part of the document that they carry. */
    private static boolean carriesStructure(COSObjectKey key, Revision revision) {
        return revision.object(key) instanceof COSStream stream
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
