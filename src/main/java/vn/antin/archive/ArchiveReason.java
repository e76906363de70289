package vn.antin.archive;

import vn.antin.kernel.Refusal;

/** Why the archive refuses. What it has acknowledged stays as it was. */
public enum ArchiveReason implements Refusal.Reason {
    CANNOT_STORE(Refusal.Sort.UNAVAILABLE),
    OTHER_ORIGINAL(Refusal.Sort.CONFLICT),
    UNREADABLE(Refusal.Sort.UNAVAILABLE),
    ALTERED(Refusal.Sort.UNAVAILABLE),
    NOT_KEPT(Refusal.Sort.NOT_FOUND),
    /** {0} the original, {1} which piece. */
    EXTENSION_ALTERED(Refusal.Sort.UNAVAILABLE),
    /** {0} why it was to be renewed. */
    NOTHING_GAINED(Refusal.Sort.UNAVAILABLE),
    NOT_AN_ARCHIVIST(Refusal.Sort.NOT_ALLOWED);

    private final Refusal.Sort sort;

    ArchiveReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
