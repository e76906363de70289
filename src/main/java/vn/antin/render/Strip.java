package vn.antin.render;

import java.util.List;
import vn.antin.compose.Inline;

/**
 * A slice of the page's whole width that no page break may cut: mostly one line of text.
 *
 * @param gap white over it in points, dropped at the top of a page
 * @param height in points
 * @param kept whether the next strip must stand on the same page
 * @param notes footnotes whose marks it bears
 * @param marks y is 0 at the strip's top, negative below
 * @param seam what a page break over or under it adds
 * @param closing whether it belongs to recipients and signature, which come after the footnotes in reading order
 */
record Strip(
        float gap,
        float height,
        boolean kept,
        List<Inline.Footnote> notes,
        List<Mark> marks,
        Seam seam,
        boolean closing) {

    /** How a table closes at the foot of a page and opens again on the next, and the merged cells that run through it. */
    record Seam(List<Strip> repeated, List<Mark> over, List<Mark> under, List<MergedCell.Cover> merged) {
        static final Seam NONE = new Seam(List.of(), List.of(), List.of(), List.of());
    }

    static Strip of(float gap, float height, List<Mark> marks) {
        return new Strip(gap, height, false, List.of(), marks, Seam.NONE, false);
    }

    Strip keptWithNext() {
        return new Strip(gap, height, true, notes, marks, seam, closing);
    }

    Strip afterGap(float otherGap) {
        return new Strip(otherGap, height, kept, notes, marks, seam, closing);
    }

    Strip asClosing() {
        return new Strip(gap, height, kept, notes, marks, seam, true);
    }
}
