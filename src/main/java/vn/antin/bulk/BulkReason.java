package vn.antin.bulk;

import vn.antin.kernel.Refusal;

/** Why a spreadsheet is not taken, or a batch not run. */
public enum BulkReason implements Refusal.Reason {
    NO_FILE(Refusal.Sort.BAD_INPUT),
    /** Argument: the most megabytes. */
    FILE_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    NOT_A_WORKBOOK(Refusal.Sort.BAD_INPUT),
    PROTECTED_OR_OLD(Refusal.Sort.BAD_INPUT),
    MACROS(Refusal.Sort.BAD_INPUT),
    SWOLLEN(Refusal.Sort.TOO_LARGE),
    /** Arguments: the sheet, the most rows. */
    TOO_MANY_ROWS(Refusal.Sort.TOO_LARGE),
    /** Argument: the most characters. */
    TOO_MUCH_TEXT(Refusal.Sort.TOO_LARGE),
    /** Argument: the sheet. */
    SHEET_MISSING(Refusal.Sort.BAD_INPUT),
    /** Argument: the sheet. */
    HEADINGS_MISSING(Refusal.Sort.BAD_INPUT),
    /** Arguments: the sheet, the headings. */
    COLUMNS_MISSING(Refusal.Sort.BAD_INPUT),
    /** Arguments: the sheet, the heading, both places. */
    COLUMN_TWICE(Refusal.Sort.BAD_INPUT),
    /** Arguments: the template of the form, the template asked for. */
    OTHER_TEMPLATE(Refusal.Sort.CONFLICT),
    NOTHING_FILLED(Refusal.Sort.BAD_INPUT),
    BUSY(Refusal.Sort.UNAVAILABLE),
    UNKNOWN_BATCH(Refusal.Sort.NOT_FOUND),
    NOT_NOW(Refusal.Sort.CONFLICT),
    /** Argument: when it was run. */
    ALREADY_RUN(Refusal.Sort.CONFLICT),
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED),
    ONLY_WRITERS_WRITE(Refusal.Sort.NOT_ALLOWED),
    /** Argument: the path. */
    FILE_UNREADABLE(Refusal.Sort.BAD_INPUT),
    /** Argument: the path. */
    OUTPUT_UNWRITABLE(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    BulkReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
