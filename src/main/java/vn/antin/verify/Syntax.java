package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the raw bytes of PDF objects (ISO 32000-2, 7.2 and 7.3) where a parser's tolerance would hide what stands there:
 * positions of values, doubled keys, white space in strings.
 */
final class Syntax {
    private static final int DEEPEST = 64;
    private static final byte[] ENDOBJ = {'e', 'n', 'd', 'o', 'b', 'j'};

    private final byte[] file;
    private final int end;
    private int at;
    private boolean differing;

    private Syntax(byte[] file, int from, int end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** A dictionary's values by key, as places in the file. */
    record Dictionary(Span whole, Map<String, Span> values, boolean keysUnique) {
        Optional<Span> value(String key) {
            return Optional.ofNullable(values.get(key));
        }
    }

    /** Bytes from {@code from} up to, and without, {@code to}. */
    record Span(int from, int to) {}

    /** The dictionary of the object that starts at that offset with {@code n g obj}. */
    static Optional<Dictionary> object(byte[] file, long offset, long number, int generation) {
        if (offset < 0 || offset >= file.length) {
            return Optional.empty();
        }
        var reader = new Syntax(file, (int) offset, file.length);
        try {
            reader.expect(Long.toString(number));
            reader.expect(Integer.toString(generation));
            reader.expect("obj");
            return Optional.of(reader.dictionary(0));
        } catch (NotSyntax e) {
            return Optional.empty();
        }
    }

    /** The dictionary that starts at that place, after white space, within the next {@code most} bytes. */
    static Optional<Dictionary> dictionary(byte[] file, int from, int most) {
        try {
            return Optional.of(new Syntax(file, from, (int) Math.min(file.length, (long) from + most)).dictionary(0));
        } catch (NotSyntax e) {
            return Optional.empty();
        }
    }

    /** Where the object ends that starts there with {@code n g obj}: before {@code endobj} or {@code stream}. */
    static Optional<Span> body(byte[] file, int from, int end) {
        var reader = new Syntax(file, from, end);
        try {
            reader.number();
            reader.number();
            reader.expect("obj");
            reader.skipWhite();
            int start = reader.at;
            if (!Revisions.startsWith(file, ENDOBJ, start)) {
                reader.value(0);
            }
            return Optional.of(new Span(start, reader.at));
        } catch (NotSyntax e) {
            return Optional.empty();
        }
    }

    /** Whether a dictionary in the object that starts there has one key with two different values. */
    static boolean differingKeys(byte[] file, int from, int end) {
        var reader = new Syntax(file, from, end);
        try {
            reader.number();
            reader.number();
            reader.expect("obj");
            reader.value(0);
            return reader.differing;
        } catch (NotSyntax e) {
            return reader.differing;
        }
    }

    /** The same of values that stand one after the other. */
    static boolean differingKeys(byte[] values) {
        var reader = new Syntax(values, 0, values.length);
        try {
            for (reader.skipWhite(); reader.at < values.length; reader.skipWhite()) {
                reader.value(0);
            }
            return reader.differing;
        } catch (NotSyntax e) {
            return reader.differing;
        }
    }

    /** The place after white space and comments. */
    static int skipBlank(byte[] file, int from, int end) {
        var reader = new Syntax(file, from, end);
        reader.skipWhite();
        return reader.at;
    }

    /** The dictionary that is, or is the only member of an array that is, a value. */
    static Optional<Dictionary> within(byte[] file, Span value) {
        int at = value.from();
        if (file[at] == '[') {
            at = skipWhite(file, at + 1);
        }
        return dictionary(file, at, value.to() - at);
    }

    static int skipWhite(byte[] file, int from) {
        int at = from;
        while (at < file.length && isWhite(file[at])) {
            at++;
        }
        return at;
    }

    static boolean isWhite(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isDelimiter(int b) {
        return b == '(' || b == ')' || b == '<' || b == '>' || b == '[' || b == ']' || b == '{' || b == '}' || b == '/'
                || b == '%';
    }

    private Dictionary dictionary(int depth) throws NotSyntax {
        skipWhite();
        int from = at;
        take('<');
        take('<');
        Map<String, Span> values = new HashMap<>();
        Set<String> twice = new HashSet<>();
        Set<String> differently = new HashSet<>();
        while (true) {
            skipWhite();
            if (peek() == '>') {
                take('>');
                take('>');
                if (values.containsKey("ByteRange")) {
                    // Some write that a time-stamp is one, and that it is a signature.
                    twice.remove("Type");
                    differently.remove("Type");
                }
                differing |= !differently.isEmpty();
                return new Dictionary(new Span(from, at), values, twice.isEmpty());
            }
            String key = name();
            skipWhite();
            int start = at;
            value(depth + 1);
            Span other = values.put(key, new Span(start, at));
            if (other != null) {
                twice.add(key);
                if (!Arrays.equals(file, other.from(), other.to(), file, start, at)) {
                    differently.add(key);
                }
            }
        }
    }

    private void value(int depth) throws NotSyntax {
        if (depth > DEEPEST) {
            throw new NotSyntax();
        }
        skipWhite();
        int first = peek();
        if (first == '<' && at + 1 < end && file[at + 1] == '<') {
            dictionary(depth);
        } else if (first == '<') {
            while (peek() != '>') {
                at++;
            }
            at++;
        } else if (first == '(') {
            string();
        } else if (first == '[') {
            at++;
            for (skipWhite(); peek() != ']'; skipWhite()) {
                value(depth + 1);
            }
            at++;
        } else if (first == '/') {
            name();
        } else {
            word();
            reference();
        }
    }

    /** After a number: "0 R" makes it a reference. */
    private void reference() throws NotSyntax {
        int back = at;
        skipWhite();
        int generation = at;
        while (at < end && file[at] >= '0' && file[at] <= '9') {
            at++;
        }
        if (at > generation) {
            skipWhite();
            boolean ends = at + 1 >= end || isWhite(file[at + 1]) || isDelimiter(file[at + 1]);
            if (at < end && file[at] == 'R' && ends) {
                at++;
                return;
            }
        }
        at = back;
    }

    private void string() throws NotSyntax {
        int open = 0;
        do {
            int b = peek();
            at++;
            if (b == '\\') {
                at++;
            } else if (b == '(') {
                open++;
            } else if (b == ')') {
                open--;
            }
        } while (open > 0);
    }

    private String name() throws NotSyntax {
        take('/');
        var text = new StringBuilder();
        while (at < end && !isWhite(file[at]) && !isDelimiter(file[at])) {
            int b = file[at] & 0xff;
            if (b == '#' && at + 2 < end) {
                int value = Character.digit(file[at + 1], 16) * 16 + Character.digit(file[at + 2], 16);
                if (value >= 0) {
                    b = value;
                    at += 2;
                }
            }
            text.append((char) b);
            at++;
        }
        return text.toString();
    }

    private void word() throws NotSyntax {
        int from = at;
        while (at < end && !isWhite(file[at]) && !isDelimiter(file[at])) {
            at++;
        }
        if (at == from) {
            throw new NotSyntax();
        }
    }

    private void expect(String word) throws NotSyntax {
        skipWhite();
        for (byte it : word.getBytes(StandardCharsets.US_ASCII)) {
            take(it);
        }
    }

    private void number() throws NotSyntax {
        skipWhite();
        int digits = at;
        while (at < end && file[at] >= '0' && file[at] <= '9') {
            at++;
        }
        if (at == digits || at - digits > 10) {
            throw new NotSyntax();
        }
    }

    private void take(int b) throws NotSyntax {
        if (peek() != b) {
            throw new NotSyntax();
        }
        at++;
    }

    private int peek() throws NotSyntax {
        if (at >= end) {
            throw new NotSyntax();
        }
        return file[at];
    }

    private void skipWhite() {
        while (at < end) {
            if (file[at] == '%') {
                while (at < end && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            } else if (isWhite(file[at])) {
                at++;
            } else {
                return;
            }
        }
    }

    private static final class NotSyntax extends Exception {
        private static final long serialVersionUID = 1L;

        NotSyntax() {
            super(null, null, false, false);
        }
    }
}
