package vn.antin.copy;

import java.util.List;
import vn.antin.kernel.Refusal;

/**
 * A digitised page, measured.
 *
 * @param number from 1
 * @param dpi the least resolution of a picture on it, dots an inch
 */
record Sheet(int number, int dpi, int widthMillimetres, int heightMillimetres, boolean colour) {
    /** Annex I, part II, I.2.c. */
    static final int LEAST_DPI = 200;

    /** Scanners cut a little off, or leave a little of their glass. */
    private static final int TOLERANCE = 6;

    private record Paper(int shorter, int longer) {}

    private static final List<Paper> PAPERS = List.of(new Paper(148, 210), new Paper(210, 297), new Paper(297, 420));

    /**
     * Refused unless it is as annex I, part II, I.2 asks: in colour, 200 dots an inch, as large as the paper.
     *
     * @param otherPaper whether the person has said that the original is on paper other than A3, A4 or A5
     */
    void require(boolean otherPaper) {
        if (!colour) {
            throw new Refusal(CopyReason.NOT_IN_COLOUR, number);
        }
        if (dpi < LEAST_DPI) {
            throw new Refusal(CopyReason.RESOLUTION_TOO_LOW, number, dpi);
        }
        if (!otherPaper && !usual()) {
            throw new Refusal(CopyReason.PAPER_UNUSUAL, number, widthMillimetres, heightMillimetres);
        }
    }

    private boolean usual() {
        int shorter = Math.min(widthMillimetres, heightMillimetres);
        int longer = Math.max(widthMillimetres, heightMillimetres);
        return PAPERS.stream()
                .anyMatch(it ->
                        Math.abs(it.shorter() - shorter) <= TOLERANCE && Math.abs(it.longer() - longer) <= TOLERANCE);
    }
}
