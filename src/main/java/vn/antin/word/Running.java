package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Inline;
import vn.antin.word.Item.Para;
import vn.antin.word.Item.Piece;

/** Pieces of a file as running text of a document; numbers the notes in the order of their marks. */
final class Running {
    private final Account account;
    private int notes;

    Running(Account account) {
        this.account = account;
    }

    Inline.Text text(List<Piece> pieces) {
        return trimmed(parts(pieces));
    }

    private List<Inline> parts(List<Piece> pieces) {
        var parts = new ArrayList<Inline>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Letters it -> add(parts, new Inline.Run(it.text(), it.bold(), it.italic()));
                case Piece.Break line -> parts.add(new Inline.Break());
                case Piece.Tab tab -> {
                    if (!parts.isEmpty()) {
                        account.tell(Remark.Sort.TAB, "");
                    }
                    add(parts, new Inline.Run(" ", lastBold(parts), lastItalic(parts)));
                }
                case Piece.Note it -> {
                    int number = ++notes;
                    parts.add(new Inline.Footnote(number, note(it)));
                }
            }
        }
        return parts;
    }

    private Inline.Text note(Piece.Note note) {
        var all = new ArrayList<Piece>();
        for (Para para : note.paragraphs()) {
            if (!all.isEmpty()) {
                all.add(new Piece.Letters(" ", false, false, "", 0, null));
            }
            if (!para.marker().isEmpty()) {
                all.add(new Piece.Letters(para.marker() + " ", false, false, "", 0, null));
            }
            // A note has no note of its own: its words are set in the text.
            for (Piece piece : para.pieces()) {
                if (piece instanceof Piece.Note inner) {
                    inner.paragraphs().forEach(it -> all.addAll(it.pieces()));
                } else {
                    all.add(piece);
                }
            }
        }
        return text(all);
    }

    private static boolean lastBold(List<Inline> parts) {
        return !parts.isEmpty() && parts.getLast() instanceof Inline.Run run && run.bold();
    }

    private static boolean lastItalic(List<Inline> parts) {
        return !parts.isEmpty() && parts.getLast() instanceof Inline.Run run && run.italic();
    }

    /** Joins neighbours of one style; white space takes the style of what stands before it. */
    static void add(List<Inline> parts, Inline.Run run) {
        if (run.text().isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast() instanceof Inline.Run before) {
            boolean same = before.bold() == run.bold() && before.italic() == run.italic();
            if (same) {
                parts.set(parts.size() - 1, new Inline.Run(before.text() + run.text(), run.bold(), run.italic()));
                return;
            }
        }
        parts.add(run);
    }

    /** Without white space at its ends and round its breaks. */
    static Inline.Text trimmed(List<Inline> parts) {
        var trimmed = new ArrayList<Inline>();
        for (int i = 0; i < parts.size(); i++) {
            boolean first = trimmed.isEmpty() || trimmed.getLast() instanceof Inline.Break;
            boolean last = i == parts.size() - 1 || parts.get(i + 1) instanceof Inline.Break;
            switch (parts.get(i)) {
                case Inline.Run run -> {
                    String text = first ? run.text().stripLeading() : run.text();
                    text = last ? text.stripTrailing() : text;
                    add(trimmed, new Inline.Run(text, run.bold(), run.italic()));
                }
                case Inline.Break line -> {
                    if (!trimmed.isEmpty()) {
                        trimmed.add(line);
                    }
                }
                case Inline.Footnote note -> trimmed.add(note);
            }
        }
        while (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Break) {
            trimmed.removeLast();
        }
        if (!trimmed.isEmpty()
                && trimmed.getLast() instanceof Inline.Run run
                && run.text().endsWith(" ")) {
            trimmed.removeLast();
            add(trimmed, new Inline.Run(run.text().stripTrailing(), run.bold(), run.italic()));
        }
        return new Inline.Text(trimmed);
    }
}
