package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;

/**
 * Where the cells of a table stand, row by row: the places that a cell of a row above covers are left out, as in HTML,
 * and places that nobody filled hold an empty cell, so that every row has the same number of columns (ISO 14289-1, 7.5).
 */
record Grid(int columns, int headerRows, List<List<Placed>> rows) {
    /**
     * A cell at its place.
     *
     * @param row from 0, as {@code column}
     * @param rowSpan never beyond the header's last row, or the table's
     */
    record Placed(Block.Cell cell, int row, int column, int columnSpan, int rowSpan, boolean header) {
        boolean merged() {
            return rowSpan > 1;
        }

        boolean bold() {
            return cell.bold() || header;
        }
    }

    static Grid of(Block.Table table) {
        int columns = table.widths().isEmpty() ? widest(table) : table.widths().size();
        int headerRows = Math.min(table.headerRows(), table.rows().size());
        var rows = new ArrayList<List<Placed>>();
        // For each column the first row that no cell from above covers.
        var free = new int[columns];
        for (int row = 0; row < table.rows().size(); row++) {
            boolean header = row < headerRows;
            int rowsLeft = (header ? headerRows : table.rows().size()) - row;
            var placed = new ArrayList<Placed>();
            int column = 0;
            for (Block.Cell cell : table.rows().get(row).cells()) {
                while (column < columns && free[column] > row) {
                    column++;
                }
                int span = Math.max(1, cell.columnSpan());
                int rowSpan = Math.clamp(cell.rowSpan(), 1, rowsLeft);
                if (column + span > columns || covered(free, column, span, row)) {
                    throw new IllegalArgumentException("Row " + row + " has no room for its cells");
                }
                placed.add(new Placed(cell, row, column, span, rowSpan, header));
                for (int i = 0; i < span; i++) {
                    free[column++] = row + rowSpan;
                }
            }
            fillUp(placed, free, row, header);
            rows.add(placed);
        }
        return new Grid(columns, headerRows, rows);
    }

    private static int widest(Block.Table table) {
        return table.rows().stream()
                .mapToInt(row ->
                        row.cells().stream().mapToInt(Block.Cell::columnSpan).sum())
                .max()
                .orElse(0);
    }

    private static boolean covered(int[] free, int column, int span, int row) {
        for (int i = column; i < column + span; i++) {
            if (free[i] > row) {
                return true;
            }
        }
        return false;
    }

    private static void fillUp(List<Placed> placed, int[] free, int row, boolean header) {
        for (int column = 0; column < free.length; column++) {
            if (free[column] <= row) {
                var empty = new Block.Cell(Inline.Text.plain(""), 1, false, false);
                placed.add(new Placed(empty, row, column, 1, 1, header));
                free[column] = row + 1;
            }
        }
    }
}
