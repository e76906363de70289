package vn.antin.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.antin.kernel.Refusal;

/**
 * Which column of a filled sheet answers what, told by the headings wherever they stand now.
 *
 * @param row where the headings stand, as people count
 * @param hints where the hints stand, if they are still there; else the same row
 * @param at column of each of ours, by its name
 * @param unknown headings that mean nothing here, by column
 */
record Headings(int row, int hints, Map<String, Integer> at, Map<Integer, String> unknown) {
    /** People put a title or two over the table. */
    private static final int LOOKED_AT = 10;

    static Headings of(Sheet sheet, List<Column> columns) {
        int row = sheet.rows().headMap(LOOKED_AT + 1).keySet().stream()
                .max(Comparator.<Integer>comparingLong(it -> known(sheet, it, columns))
                        .thenComparing(Comparator.reverseOrder()))
                .filter(it -> known(sheet, it, columns) >= Math.min(2, columns.size()))
                .orElseThrow(() -> new Refusal(BulkReason.HEADINGS_MISSING, sheet.name()));
        var at = new LinkedHashMap<String, Integer>();
        var unknown = new HashMap<Integer, String>();
        for (Cell cell : List.copyOf(
                sheet.rows().getOrDefault(row, new java.util.TreeMap<>()).values())) {
            Optional<Column> meant =
                    columns.stream().filter(it -> it.isCalled(cell.text())).findFirst();
            if (meant.isEmpty()) {
                unknown.put(cell.column(), cell.text());
                continue;
            }
            Integer before = at.putIfAbsent(meant.get().name(), cell.column());
            if (before != null) {
                throw new Refusal(
                        BulkReason.COLUMN_TWICE,
                        sheet.name(),
                        meant.get().heading(),
                        Cell.letter(before) + row,
                        cell.letter() + row);
            }
        }
        var missing = columns.stream()
                .filter(it -> it.required() && !at.containsKey(it.name()))
                .map(it -> "“" + it.heading() + "”")
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(BulkReason.COLUMNS_MISSING, sheet.name(), String.join(", ", missing));
        }
        return new Headings(row, hints(sheet, row, columns, at), at, unknown);
    }

    /** The letter of a column; empty when the sheet has it no longer. */
    String letter(String name) {
        Integer column = at.get(name);
        return column == null ? "" : Cell.letter(column);
    }

    /** Our columns that are gone. */
    List<Column> gone(List<Column> columns) {
        return columns.stream().filter(it -> !at.containsKey(it.name())).toList();
    }

    private static long known(Sheet sheet, int row, List<Column> columns) {
        var cells = new ArrayList<>(
                sheet.rows().getOrDefault(row, new java.util.TreeMap<>()).values());
        return columns.stream()
                .filter(column -> cells.stream().anyMatch(it -> column.isCalled(it.text())))
                .count();
    }

    private static int hints(Sheet sheet, int row, List<Column> columns, Map<String, Integer> at) {
        boolean stillThere = columns.stream()
                .filter(it -> at.containsKey(it.name()) && !FormWriter.hint(it).isEmpty())
                .anyMatch(it -> Column.plain(sheet.text(row + 1, at.getOrDefault(it.name(), 0)))
                        .equals(Column.plain(FormWriter.hint(it))));
        return stillThere ? row + 1 : row;
    }
}
