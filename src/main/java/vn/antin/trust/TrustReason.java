package vn.antin.trust;

import vn.antin.kernel.Refusal;

/** Why trust cannot be had. */
public enum TrustReason implements Refusal.Reason {
    TIMESTAMP_UNAVAILABLE(Refusal.Sort.UNAVAILABLE),
    ANCHORS_UNREADABLE(Refusal.Sort.BAD_INPUT),
    SAMPLE_ANCHOR_REFUSED(Refusal.Sort.NOT_ALLOWED),
    TIMESTAMP_SETTING_WRONG(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    TrustReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
