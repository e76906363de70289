package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/**
 * A cell over several rows. Its lines find their place when a page is full, for only then it is known how much of the cell
 * stands on that page: in the middle of that part when they all fit, else from its top, and the rest on the next page.
 *
 * @param x of the text's left edge
 * @param width of the text
 * @param padding over and under the text
 */
record MergedCell(List<Line> lines, float x, float width, float padding, Style style, Alignment alignment, Tag tag) {
    private static final float TOLERANCE = 0.5f;

    /** One strip's part of the cell: whether the cell begins or ends with it. */
    record Cover(MergedCell cell, boolean begins, boolean ends) {}

    /** Of the whole text with its padding. */
    float height() {
        return lines.size() * style.leading() + 2 * padding;
    }

    /** How many of the lines from {@code from} on go into a part of the cell; all that are left into its last part. */
    int fitting(int from, float height, boolean last) {
        int room = (int) ((height - 2 * padding + TOLERANCE) / style.leading());
        int left = lines.size() - from;
        return last ? left : Math.clamp(room, 0, left);
    }

    /** The lines between {@code from} and {@code to} in the part of the cell from {@code top} to {@code bottom}. */
    List<Mark> marks(int from, int to, float top, float bottom, Typesetter setter) {
        var marks = new ArrayList<Mark>();
        boolean all = to == lines.size();
        float free = top - bottom - (to - from) * style.leading();
        float y = top - (all ? Math.max(0, free / 2) : padding);
        for (Line line : lines.subList(from, to)) {
            marks.add(setter.mark(line, x, width, y - style.ascent(), alignment, tag));
            y -= style.leading();
        }
        return marks;
    }
}
