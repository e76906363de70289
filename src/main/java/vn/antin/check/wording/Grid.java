package vn.antin.check.wording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Block;

/** A table as the reader sees it: each place knows the cell that covers it. */
public final class Grid {
    private static final int MOST_COLUMNS = 200;

    private final List<List<Block.@Nullable Cell>> places = new ArrayList<>();
    private final List<List<Block.@Nullable Cell>> origins = new ArrayList<>();
    private final int headerRows;

    public Grid(Block.Table table) {
        headerRows = table.headerRows();
        for (int r = 0; r < table.rows().size(); r++) {
            int column = 0;
            for (Block.Cell cell : table.rows().get(r).cells()) {
                while (at(places, r, column) != null) {
                    column++;
                }
                put(origins, r, column, cell);
                int right = Math.min(column + cell.columnSpan(), MOST_COLUMNS);
                int below = Math.min(r + cell.rowSpan(), table.rows().size());
                for (int y = r; y < below; y++) {
                    for (int x = column; x < right; x++) {
                        put(places, y, x, cell);
                    }
                }
                column = right;
            }
        }
    }

    public int rows() {
        return places.size();
    }

    public int headerRows() {
        return headerRows;
    }

    public int columns() {
        return places.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The words seen at a place; empty where nothing is. */
    public String text(int row, int column) {
        Block.Cell cell = at(places, row, column);
        return cell == null ? "" : cell.text().plain().strip();
    }

    /** Whether a cell begins at the place and covers nothing else. */
    public boolean single(int row, int column) {
        Block.Cell cell = at(origins, row, column);
        return cell != null && cell.columnSpan() == 1 && cell.rowSpan() == 1;
    }

    /** Whether a cell begins at the place. */
    public boolean begins(int row, int column) {
        return at(origins, row, column) != null;
    }

    /** How many columns the cell at the place covers. */
    public int span(int row, int column) {
        Block.Cell cell = at(places, row, column);
        return cell == null ? 1 : cell.columnSpan();
    }

    /** The words of all header rows over a column. */
    public String header(int column) {
        var words = new StringBuilder();
        for (int r = 0; r < headerRows; r++) {
            words.append(text(r, column)).append(' ');
        }
        return words.toString().strip();
    }

    private static Block.@Nullable Cell at(List<List<Block.@Nullable Cell>> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : null;
    }

    private static void put(List<List<Block.@Nullable Cell>> rows, int row, int column, Block.Cell cell) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        List<Block.@Nullable Cell> line = rows.get(row);
        while (line.size() <= column) {
            line.add(null);
        }
        line.set(column, cell);
    }
}
