package vn.antin.compose;

import vn.antin.kernel.Refusal;

/** Why the composer refuses. */
public enum ComposeReason implements Refusal.Reason {
    /** The answers have problems; argument: their messages, joined. */
    ANSWERS_NOT_VALID(Refusal.Sort.BAD_INPUT),
    /** A footnote was opened and not closed; argument: where. */
    FOOTNOTE_NOT_CLOSED(Refusal.Sort.BAD_INPUT),
    /** The rows of a table differ in columns; argument: where. */
    TABLE_UNEVEN(Refusal.Sort.BAD_INPUT),
    /** A place says that the cell over it covers it, and none does; argument: where. */
    MERGED_WITH_NOTHING(Refusal.Sort.BAD_INPUT),
    /** More rows or columns than fit any page; argument: where. */
    TABLE_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    /** An item without words; argument: where. */
    ITEM_EMPTY(Refusal.Sort.BAD_INPUT),
    /** The template yields something that is not a document; argument: the template's name. */
    TEMPLATE_MAKES_NO_DOCUMENT(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    ComposeReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
