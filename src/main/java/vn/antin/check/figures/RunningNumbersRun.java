package vn.antin.check.figures;

import java.util.function.Consumer;
import vn.antin.check.wording.Grid;
import vn.antin.compose.Place;

/** The numbers of a table's first column run 1, 2, 3 …; under a new heading they may begin anew. */
public final class RunningNumbersRun extends TableRule {
    public RunningNumbersRun() {
        super("số thứ tự trong bảng");
    }

    @Override
    void judge(Grid table, Place place, Consumer<Breach> breaches) {
        int column = Columns.ordinal(table);
        if (column < 0) {
            return;
        }
        int before = 0;
        for (int r = table.headerRows(); r < table.rows(); r++) {
            if (!table.begins(r, column)) {
                continue;
            }
            String words = table.text(r, column);
            if (!words.matches("0?\\d{1,4}\\.?")) {
                // A heading, a sub-number or a blank: what follows may begin anew.
                before = words.isEmpty() && table.span(r, column) == 1 ? before : -1;
                continue;
            }
            int number = Integer.parseInt(words.replace(".", ""));
            boolean follows = number == before + 1 || before < 0;
            if (!follows) {
                breaches.accept(new Breach(
                        place.at(words),
                        "Cột “" + table.header(column) + "” ghi " + words + " sau " + before
                                + (number <= before ? ": số lặp lại hoặc lùi." : ": thiếu số ở giữa."),
                        "Đánh lại số thứ tự: " + (before + 1) + "."));
            }
            before = number;
        }
    }
}
