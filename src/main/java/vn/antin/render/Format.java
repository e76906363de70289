package vn.antin.render;

/**
 * How one paragraph is set, in points.
 *
 * @param left edge of its lines, from the page's left edge
 * @param firstIndent of the first line, from {@code left}
 * @param gap over its first line
 * @param spacing from one baseline to the next, as part of single line spacing
 */
record Format(Style style, Alignment alignment, float left, float width, float firstIndent, float gap, float spacing) {
    Format(Style style, Alignment alignment, float left, float width, float firstIndent, float gap) {
        this(style, alignment, left, width, firstIndent, gap, 1);
    }

    enum Alignment {
        LEFT,
        CENTRED,
        RIGHT,
        JUSTIFIED
    }

    Format afterGap(float otherGap) {
        return new Format(style, alignment, left, width, firstIndent, otherGap, spacing);
    }

    Format in(Style otherStyle) {
        return new Format(otherStyle, alignment, left, width, firstIndent, gap, spacing);
    }

    float leading() {
        return style.leading() * spacing;
    }
}
