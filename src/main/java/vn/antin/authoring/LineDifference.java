package vn.antin.authoring;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, beside each other. */
final class LineDifference {
    /** Lines of one text: the work grows with the square of what differs. */
    static final int MOST_LINES = 3000;

    private static final int AROUND = 3;
    private static final int LONGEST_LINE = 1000;

    private LineDifference() {}

    /** What has become of a line. */
    public enum Mark {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /** Stands for lines that are the same in both and not shown. */
        LEFT_OUT
    }

    /**
     * One row; public because pages read it.
     *
     * @param left number of the line in the older text, from 1; 0 when there is none
     * @param right the same in the newer; for {@link Mark#LEFT_OUT} how many lines are left out
     */
    public record Row(Mark mark, int left, String before, int right, String after) {}

    /** Empty when the texts are the same. Texts too long to compare make one row that says nothing but that. */
    static List<Row> rows(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> left = before.lines().toList();
        List<String> right = after.lines().toList();
        if (left.size() > MOST_LINES || right.size() > MOST_LINES) {
            return List.of(new Row(Mark.LEFT_OUT, left.size(), "", right.size(), ""));
        }
        var rows = new ArrayList<Row>();
        int at = 0;
        int other = 0;
        for (Change change : changes(left, right)) {
            same(rows, left, at, change.from(), other, at == 0);
            rows.addAll(change.rows(left, right));
            at = change.to();
            other = change.otherTo();
        }
        sameAtEnd(rows, left, at, other);
        // Only the end of the last line can differ then.
        return rows.stream().allMatch(it -> it.mark() == Mark.SAME || it.mark() == Mark.LEFT_OUT)
                ? List.of(new Row(Mark.CHANGED, left.size(), "(dấu xuống dòng)", right.size(), "(dấu xuống dòng)"))
                : rows;
    }

    /** Lines {@code from} to {@code to} of the older text have become those of the newer; ends not included. */
    private record Change(int from, int to, int otherFrom, int otherTo) {
        List<Row> rows(List<String> left, List<String> right) {
            var rows = new ArrayList<Row>();
            for (int i = 0; i < Math.max(to - from, otherTo - otherFrom); i++) {
                boolean had = from + i < to;
                boolean has = otherFrom + i < otherTo;
                rows.add(new Row(
                        had && has ? Mark.CHANGED : had ? Mark.REMOVED : Mark.ADDED,
                        had ? from + i + 1 : 0,
                        had ? brief(left.get(from + i)) : "",
                        has ? otherFrom + i + 1 : 0,
                        has ? brief(right.get(otherFrom + i)) : ""));
            }
            return rows;
        }
    }

    /** What the algorithm tells in pieces that touch each other is one change to whoever reads it. */
    private static List<Change> changes(List<String> left, List<String> right) {
        var changes = new ArrayList<Change>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int otherFrom = delta.getTarget().getPosition();
            int to = from + delta.getSource().size();
            int otherTo = otherFrom + delta.getTarget().size();
            if (!changes.isEmpty()
                    && changes.getLast().to() == from
                    && changes.getLast().otherTo() == otherFrom) {
                Change before = changes.removeLast();
                changes.add(new Change(before.from(), to, before.otherFrom(), otherTo));
            } else {
                changes.add(new Change(from, to, otherFrom, otherTo));
            }
        }
        return changes;
    }

    /** Lines {@code from} to {@code to} of the older text, of which long stretches are left out. */
    private static void same(List<Row> rows, List<String> lines, int from, int to, int other, boolean first) {
        int shownAfter = first ? 0 : Math.min(AROUND, to - from);
        int shownBefore = Math.min(AROUND, to - from - shownAfter);
        for (int i = from; i < from + shownAfter; i++) {
            rows.add(same(lines, i, other + i - from));
        }
        int leftOut = to - from - shownAfter - shownBefore;
        if (leftOut > 0) {
            rows.add(new Row(Mark.LEFT_OUT, 0, "", leftOut, ""));
        }
        for (int i = to - shownBefore; i < to; i++) {
            rows.add(same(lines, i, other + i - from));
        }
    }

    private static void sameAtEnd(List<Row> rows, List<String> lines, int from, int other) {
        int shown = Math.min(AROUND, lines.size() - from);
        for (int i = from; i < from + shown; i++) {
            rows.add(same(lines, i, other + i - from));
        }
        int leftOut = lines.size() - from - shown;
        if (leftOut > 0) {
            rows.add(new Row(Mark.LEFT_OUT, 0, "", leftOut, ""));
        }
    }

    private static Row same(List<String> lines, int at, int other) {
        String line = brief(lines.get(at));
        return new Row(Mark.SAME, at + 1, line, other + 1, line);
    }

    private static String brief(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
