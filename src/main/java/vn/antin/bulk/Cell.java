package vn.antin.bulk;

import org.apache.poi.ss.util.CellReference;

/**
 * One filled cell.
 *
 * @param row as people count, from 1
 * @param column from 0
 * @param text what it holds: a date as ISO 8601, a number with a decimal point
 */
record Cell(int row, int column, Sort sort, String text) {
    /** What stands in a cell, as far as answers care. */
    enum Sort {
        TEXT,
        NUMBER,
        /** A number shown as a percentage: 85 % is kept as 0.85, so what the person saw is not what is stored. */
        PERCENTAGE,
        DATE,
        /** The result that a formula last had, or none: nobody here can say whether it still holds. */
        FORMULA,
        /** {@code #N/A} and its like. */
        ERROR
    }

    /** {@code C}. */
    String letter() {
        return letter(column);
    }

    static String letter(int column) {
        return CellReference.convertNumToColString(column);
    }
}
