package vn.antin.easel;

/** Why not everything was drawn. Each has a Vietnamese text under {@code verify.pictures.trouble}. */
public enum Trouble {
    /** Time was up. */
    TOO_LONG,
    /** The process ended before its work did: out of memory, or worse. */
    DIED,
    /** It wrote more than it may. */
    TOO_MUCH,
    /** A state of the file could not be opened. */
    UNREADABLE,
    /** More pages than are compared. */
    PAGES_LEFT,
    /** More pages look different than are shown. */
    PICTURES_LEFT,
    /** Something on a page could not be drawn. */
    INCOMPLETE
}
