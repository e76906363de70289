package vn.antin.compose;

import java.util.ArrayList;
import java.util.List;
import vn.antin.kernel.Refusal;

/**
 * Reads running text as people type it: {@code **bold**}, {@code *italic*}, {@code ^[footnote]}, a backslash before a
 * mark that is meant as itself, a line feed as a line break. Takes time in proportion to the text.
 *
 * <p>A star opens only before a letter and closes only after one; a star without its partner is a star. One reader
 * serves one document, so that footnotes are numbered through it.
 */
final class InlineNotation {
    private int footnotes;

    /**
     * Reads one paragraph, title or cell.
     *
     * @param where for a refusal: the place in words
     */
    Inline.Text read(String source, String where) {
        return read(source, where, true);
    }

    private Inline.Text read(String source, String where, boolean notesAllowed) {
        List<Token> tokens = tokens(source.strip(), where, notesAllowed);
        int lastBoldCloser = lastCloser(tokens, 2);
        int lastItalicCloser = lastCloser(tokens, 1);
        var text = new TextBuilder();
        boolean bold = false;
        boolean italic = false;
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Token.Plain plain -> text.add(plain.text(), bold, italic);
                case Token.Break line -> text.add(new Inline.Break());
                case Token.Note note -> {
                    int number = ++footnotes;
                    text.add(new Inline.Footnote(number, read(note.source(), where, false)));
                }
                case Token.Stars stars -> {
                    if (stars.count() == 2 && turns(stars, bold, i, lastBoldCloser)) {
                        bold = !bold;
                    } else if (stars.count() == 1 && turns(stars, italic, i, lastItalicCloser)) {
                        italic = !italic;
                    } else {
                        text.add("*".repeat(stars.count()), bold, italic);
                    }
                }
            }
        }
        return text.text();
    }

    private static boolean turns(Token.Stars stars, boolean on, int at, int lastCloser) {
        return on ? stars.closes() : stars.opens() && at < lastCloser;
    }

    private static int lastCloser(List<Token> tokens, int count) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i) instanceof Token.Stars stars && stars.count() == count && stars.closes()) {
                return i;
            }
        }
        return -1;
    }

    private static List<Token> tokens(String source, String where, boolean notesAllowed) {
        var tokens = new ArrayList<Token>();
        var plain = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                plain.append(source.charAt(i + 1));
                i += 2;
            } else if (c == '\n') {
                flush(plain, tokens);
                tokens.add(new Token.Break());
                i++;
            } else if (c == '*') {
                flush(plain, tokens);
                i = stars(source, i, tokens);
            } else if (notesAllowed && source.startsWith("^[", i)) {
                flush(plain, tokens);
                int end = noteEnd(source, i + 2, where);
                tokens.add(new Token.Note(source.substring(i + 2, end)));
                i = end + 1;
            } else {
                plain.append(c);
                i++;
            }
        }
        flush(plain, tokens);
        return tokens;
    }

    private static int stars(String source, int from, List<Token> tokens) {
        int to = from;
        while (to < source.length() && source.charAt(to) == '*') {
            to++;
        }
        boolean opens = to < source.length() && !Character.isWhitespace(source.charAt(to));
        boolean closes = from > 0 && !Character.isWhitespace(source.charAt(from - 1));
        switch (to - from) {
            case 1, 2 -> tokens.add(new Token.Stars(to - from, opens, closes));
            case 3 -> {
                tokens.add(new Token.Stars(2, opens, closes));
                tokens.add(new Token.Stars(1, opens, closes));
            }
            default -> tokens.add(new Token.Plain(source.substring(from, to)));
        }
        return to;
    }

    private static int noteEnd(String source, int from, String where) {
        int depth = 1;
        for (int i = from; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '\\' -> i++;
                case '[' -> depth++;
                case ']' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        throw new Refusal(ComposeReason.FOOTNOTE_NOT_CLOSED, where);
    }

    private static void flush(StringBuilder plain, List<Token> tokens) {
        if (!plain.isEmpty()) {
            tokens.add(new Token.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private sealed interface Token {
        record Plain(String text) implements Token {}

        record Stars(int count, boolean opens, boolean closes) implements Token {}

        record Note(String source) implements Token {}

        record Break() implements Token {}
    }

    /** Joins neighbours of one style. */
    private static final class TextBuilder {
        private final List<Inline> parts = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private boolean bold;
        private boolean italic;

        void add(String text, boolean bold, boolean italic) {
            if (this.bold != bold || this.italic != italic) {
                endRun();
                this.bold = bold;
                this.italic = italic;
            }
            run.append(text);
        }

        void add(Inline part) {
            endRun();
            parts.add(part);
        }

        Inline.Text text() {
            endRun();
            return new Inline.Text(parts);
        }

        private void endRun() {
            if (!run.isEmpty()) {
                parts.add(new Inline.Run(run.toString(), bold, italic));
                run.setLength(0);
            }
        }
    }
}
