package vn.antin.render;

/** A face at a size in points. */
record Style(Face face, float size) {
    /** Ascent and descent of Times New Roman and of Tinos, which has its metrics; parts of the size. */
    private static final float ASCENT = 0.891f;

    private static final float DESCENT = 0.216f;

    /** Single line spacing of Times New Roman: ascent, descent and line gap (0.891 + 0.216 + 0.042), rounded up. */
    private static final float SINGLE = 1.15f;

    static Style regular(float size) {
        return new Style(Face.REGULAR, size);
    }

    static Style bold(float size) {
        return new Style(Face.BOLD, size);
    }

    static Style italic(float size) {
        return new Style(Face.ITALIC, size);
    }

    /** This style with bold or italic added, never taken away. */
    Style with(boolean bold, boolean italic) {
        return new Style(Face.of(face.bold() || bold, face.italic() || italic), size);
    }

    Style at(float otherSize) {
        return new Style(face, otherSize);
    }

    float ascent() {
        return ASCENT * size;
    }

    float descent() {
        return DESCENT * size;
    }

    /** From one baseline to the next, single-spaced. */
    float leading() {
        return SINGLE * size;
    }
}
