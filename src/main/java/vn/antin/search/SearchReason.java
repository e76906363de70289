package vn.antin.search;

import vn.antin.kernel.Refusal;

/** Why the search refuses. Searching changes nothing. */
public enum SearchReason implements Refusal.Reason {
    TOO_LONG(Refusal.Sort.BAD_INPUT),
    BAD_DATE(Refusal.Sort.BAD_INPUT),
    BAD_KIND(Refusal.Sort.BAD_INPUT),
    BAD_NUMBER(Refusal.Sort.BAD_INPUT),
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED),
    INDEX_IN_USE(Refusal.Sort.CONFLICT),
    INDEX_UNAVAILABLE(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    SearchReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
