package vn.antin.check.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.antin.check.wording.Figure;
import vn.antin.check.wording.Grid;
import vn.antin.compose.Place;

/**
 * A last column called a total is the sum of the figures before it; told only of rows that depart from what most rows of
 * the same table do.
 */
public final class RowsAddUp extends TableRule {
    private static final int FEWEST_ADDING = 2;

    private record Wrong(String found, BigDecimal sum) {}

    public RowsAddUp() {
        super("tổng của dòng");
    }

    @Override
    void judge(Grid table, Place place, Consumer<Breach> breaches) {
        int last = table.columns() - 1;
        if (last < 2 || !Columns.isTotal(table.header(last))) {
            return;
        }
        int adding = 0;
        List<Wrong> wrong = new ArrayList<>();
        for (int r = table.headerRows(); r < table.rows(); r++) {
            Optional<BigDecimal> total = Figure.of(table.text(r, last));
            Optional<BigDecimal> sum = sum(table, r, last);
            if (total.isPresent() && sum.isPresent()) {
                if (total.get().compareTo(sum.get()) == 0) {
                    adding++;
                } else {
                    wrong.add(new Wrong(table.text(r, last), sum.get()));
                }
            }
        }
        if (adding >= FEWEST_ADDING && adding > 2 * wrong.size()) {
            for (Wrong it : wrong) {
                breaches.accept(new Breach(
                        place.at(it.found()),
                        "Cột “" + table.header(last) + "” ghi " + it.found() + " nhưng các số trong dòng cộng lại bằng "
                                + Figure.words(it.sum()) + ".",
                        "Kiểm tra các số của dòng; nếu các số đúng thì ghi " + Figure.words(it.sum()) + "."));
            }
        }
    }

    private static Optional<BigDecimal> sum(Grid table, int row, int last) {
        BigDecimal sum = BigDecimal.ZERO;
        int parts = 0;
        int ordinal = Columns.ordinal(table);
        for (int c = 0; c < last; c++) {
            if (c == ordinal || !Columns.isAddedUp(table.header(c))) {
                continue;
            }
            Optional<BigDecimal> figure = Figure.of(table.text(row, c));
            if (figure.isPresent()) {
                if (!table.single(row, c)) {
                    return Optional.empty();
                }
                sum = sum.add(figure.get());
                parts++;
            }
        }
        return parts < 2 ? Optional.empty() : Optional.of(sum);
    }
}
