package vn.antin.check;

/**
 * One line of characters as it stands on a page; lengths in millimetres from the paper's left and upper edge.
 *
 * @param size in points
 * @param bold whether most of its letters are
 * @param italic whether most of its letters are
 */
record InkedLine(
        int page,
        String text,
        String font,
        double size,
        boolean bold,
        boolean italic,
        double left,
        double top,
        double width) {
    private static final double MILLIMETRES = 25.4 / 72;
    private static final double DESCENT = 0.216;
    private static final double ASCENT = 0.891;

    double right() {
        return left + width;
    }

    /** Where letters such as g and p end. */
    double bottom() {
        return top + size * (ASCENT + DESCENT) * MILLIMETRES;
    }

    double baseline() {
        return top + size * ASCENT * MILLIMETRES;
    }

    boolean sameLineAs(InkedLine other) {
        return page == other.page && Math.abs(baseline() - other.baseline()) < 0.3;
    }

    /** The two as one line, when a box or wide spaces part them. */
    InkedLine and(InkedLine next) {
        double from = Math.min(left, next.left);
        return new InkedLine(
                page,
                text + " " + next.text,
                font,
                Math.max(size, next.size),
                bold && next.bold,
                italic && next.italic,
                from,
                Math.min(top, next.top),
                Math.max(right(), next.right()) - from);
    }

    /** A horizontal line drawn on a page. */
    record Stroke(int page, double left, double right, double y) {
        double length() {
            return right - left;
        }
    }
}
