package vn.antin.agency;

import vn.antin.kernel.Refusal;

/** Why the register of bodies and people refuses. */
public enum AgencyReason implements Refusal.Reason {
    UNKNOWN_AGENCY(Refusal.Sort.NOT_FOUND),
    MAY_NOT_SIGN(Refusal.Sort.NOT_ALLOWED);

    private final Refusal.Sort sort;

    AgencyReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
