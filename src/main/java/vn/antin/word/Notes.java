package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Inline;

/** The footnotes of a file being written, by number. */
final class Notes {
    /** Word keeps two notes for itself: the rule over notes, and the rule over what goes on from the page before. */
    private static final int FIRST = 2;

    private final List<Inline.Text> notes = new ArrayList<>();

    /** Takes a note in and answers its id. */
    int add(Inline.Text note) {
        notes.add(note);
        return FIRST + notes.size() - 1;
    }

    /** {@code footnotes.xml}. */
    byte[] part() {
        return Markup.part("w:footnotes", part -> {
            separator(part, 0, "separator");
            separator(part, 1, "continuationSeparator");
            for (int i = 0; i < notes.size(); i++) {
                Inline.Text note = notes.get(i);
                part.in(
                        "w:footnote",
                        it -> it.in("w:p", paragraph -> {
                            paragraph.in("w:pPr", style -> style.value("w:pStyle", WordStyle.NOTE.id()));
                            paragraph.in(
                                    "w:r",
                                    run -> run.in("w:rPr", look -> look.value("w:rStyle", "FootnoteReference"))
                                            .empty("w:footnoteRef"));
                            Runs.write(paragraph, Inline.Text.plain(" "), this);
                            Runs.write(paragraph, note, this);
                        }),
                        "w:id",
                        String.valueOf(FIRST + i));
            }
        });
    }

    private static void separator(Markup part, int id, String sort) {
        part.in(
                "w:footnote",
                it -> it.in("w:p", paragraph -> paragraph.in("w:r", run -> run.empty("w:" + sort))),
                "w:type",
                sort,
                "w:id",
                String.valueOf(id));
    }
}
