package vn.antin.verify;

import vn.antin.kernel.Refusal;

/** Why a file was not even looked at. A file that was looked at always gets a {@link Report}. */
public enum VerifyReason implements Refusal.Reason {
    NO_FILE(Refusal.Sort.BAD_INPUT),
    ONE_FILE_EACH(Refusal.Sort.BAD_INPUT),
    NO_ACCOUNT(Refusal.Sort.CONFLICT),
    UNKNOWN_FORM(Refusal.Sort.BAD_INPUT),
    NO_DIGEST(Refusal.Sort.BAD_INPUT),
    OUTPUT_UNWRITABLE(Refusal.Sort.BAD_INPUT),
    PICTURES_GONE(Refusal.Sort.NOT_FOUND),
    UNKNOWN_CODE(Refusal.Sort.NOT_FOUND),
    BUSY(Refusal.Sort.UNAVAILABLE),
    TOO_OFTEN(Refusal.Sort.TOO_OFTEN),
    TOO_MANY_UNKNOWN_CODES(Refusal.Sort.TOO_OFTEN);

    private final Refusal.Sort sort;

    VerifyReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
