package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.antin.render.Mark.Span;

/**
 * Pages of an issued document composed anew, with words in place of its form fields: a copy shows number, date and that it
 * was signed, but holds nothing to be filled in or signed.
 *
 * @param number as printed before the slash
 * @param placeAndDay the whole line of box 4
 */
record FilledBoxes(Typesetter setter, String number, String placeAndDay) {
    /** What stands where somebody signed, as usual in texts printed anew. */
    private static final String SIGNED = "(Đã ký)";

    List<Page> on(List<Page> pages) {
        return pages.stream()
                .map(page -> {
                    var marks = new ArrayList<Mark>();
                    for (Mark mark : page.marks()) {
                        if (mark instanceof Mark.Box box) {
                            words(box, marks);
                        } else {
                            marks.add(mark);
                        }
                    }
                    return new Page(page.width(), page.height(), marks);
                })
                .toList();
    }

    private void words(Mark.Box box, List<Mark> marks) {
        Style style = box.style();
        switch (box.field()) {
            case NUMBER -> {
                float x = box.x() + box.width() - setter.width(number, style);
                marks.add(text(number, style, x, box.y() + style.descent(), box.tag()));
            }
            case DATE -> marks.add(middle(placeAndDay, style, box, box.y() + style.descent()));
            case SEAL -> {
                // The seal's own words are on the copy's seal.
            }
            case SIGNATURE -> marks.add(middle(SIGNED, style, box, box.y() + box.height() / 2 - style.size() / 3));
        }
    }

    private Mark middle(String words, Style style, Mark.Box box, float y) {
        float natural = setter.width(words, style);
        Style fitting = natural > box.width() ? style.at(style.size() * box.width() / natural) : style;
        float x = box.x() + (box.width() - setter.width(words, fitting)) / 2;
        return text(words, fitting, x, y, box.tag());
    }

    private static Mark text(String words, Style style, float x, float y, Tag field) {
        // The field's own tag is a Form, which words are not.
        Tag parent = Objects.requireNonNull(field.parent());
        Tag tag = parent.child(parent.parent() == null ? "P" : "Span");
        return new Mark.Text(List.of(new Span(words, style, 0)), x, y, 0, tag);
    }
}
