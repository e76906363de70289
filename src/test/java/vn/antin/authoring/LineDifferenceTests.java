package vn.antin.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.antin.authoring.LineDifference.Mark;
import vn.antin.authoring.LineDifference.Row;

class LineDifferenceTests {
    @Test
    void sameTextsDoNotDiffer() {
        assertThat(LineDifference.rows("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void standsChangedLinesBesideEachOther() {
        assertThat(LineDifference.rows("a\nb\nc\n", "a\nB\nBB\nc\n"))
                .containsExactly(
                        new Row(Mark.SAME, 1, "a", 1, "a"),
                        new Row(Mark.CHANGED, 2, "b", 2, "B"),
                        new Row(Mark.ADDED, 0, "", 3, "BB"),
                        new Row(Mark.SAME, 3, "c", 4, "c"));
        assertThat(LineDifference.rows("a\nb\n", "a\n"))
                .containsExactly(new Row(Mark.SAME, 1, "a", 1, "a"), new Row(Mark.REMOVED, 2, "b", 0, ""));
    }

    @Test
    void aLastLineThatBecomesAnotherIsOneChange() {
        assertThat(LineDifference.rows("a\nx\n", "a\ny\n"))
                .extracting(Row::mark)
                .containsExactly(Mark.SAME, Mark.CHANGED);
    }

    @Test
    void leavesLongStretchesOut() {
        String before = lines(0, 100);
        List<Row> rows = LineDifference.rows(before, before.replace("dòng 50\n", "khác\n"));
        assertThat(rows).hasSize(9);
        assertThat(rows.getFirst()).isEqualTo(new Row(Mark.LEFT_OUT, 0, "", 47, ""));
        assertThat(rows.get(4)).isEqualTo(new Row(Mark.CHANGED, 51, "dòng 50", 51, "khác"));
        assertThat(rows.getLast()).isEqualTo(new Row(Mark.LEFT_OUT, 0, "", 46, ""));
    }

    @Test
    void everyLineOfBothStandsOnceAndInOrder() {
        String before = lines(0, 40) + "x\n" + lines(60, 90);
        String after = "đầu\n" + lines(5, 45) + lines(60, 80) + "cuối\n";
        int left = 0;
        int right = 0;
        for (Row it : LineDifference.rows(before, after)) {
            if (it.mark() == Mark.LEFT_OUT) {
                left += it.right();
                right += it.right();
            } else {
                left += it.left() > 0 ? 1 : 0;
                right += it.right() > 0 ? 1 : 0;
                assertThat(it.left()).isIn(0, left);
                assertThat(it.right()).isIn(0, right);
            }
        }
        assertThat(left).isEqualTo((int) before.lines().count());
        assertThat(right).isEqualTo((int) after.lines().count());
    }

    @Test
    void saysSoWhenOnlyTheEndOfTheLastLineDiffers() {
        assertThat(LineDifference.rows("a", "a\n")).extracting(Row::mark).containsExactly(Mark.CHANGED);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void textsWithoutACommonLineEnd() {
        assertThat(LineDifference.rows(
                        lines(0, LineDifference.MOST_LINES), lines(10_000, 10_000 + LineDifference.MOST_LINES)))
                .hasSize(LineDifference.MOST_LINES);
        assertThat(LineDifference.rows("\n".repeat(1_000_000), "x\n".repeat(500_000)))
                .extracting(Row::mark)
                .containsExactly(Mark.LEFT_OUT);
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(it -> "dòng " + it + "\n").collect(Collectors.joining());
    }
}
