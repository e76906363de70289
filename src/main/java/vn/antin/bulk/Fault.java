package vn.antin.bulk;

/**
 * What is wrong, and where in the file; public because pages read it.
 *
 * @param row as people count, from 1
 * @param column its letter, empty when the row as a whole is meant
 * @param reason what to mend, in Vietnamese
 */
public record Fault(String sheet, int row, String column, String reason) {
    /** {@code Văn bản!C5}; {@code Văn bản, dòng 5} for a whole row. */
    public String place() {
        return column.isEmpty() ? sheet + ", dòng " + row : sheet + "!" + column + row;
    }
}
