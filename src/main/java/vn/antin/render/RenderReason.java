package vn.antin.render;

import vn.antin.kernel.Refusal;

/** Why a document cannot be put on pages. */
public enum RenderReason implements Refusal.Reason {
    /** Argument: the character and its code point. */
    CHARACTER_NOT_PRINTABLE(Refusal.Sort.BAD_INPUT),
    /** Arguments: columns of the table, columns that fit. */
    TABLE_TOO_WIDE(Refusal.Sort.BAD_INPUT),
    /** Argument: the most pages one document may have. */
    TOO_MANY_PAGES(Refusal.Sort.TOO_LARGE),
    /** Arguments: the setting, its value, its range, the decree's clause. */
    SETTING_OUTSIDE_ITS_RANGE(Refusal.Sort.BAD_INPUT),
    /** The document has no page of that number. */
    NO_SUCH_PAGE(Refusal.Sort.NOT_FOUND);

    private final Refusal.Sort sort;

    RenderReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
