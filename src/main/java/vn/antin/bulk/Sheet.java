package vn.antin.bulk;

import java.util.List;
import java.util.SortedMap;

/**
 * What is filled in one sheet.
 *
 * @param rows by number as people count, from 1; each by column, from 0; empty ones are left out
 * @param hidden rows that the person does not see
 * @param merged ranges of cells made one
 */
record Sheet(String name, SortedMap<Integer, SortedMap<Integer, Cell>> rows, List<Integer> hidden, List<Range> merged) {
    /** Rows as people count, columns from 0; both ends belong to it. */
    record Range(int firstRow, int lastRow, int firstColumn, int lastColumn, String written) {}

    /** The text of a cell, empty where there is none. */
    String text(int row, int column) {
        var cells = rows.get(row);
        Cell cell = cells == null ? null : cells.get(column);
        return cell == null ? "" : cell.text();
    }
}
