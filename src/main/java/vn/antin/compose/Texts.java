package vn.antin.compose;

import java.util.ArrayList;
import java.util.List;

/** What the composer asks of, and adds to, running text. */
public final class Texts {
    private static final String CLOSING = ";.,:";

    private Texts() {}

    /** Whether all its words are bold, so that it is a title. */
    public static boolean whollyBold(Inline.Text text) {
        return !text.isBlank()
                && text.parts().stream().allMatch(it -> switch (it) {
                    case Inline.Run run -> run.bold() || run.text().isBlank();
                    case Inline.Footnote note -> true;
                    case Inline.Break line -> true;
                });
    }

    /** The same words without bold: what is bold as a whole is told by the block. */
    public static Inline.Text withoutBold(Inline.Text text) {
        return new Inline.Text(text.parts().stream()
                .map(it -> it instanceof Inline.Run run ? new Inline.Run(run.text(), false, run.italic()) : it)
                .toList());
    }

    /** Ends an entry of a list with {@code ;}, the last with {@code .}, where it has no mark of its own. */
    static Inline.Text closed(Inline.Text text, boolean last) {
        String plain = text.plain().strip();
        return plain.isEmpty() || CLOSING.indexOf(plain.charAt(plain.length() - 1)) >= 0
                ? text
                : followedBy(text, last ? "." : ";");
    }

    static String closed(String text, boolean last) {
        return text.isEmpty() || CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text + (last ? "." : ";");
    }

    /** Ends a document's last paragraph with {@code ./.}, as all templates of annex III do. */
    static Inline.Text ended(Inline.Text text) {
        String plain = text.plain().strip();
        if (plain.endsWith("./.")) {
            return text;
        }
        return followedBy(text, plain.endsWith(".") ? "/." : "./.");
    }

    private static Inline.Text followedBy(Inline.Text text, String mark) {
        var parts = new ArrayList<Inline>(text.parts());
        if (!parts.isEmpty() && parts.getLast() instanceof Inline.Run run) {
            parts.set(parts.size() - 1, new Inline.Run(run.text().stripTrailing() + mark, run.bold(), run.italic()));
        } else {
            parts.add(new Inline.Run(mark, false, false));
        }
        return new Inline.Text(List.copyOf(parts));
    }
}
