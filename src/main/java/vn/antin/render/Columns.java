package vn.antin.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.antin.kernel.Refusal;
import vn.antin.render.Words.Word;

/**
 * Where the columns of a table stand and how large its text is. Columns are as wide as asked for, or as their content
 * asks for; no narrower than their longest word while there is room; and the text becomes smaller before a word must be
 * broken.
 *
 * @param edges from the page's left edge, one more than columns, in points
 * @param size of the text
 * @param padding white between an edge and the text
 */
record Columns(List<Float> edges, float size, float padding) {
    private static final float PADDING_ACROSS = 4;

    /** What sums of widths may be off by. */
    private static final float TOLERANCE = 0.1f;

    /** A cell and its words, set in the common size of tables. */
    record Measured(Grid.Placed placed, List<Word> words) {}

    /** @param asked relative widths; all 0, or none, when the content decides */
    static Columns fitted(List<Integer> asked, int count, List<Measured> cells, LayoutProfile profile) {
        float width = profile.textWidth();
        float padding = Math.min(PADDING_ACROSS, width / count / 8);
        float size = profile.table();
        float[] needed = widths(cells, count, 1, padding, false);
        while ((sum(needed) > width || count > most(width, size, padding)) && size > profile.tableSmallest()) {
            size = Math.max(profile.tableSmallest(), size - 1);
            needed = widths(cells, count, size / profile.table(), padding, false);
        }
        int mostColumns = most(width, size, padding);
        if (count > mostColumns) {
            throw new Refusal(RenderReason.TABLE_TOO_WIDE, count, mostColumns);
        }
        float[] shares = asked.stream().allMatch(it -> it == 0)
                ? byContent(needed, widths(cells, count, size / profile.table(), padding, true), width)
                : asAsked(asked, needed, width);
        return new Columns(edges(shares, profile.left()), size, padding);
    }

    /** Two of the widest letters must stand side by side, else a column is a column of single letters. */
    private static int most(float width, float size, float padding) {
        return (int) (width / (2 * size + 2 * padding));
    }

    /** What each column needs for its longest word, or for its longest line unbroken. */
    private static float[] widths(List<Measured> cells, int count, float scale, float padding, boolean unbroken) {
        var widths = new float[count];
        for (Measured it : cells) {
            if (it.placed().columnSpan() == 1) {
                int column = it.placed().column();
                widths[column] = Math.max(widths[column], width(it, scale, padding, unbroken));
            }
        }
        for (Measured it : cells) {
            if (it.placed().columnSpan() > 1) {
                widen(widths, it.placed(), width(it, scale, padding, unbroken));
            }
        }
        return widths;
    }

    /** A merged cell has room for a line beside each of its rows. */
    private static float width(Measured cell, float scale, float padding, boolean unbroken) {
        float word = 0;
        float widest = 0;
        float line = 0;
        for (Word it : cell.words()) {
            word = Math.max(word, it.width());
            line += it.width();
            widest = Math.max(widest, line);
            line = it.last() ? 0 : line + it.space();
        }
        float wanted = unbroken ? Math.max(word, widest / cell.placed().rowSpan()) : word;
        return wanted * scale + 2 * padding + TOLERANCE;
    }

    /** The columns under a cell that is wider than they are widen by equal parts. */
    private static void widen(float[] widths, Grid.Placed cell, float needed) {
        int end = cell.column() + cell.columnSpan();
        float missing = needed;
        for (int i = cell.column(); i < end; i++) {
            missing -= widths[i];
        }
        if (missing > 0) {
            for (int i = cell.column(); i < end; i++) {
                widths[i] += missing / cell.columnSpan();
            }
        }
    }

    /** As asked for; columns too narrow for their words take from those that have more than they need. */
    private static float[] asAsked(List<Integer> asked, float[] needed, float width) {
        int total = asked.stream().mapToInt(it -> Math.max(1, it)).sum();
        var shares = new float[needed.length];
        float wanting = 0;
        float spare = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = width * Math.max(1, asked.get(i)) / total;
            wanting += Math.max(0, needed[i] - shares[i]);
            spare += Math.max(0, shares[i] - needed[i]);
        }
        if (wanting > 0 && wanting <= spare) {
            for (int i = 0; i < shares.length; i++) {
                float excess = shares[i] - needed[i];
                shares[i] = excess < 0 ? needed[i] : shares[i] - excess * wanting / spare;
            }
        }
        return shares;
    }

    /**
     * Columns whose content is narrower than an equal share are as wide as their content; the others share what is left,
     * each at least as wide as its longest word, in proportion to what they would like beyond it.
     */
    private static float[] byContent(float[] needed, float[] liked, float width) {
        if (sum(needed) >= width) {
            return levelled(needed, width);
        }
        float[] shares = levelled(liked, width);
        float used = sum(shares);
        if (used < width) {
            // All fit on one line: who has several words takes the rest, else everybody.
            return grown(shares, wishes(needed, liked, width), width - used);
        }
        boolean[] settled = new boolean[shares.length];
        float rest = width;
        for (int i = 0; i < shares.length; i++) {
            settled[i] = shares[i] >= liked[i];
            rest -= settled[i] ? liked[i] : needed[i];
        }
        if (rest < 0) {
            // The longest words of the wide columns leave less than the narrow ones would like.
            return grown(needed, wishes(needed, liked, width), width - sum(needed));
        }
        float[] wishes = wishes(needed, liked, width);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = settled[i] ? liked[i] : needed[i];
            wishes[i] = settled[i] ? 0 : wishes[i];
        }
        return grown(shares, wishes, rest);
    }

    private static float[] wishes(float[] needed, float[] liked, float width) {
        var wishes = new float[needed.length];
        for (int i = 0; i < wishes.length; i++) {
            wishes[i] = Math.max(0, Math.min(liked[i], width) - needed[i]);
        }
        return wishes;
    }

    private static float[] grown(float[] shares, float[] wishes, float rest) {
        float all = sum(wishes);
        float[] by = all > 0 ? wishes : shares;
        float total = sum(by);
        var grown = shares.clone();
        for (int i = 0; i < grown.length; i++) {
            grown[i] += rest * by[i] / total;
        }
        return grown;
    }

    /** Each what it wants while that is less than an equal part of what is left; the greater ones equal parts. */
    private static float[] levelled(float[] wanted, float width) {
        float[] sorted = wanted.clone();
        Arrays.sort(sorted);
        float left = width;
        float level = Float.MAX_VALUE;
        for (int i = 0; i < sorted.length; i++) {
            float equal = left / (sorted.length - i);
            if (sorted[i] > equal) {
                level = equal;
                break;
            }
            left -= sorted[i];
        }
        var levelled = new float[wanted.length];
        for (int i = 0; i < levelled.length; i++) {
            levelled[i] = Math.min(wanted[i], level);
        }
        return levelled;
    }

    private static List<Float> edges(float[] shares, float left) {
        var edges = new ArrayList<Float>();
        float x = left;
        edges.add(x);
        for (float share : shares) {
            x += share;
            edges.add(x);
        }
        return edges;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    int count() {
        return edges.size() - 1;
    }

    float x(int column) {
        return edges.get(column);
    }
}
