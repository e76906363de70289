package vn.antin.check.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.antin.check.wording.Figure;
import vn.antin.check.wording.Grid;
import vn.antin.compose.Place;

/**
 * The last row of a table, if it is called a total, is the sum of the rows above. A table with groups, gaps or other
 * totals within is left to people.
 */
public final class ColumnsAddUp extends TableRule {
    private static final int FEWEST_ROWS = 2;

    public ColumnsAddUp() {
        super("tổng của cột");
    }

    @Override
    void judge(Grid table, Place place, Consumer<Breach> breaches) {
        int first = table.headerRows();
        int last = table.rows() - 1;
        if (last - first < FEWEST_ROWS || !isTotalRow(table, last)) {
            return;
        }
        for (int r = first; r < last; r++) {
            if (isTotalRow(table, r) || isGroup(table, r)) {
                return;
            }
        }
        int label = label(table, last);
        for (int c = label + 1; c < table.columns(); c++) {
            judge(table, c, place, breaches);
        }
    }

    private static void judge(Grid table, int column, Place place, Consumer<Breach> breaches) {
        int last = table.rows() - 1;
        Optional<BigDecimal> total = Figure.of(table.text(last, column));
        if (total.isEmpty() || !table.single(last, column) || !Columns.isAddedUp(table.header(column))) {
            return;
        }
        List<BigDecimal> parts = new ArrayList<>();
        for (int r = table.headerRows(); r < last; r++) {
            String cell = table.text(r, column);
            Optional<BigDecimal> figure = cell.isEmpty() || cell.equals("-") || cell.equals("–")
                    ? Optional.of(BigDecimal.ZERO)
                    : Figure.of(cell);
            if (figure.isEmpty() || !table.single(r, column)) {
                return;
            }
            parts.add(figure.get());
        }
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        // Rounded entries may miss their rounded sum by half a unit each.
        int scale = Math.max(total.get().scale(), sum.scale());
        BigDecimal allowed = scale == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.movePointLeft(scale).multiply(BigDecimal.valueOf(parts.size()));
        if (sum.subtract(total.get()).abs().compareTo(allowed) > 0) {
            String right = Figure.words(sum);
            String found = table.text(last, column);
            breaches.accept(new Breach(
                    place.at(found),
                    "Cột “" + table.header(column) + "”: dòng tổng ghi " + found + " nhưng các dòng cộng lại bằng "
                            + right + ".",
                    "Kiểm tra các số của cột; nếu các dòng đúng thì ghi tổng là " + right + "."));
        }
    }

    private static boolean isTotalRow(Grid table, int row) {
        return IntStream.range(0, Math.min(3, table.columns())).anyMatch(c -> Columns.isTotal(table.text(row, c)));
    }

    private static int label(Grid table, int row) {
        int c = 0;
        while (!Columns.isTotal(table.text(row, c))) {
            c++;
        }
        return c + table.span(row, c) - 1;
    }

    /** A row that stands over others: its number is Roman or a letter, or one cell covers most of it. */
    private static boolean isGroup(Grid table, int row) {
        int ordinal = Columns.ordinal(table);
        boolean unnumbered = ordinal >= 0 && !table.text(row, ordinal).matches("\\d{1,4}");
        return unnumbered || IntStream.range(0, table.columns()).anyMatch(c -> table.span(row, c) > 1);
    }
}
