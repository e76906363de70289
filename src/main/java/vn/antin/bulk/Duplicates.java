package vn.antin.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that are there twice: sent out, they would be two documents of which one is wrong. */
final class Duplicates {
    private Duplicates() {}

    /** The rows, those that are told apart by nothing with a fault more. */
    static List<FilledRow> tell(List<FilledRow> rows, String sheet, Headings headings) {
        Map<String, List<Integer>> keys = new HashMap<>();
        Map<Object, Integer> contents = new HashMap<>();
        rows.forEach(it -> {
            if (!it.key().isEmpty()) {
                keys.computeIfAbsent(Column.plain(it.key()), key -> new ArrayList<>())
                        .add(it.row());
            }
        });
        var told = new ArrayList<FilledRow>();
        for (FilledRow row : rows) {
            var faults = new ArrayList<>(row.faults());
            var same = keys.getOrDefault(Column.plain(row.key()), List.of());
            // Both: of two rows with one key nobody can say to which an annex belongs.
            if (same.size() > 1) {
                int other = same.getFirst() == row.row() ? same.get(1) : same.getFirst();
                faults.add(new Fault(
                        sheet,
                        row.row(),
                        headings.letter(Column.KEY),
                        "Mã “" + Words.clip(row.key()) + "” cũng đứng ở dòng " + other
                                + "; mỗi dòng cần một mã riêng."));
            }
            Integer before = contents.putIfAbsent(
                    List.of(String.valueOf(row.agency()), String.valueOf(row.signatory()), row.answers()), row.row());
            if (before != null && !row.answers().isEmpty()) {
                faults.add(
                        new Fault(sheet, row.row(), "", "Nội dung giống hệt dòng " + before + "; chỉ giữ một dòng."));
            }
            told.add(row.with(faults));
        }
        return told;
    }
}
