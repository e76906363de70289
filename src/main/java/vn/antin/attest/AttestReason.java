package vn.antin.attest;

import vn.antin.kernel.Refusal;

/** Why files are not judged together, or a verdict is not put on paper. */
public enum AttestReason implements Refusal.Reason {
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED),
    NO_FILES(Refusal.Sort.BAD_INPUT),
    TOO_MANY_FILES(Refusal.Sort.TOO_LARGE),
    TOO_MANY_INQUIRIES(Refusal.Sort.TOO_OFTEN),
    UNKNOWN_INQUIRY(Refusal.Sort.NOT_FOUND),
    ENDED(Refusal.Sort.CONFLICT),
    NOT_JUDGED_YET(Refusal.Sort.CONFLICT),
    NOT_YOUR_DOCUMENT(Refusal.Sort.NOT_FOUND),
    CANNOT_STORE(Refusal.Sort.UNAVAILABLE),
    NOT_A_REGISTRAR(Refusal.Sort.NOT_ALLOWED);

    private final Refusal.Sort sort;

    AttestReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
