package vn.antin.sign;

import vn.antin.kernel.Refusal;

/** Why a signature or seal cannot be made. Nothing has been signed when one of these is thrown. */
public enum SignReason implements Refusal.Reason {
    NO_KEY(Refusal.Sort.NOT_FOUND),
    PIN_INCORRECT(Refusal.Sort.BAD_INPUT),
    CERTIFICATE_EXPIRED(Refusal.Sort.NOT_ALLOWED),
    CERTIFICATE_NOT_YET_VALID(Refusal.Sort.NOT_ALLOWED),
    KEY_UNUSABLE(Refusal.Sort.NOT_ALLOWED),
    SAMPLE_KEY_REFUSED(Refusal.Sort.NOT_ALLOWED),
    NOT_READY(Refusal.Sort.CONFLICT);

    private final Refusal.Sort sort;

    SignReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
