package vn.antin.archive;

import vn.antin.kernel.Refusal;

/** Why the archive refuses. What it has acknowledged stays as it was. */
public enum ArchiveReason implements Refusal.Reason {
    CANNOT_STORE(Refusal.Sort.UNAVAILABLE),
    OTHER_ORIGINAL(Refusal.Sort.CONFLICT),
    UNREADABLE(Refusal.Sort.UNAVAILABLE),
    ALTERED(Refusal.Sort.UNAVAILABLE),
    NOT_KEPT(Refusal.Sort.NOT_FOUND),
    NOT_AN_ARCHIVIST(Refusal.Sort.NOT_ALLOWED),
    NOT_A_REGISTRAR(Refusal.Sort.NOT_ALLOWED),
    NO_CHANGE_CHOSEN(Refusal.Sort.BAD_INPUT),
    NO_DAY(Refusal.Sort.BAD_INPUT),
    NO_DOER(Refusal.Sort.BAD_INPUT),
    UNKNOWN_DOER(Refusal.Sort.BAD_INPUT),
    BEFORE_ISSUE(Refusal.Sort.BAD_INPUT),
    DONE_BY_ITSELF(Refusal.Sort.BAD_INPUT),
    ENTERED_BEFORE(Refusal.Sort.CONFLICT),
    NO_SUCH_LINE(Refusal.Sort.NOT_FOUND);

    private final Refusal.Sort sort;

    ArchiveReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
