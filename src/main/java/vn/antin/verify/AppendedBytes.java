package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Whether every byte of a later state is explained: by an object that the cross-references list, by the cross-references
 * themselves, by white space or a comment. What else stands there some program may find and show.
 */
final class AppendedBytes {
    private static final byte[] XREF = bytes("xref");
    private static final byte[] TRAILER = bytes("trailer");
    private static final byte[] START = bytes("startxref");
    private static final byte[] STREAM = bytes("stream");
    private static final byte[] ENDSTREAM = bytes("endstream");
    private static final byte[] ENDOBJ = bytes("endobj");
    private static final byte[] OBJ = bytes(" obj");

    private final byte[] file;
    private final int to;
    private final Set<Long> listed;
    private final Deadline deadline;

    private AppendedBytes(byte[] file, int to, Set<Long> listed, Deadline deadline) {
        this.file = file;
        this.to = to;
        this.listed = listed;
        this.deadline = deadline;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param listed places of objects, and of cross-reference streams */
    static boolean explained(byte[] file, int from, int to, Set<Long> listed, Deadline deadline) {
        return new AppendedBytes(file, to, listed, deadline).explained(from);
    }

    private boolean explained(int from) {
        int at = from;
        while (true) {
            deadline.check();
            int next = Syntax.skipBlank(file, at, to);
            int object = Revisions.find(file, OBJ, at);
            if (object >= 0 && object < next - OBJ.length) {
                return false;
            }
            at = next;
            if (at >= to) {
                return true;
            }
            if (Revisions.startsWith(file, XREF, at)) {
                at = afterTable(at);
            } else if (listed.contains((long) at)) {
                at = afterObject(at);
            } else if (Revisions.startsWith(file, START, at)) {
                at = Syntax.skipWhite(file, at + START.length);
                while (at < to && file[at] >= '0' && file[at] <= '9') {
                    at++;
                }
            } else {
                return false;
            }
            if (at < 0 || at > to) {
                return false;
            }
        }
    }

    private int afterTable(int from) {
        int trailer = from + XREF.length;
        while (trailer < to
                && (Syntax.isWhite(file[trailer])
                        || (file[trailer] >= '0' && file[trailer] <= '9')
                        || file[trailer] == 'n'
                        || file[trailer] == 'f')) {
            trailer++;
        }
        if (!Revisions.startsWith(file, TRAILER, trailer)) {
            return -1;
        }
        return Syntax.dictionary(file, trailer + TRAILER.length, to - trailer)
                .map(it -> it.whole().to())
                .orElse(-1);
    }

    private int afterObject(int from) {
        var body = Syntax.body(file, from, to);
        if (body.isEmpty()) {
            return -1;
        }
        int at = Syntax.skipBlank(file, body.get().to(), to);
        if (Revisions.startsWith(file, STREAM, at)) {
            at = afterStream(body.get(), at + STREAM.length);
            if (at < 0) {
                return -1;
            }
            at = Syntax.skipBlank(file, at, to);
        }
        // Some producers leave it out; what follows is then looked at all the same.
        return Revisions.startsWith(file, ENDOBJ, at) ? at + ENDOBJ.length : at;
    }

    private int afterStream(Syntax.Span body, int from) {
        int data = from;
        if (data < to && file[data] == '\r') {
            data++;
        }
        if (data < to && file[data] == '\n') {
            data++;
        }
        int start = data;
        int end = Syntax.dictionary(file, body.from(), body.to() - body.from())
                .flatMap(it -> it.value("Length"))
                .map(span -> new String(file, span.from(), span.to() - span.from(), StandardCharsets.ISO_8859_1))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> start + Integer.parseInt(text))
                .filter(it -> it <= to && Revisions.startsWith(file, ENDSTREAM, Syntax.skipWhite(file, it)))
                .map(it -> Syntax.skipWhite(file, it))
                .orElseGet(() -> Revisions.find(file, ENDSTREAM, start));
        return end < 0 ? -1 : end + ENDSTREAM.length;
    }
}
