package vn.antin.easel;

import vn.antin.kernel.Refusal;

/** Why nothing was drawn at all. */
public enum EaselReason implements Refusal.Reason {
    BUSY(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    EaselReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
