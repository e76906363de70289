package vn.antin.render;

/** The four faces of the one typeface a document is set in. */
enum Face {
    REGULAR,
    BOLD,
    ITALIC,
    BOLD_ITALIC;

    static Face of(boolean bold, boolean italic) {
        if (bold) {
            return italic ? BOLD_ITALIC : BOLD;
        }
        return italic ? ITALIC : REGULAR;
    }

    boolean bold() {
        return this == BOLD || this == BOLD_ITALIC;
    }

    boolean italic() {
        return this == ITALIC || this == BOLD_ITALIC;
    }
}
