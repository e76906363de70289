package vn.antin.template;

import java.util.List;

/**
 * One question a template asks, read from its JSON Schema.
 *
 * @param name the property's name in the answers
 * @param title the question in Vietnamese
 * @param hint how to answer it; may be empty
 * @param choices for {@link Sort#CHOICE}, what may be chosen; else empty
 * @param maxLength longest answer, in characters; for {@link Sort#LINES}, of one line
 */
public record Field(
        String name, String title, String hint, Sort sort, boolean required, List<String> choices, int maxLength) {
    public Field {
        choices = List.copyOf(choices);
    }

    /** How a person answers. */
    public enum Sort {
        /** One line of text. */
        TEXT,
        /** Several lines, each an item of a list. */
        LINES,
        /** The text of a document in outline notation: one paragraph a line, marks as a person types them. */
        OUTLINE,
        /** A date, ISO 8601. */
        DATE,
        /** A number. */
        NUMBER,
        /** One of a list. */
        CHOICE,
        /** Annexes, each with a title and an outline. */
        ANNEXES
    }
}
