package vn.antin.trust;

import vn.antin.kernel.Refusal;

/** Why trust cannot be had. */
public enum TrustReason implements Refusal.Reason {
    TIMESTAMP_UNAVAILABLE(Refusal.Sort.UNAVAILABLE),
    ANCHORS_UNREADABLE(Refusal.Sort.BAD_INPUT),
    SAMPLE_ANCHOR_REFUSED(Refusal.Sort.NOT_ALLOWED),
    TIMESTAMP_SETTING_WRONG(Refusal.Sort.BAD_INPUT),
    /** {0} the places in the file and what is wrong there. */
    DATA_WRONG(Refusal.Sort.BAD_INPUT),
    NO_SUCH_VERSION(Refusal.Sort.NOT_FOUND),
    /** {0} digest. */
    VERSION_ALTERED(Refusal.Sort.UNAVAILABLE),
    NOT_REVIEWED(Refusal.Sort.BAD_INPUT),
    NOT_AN_ADMINISTRATOR(Refusal.Sort.NOT_ALLOWED);

    private final Refusal.Sort sort;

    TrustReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
