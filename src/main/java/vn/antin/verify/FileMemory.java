package vn.antin.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the raw bytes of one file, so that its states, each the beginning of the next, need not read it again.
 * For one thread.
 */
final class FileMemory {
    private static final byte[] END = {'e', 'n', 'd', 'o', 'b', 'j'};
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private final byte[] file;
    private final Map<Integer, CrossReferences.Read> sections = new HashMap<>();
    private final Map<Long, Boolean> leading = new HashMap<>();

    FileMemory(byte[] file) {
        this.file = file;
    }

    Optional<CrossReferences.Read> section(int place) {
        return Optional.ofNullable(sections.get(place));
    }

    void remember(int place, CrossReferences.Read section) {
        sections.put(place, section);
    }

    /** Whether the object that stands there may lead to others: a reference stands in it, or it cannot be read. */
    boolean leads(long place) {
        return leading.computeIfAbsent(place, it -> mayLead(Math.toIntExact(it)));
    }

    private boolean mayLead(int place) {
        var body = Syntax.body(file, place, file.length);
        if (body.isEmpty()) {
            return true;
        }
        for (int i = body.get().from(); i < body.get().to(); i++) {
            // Parsers take "1 0 R" and "1 0R"; in a name an R stands behind other letters.
            if (file[i] == 'R' && (Syntax.isWhite(file[i - 1]) || Character.isDigit(file[i - 1]))) {
                return true;
            }
        }
        // Where something else follows, a parser may have read further than we did.
        int next = Syntax.skipWhite(file, body.get().to());
        return !Revisions.startsWith(file, END, next) && !Revisions.startsWith(file, STREAM, next);
    }
}
