package vn.antin.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.compose.Block.Alignment;
import vn.antin.kernel.Refusal;

/** Reads lines that begin with a bar into a table; the notation is told in {@code src/docs/outline-notation.md}. */
final class TableNotation {
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_ROWS = 2000;
    private static final Pattern RULE_CELL = Pattern.compile("\\s*(:?)-+(\\d{0,3})-*(:?)\\s*");

    /** What stands alone in a place that the cell over it covers. */
    private static final String COVERED = "^";

    /** @param where in words, for refusals */
    record Line(String text, String where) {}

    /** A cell that may still grow downwards. */
    private static final class Growing {
        private final Inline.Text text;
        private final int column;
        private final int columns;
        private final boolean header;
        private int rows = 1;

        Growing(Inline.Text text, int column, int columns, boolean header) {
            this.text = text;
            this.column = column;
            this.columns = columns;
            this.header = header;
        }
    }

    private final InlineNotation inline;
    private final List<Integer> widths = new ArrayList<>();
    private final List<Alignment> alignments = new ArrayList<>();
    /** For each column the cell that stands over it, in the row above or further up. */
    private final Growing[] above = new Growing[MOST_COLUMNS];

    TableNotation(InlineNotation inline) {
        this.inline = inline;
    }

    Block.Table read(List<Line> lines) {
        String where = lines.getFirst().where();
        if (lines.size() > MOST_ROWS) {
            throw new Refusal(ComposeReason.TABLE_TOO_LARGE, where);
        }
        int rule = -1;
        for (int i = 0; i < lines.size() && rule < 0; i++) {
            if (readRule(cells(lines.get(i).text()))) {
                rule = i;
            }
        }
        var rows = new ArrayList<List<Growing>>();
        for (int i = 0; i < lines.size(); i++) {
            if (i != rule) {
                rows.add(row(lines.get(i), i < rule));
            }
        }
        return table(
                widths, Math.max(rule, 0), rows.stream().map(this::finished).toList(), where);
    }

    /** A table whose rows all have as many columns as there are widths, or as the first row has. */
    static Block.Table table(List<Integer> widths, int headerRows, List<Block.Row> rows, String where) {
        if (rows.isEmpty()) {
            throw new Refusal(ComposeReason.TABLE_UNEVEN, where);
        }
        List<Integer> columns = widths.isEmpty()
                ? Collections.nCopies(
                        rows.getFirst().cells().stream()
                                .mapToInt(Block.Cell::columnSpan)
                                .sum(),
                        0)
                : widths;
        if (columns.size() > MOST_COLUMNS || rows.size() > MOST_ROWS) {
            throw new Refusal(ComposeReason.TABLE_TOO_LARGE, where);
        }
        if (!even(columns.size(), headerRows, rows)) {
            throw new Refusal(ComposeReason.TABLE_UNEVEN, where);
        }
        return new Block.Table(columns, headerRows, rows);
    }

    /** Whether every place is filled once, and no cell stands half in the header. */
    private static boolean even(int columns, int headerRows, List<Block.Row> rows) {
        var free = new int[columns];
        for (int row = 0; row < rows.size(); row++) {
            int last = row < headerRows ? headerRows : rows.size();
            int column = 0;
            for (Block.Cell cell : rows.get(row).cells()) {
                while (column < columns && free[column] > row) {
                    column++;
                }
                int end = column + cell.columnSpan();
                if (end > columns || row + cell.rowSpan() > last) {
                    return false;
                }
                for (; column < end; column++) {
                    if (free[column] > row) {
                        return false;
                    }
                    free[column] = row + cell.rowSpan();
                }
            }
            for (int reached : free) {
                if (reached <= row) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean readRule(List<String> cells) {
        if (!cells.stream().allMatch(it -> RULE_CELL.matcher(it).matches())) {
            return false;
        }
        boolean byContent = true;
        for (String cell : cells) {
            Matcher matcher = RULE_CELL.matcher(cell);
            if (matcher.matches()) {
                String digits = matcher.group(2);
                byContent &= digits.isEmpty();
                widths.add(digits.isEmpty() ? 1 : Math.max(1, Integer.parseInt(digits)));
                boolean left = !matcher.group(1).isEmpty();
                boolean right = !matcher.group(3).isEmpty();
                alignments.add(left && right ? Alignment.CENTRED : right ? Alignment.RIGHT : Alignment.LEFT);
            }
        }
        if (byContent) {
            Collections.fill(widths, 0);
        }
        return true;
    }

    private List<Growing> row(Line line, boolean header) {
        var cells = new ArrayList<Growing>();
        int column = 0;
        List<String> typed = cells(line.text());
        for (int i = 0; i < typed.size(); ) {
            int span = 1;
            while (i + span < typed.size() && typed.get(i + span).isEmpty()) {
                span++;
            }
            if (column + span > MOST_COLUMNS) {
                throw new Refusal(ComposeReason.TABLE_TOO_LARGE, line.where());
            }
            if (typed.get(i).strip().equals(COVERED)) {
                grow(column, span, header, line);
            } else {
                var cell = new Growing(inline.read(typed.get(i), line.where()), column, span, header);
                cells.add(cell);
                for (int c = column; c < column + span; c++) {
                    above[c] = cell;
                }
            }
            column += span;
            i += span;
        }
        return cells;
    }

    private void grow(int column, int span, boolean header, Line line) {
        Growing cell = above[column];
        if (cell == null || cell.column != column || cell.columns != span || cell.header != header) {
            throw new Refusal(ComposeReason.MERGED_WITH_NOTHING, line.where());
        }
        cell.rows++;
    }

    private Block.Row finished(List<Growing> row) {
        return new Block.Row(row.stream()
                .map(it -> cell(
                        it.text,
                        it.columns,
                        it.rows,
                        it.header,
                        it.column < alignments.size() ? alignments.get(it.column) : Alignment.LEFT))
                .toList());
    }

    /** A cell; a header's is centred and bold. */
    static Block.Cell cell(Inline.Text text, int columns, int rows, boolean header, Alignment alignment) {
        boolean bold = header || Texts.whollyBold(text);
        return new Block.Cell(
                bold ? Texts.withoutBold(text) : text, columns, rows, header ? Alignment.CENTRED : alignment, bold);
    }

    /** What stands between the bars of {@code |a|b|}; a bar after a backslash is a letter. */
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length()) {
                cell.append(c).append(row.charAt(++i));
            } else if (c == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells;
    }
}
