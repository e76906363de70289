package vn.antin.render;

/**
 * How one paragraph is set, in points.
 *
 * @param left edge of its lines, from the page's left edge
 * @param firstIndent of the first line, from {@code left}
 * @param gap over its first line
 */
record Format(Style style, Alignment alignment, float left, float width, float firstIndent, float gap) {
    enum Alignment {
        LEFT,
        CENTRED,
        JUSTIFIED
    }

    Format afterGap(float otherGap) {
        return new Format(style, alignment, left, width, firstIndent, otherGap);
    }

    Format in(Style otherStyle) {
        return new Format(otherStyle, alignment, left, width, firstIndent, gap);
    }
}
