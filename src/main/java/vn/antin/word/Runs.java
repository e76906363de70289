package vn.antin.word;

import vn.antin.compose.Inline;

/** Running text as runs of a paragraph being written. */
final class Runs {
    private Runs() {}

    static void write(Markup paragraph, Inline.Text text, Notes notes) {
        for (Inline part : text.parts()) {
            switch (part) {
                case Inline.Run run -> write(paragraph, run.text(), run.bold(), run.italic());
                case Inline.Break line -> paragraph.in("w:r", it -> it.empty("w:br"));
                case Inline.Footnote note -> {
                    int id = notes.add(note.note());
                    paragraph.in(
                            "w:r",
                            run -> run.in("w:rPr", it -> it.value("w:rStyle", "FootnoteReference"))
                                    .empty("w:footnoteReference", "w:id", String.valueOf(id)));
                }
            }
        }
    }

    static void write(Markup paragraph, String text, boolean bold, boolean italic) {
        paragraph.in("w:r", run -> {
            if (bold || italic) {
                run.in("w:rPr", look -> {
                    if (bold) {
                        look.empty("w:b").empty("w:bCs");
                    }
                    if (italic) {
                        look.empty("w:i").empty("w:iCs");
                    }
                });
            }
            run.in("w:t", it -> it.text(text), "xml:space", "preserve");
        });
    }
}
