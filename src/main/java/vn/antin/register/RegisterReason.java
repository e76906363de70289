package vn.antin.register;

import vn.antin.kernel.Refusal;

/** Why the outgoing register refuses. No number has been given when one of these is thrown. */
public enum RegisterReason implements Refusal.Reason {
    DATE_RUNS_BACK(Refusal.Sort.CONFLICT),
    SERIES_IN_USE(Refusal.Sort.CONFLICT),
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED);

    private final Refusal.Sort sort;

    RegisterReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
