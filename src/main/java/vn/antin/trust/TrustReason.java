package vn.antin.trust;

import vn.antin.kernel.Refusal;

/** Why trust cannot be had. */
public enum TrustReason implements Refusal.Reason {
    TIMESTAMP_UNAVAILABLE(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    TrustReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
