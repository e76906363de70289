package vn.antin.copy;

import vn.antin.kernel.Refusal;

/** Why a copy cannot be made or shown. Nothing has been signed when one of these is thrown. */
public enum CopyReason implements Refusal.Reason {
    NOT_A_REGISTRAR(Refusal.Sort.NOT_ALLOWED),
    UNKNOWN_DOCUMENT(Refusal.Sort.NOT_FOUND),
    UNKNOWN_COPY(Refusal.Sort.NOT_FOUND),
    /** {0} which field. */
    FIELD_WRONG(Refusal.Sort.BAD_INPUT),
    NOTHING_CHOSEN(Refusal.Sort.BAD_INPUT),
    /** Only a sao y can be copied by sao lục. */
    NOT_A_FULL_COPY(Refusal.Sort.CONFLICT),
    /** {0} the form of copy that cannot be made this way. */
    FORM_NOT_MADE_SO(Refusal.Sort.BAD_INPUT),
    NO_FILE(Refusal.Sort.BAD_INPUT),
    /** {0} the most files. */
    TOO_MANY_FILES(Refusal.Sort.TOO_LARGE),
    /** {0} the file's place in the upload. */
    NOT_A_SCAN(Refusal.Sort.BAD_INPUT),
    FILE_UNREADABLE(Refusal.Sort.BAD_INPUT),
    ALREADY_SIGNED(Refusal.Sort.BAD_INPUT),
    ACTIVE_CONTENT(Refusal.Sort.BAD_INPUT),
    TOO_COMPLEX(Refusal.Sort.TOO_LARGE),
    /** {0} the most pages. */
    TOO_MANY_PAGES(Refusal.Sort.TOO_LARGE),
    /** {0} the page. */
    NOT_A_PICTURE(Refusal.Sort.BAD_INPUT),
    /** {0} the page, {1} its resolution. */
    RESOLUTION_TOO_LOW(Refusal.Sort.BAD_INPUT),
    /** {0} the page. */
    NOT_IN_COLOUR(Refusal.Sort.BAD_INPUT),
    /** {0} the page, {1} and {2} millimetres. */
    PAPER_UNUSUAL(Refusal.Sort.BAD_INPUT),
    /** {0} the page. */
    SIZE_UNKNOWN(Refusal.Sort.BAD_INPUT),
    /** {0} the page. */
    JPEG_IN_TIFF(Refusal.Sort.BAD_INPUT),
    /** All pages together. */
    TOO_HEAVY(Refusal.Sort.TOO_LARGE),
    /** {0} the page, {1} millions of pixels. */
    PICTURE_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    BUSY(Refusal.Sort.UNAVAILABLE),
    CANNOT_STORE(Refusal.Sort.UNAVAILABLE),
    ALTERED(Refusal.Sort.CONFLICT);

    private final Refusal.Sort sort;

    CopyReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
