package vn.antin.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The annexes of one sheet, each belonging to the document whose key it bears. */
final class AnnexSheet {
    private final Sheet sheet;
    private final Headings headings;
    private final Map<String, List<Annex>> byKey = new LinkedHashMap<>();

    private record Annex(int row, ObjectNode parts, List<Fault> faults) {}

    private AnnexSheet(Sheet sheet, Headings headings) {
        this.sheet = sheet;
        this.headings = headings;
    }

    static AnnexSheet of(Sheet sheet, Headings headings) {
        var annexes = new AnnexSheet(sheet, headings);
        sheet.rows().tailMap(headings.hints() + 1).forEach((row, cells) -> {
            var parts = JsonNodeFactory.instance.objectNode();
            var faults = new ArrayList<Fault>();
            String key = "";
            for (Column column : Form.annexColumns()) {
                Answer answer = Answer.of(cells.get(headings.at().getOrDefault(column.name(), -1)), null);
                if (answer.refusal() != null) {
                    faults.add(new Fault(sheet.name(), row, headings.letter(column.name()), answer.refusal()));
                } else if (answer.value() != null && column.name().equals(Column.KEY)) {
                    key = answer.value().asString().strip();
                } else if (answer.value() != null) {
                    parts.set(column.name(), answer.value());
                }
            }
            if (!parts.isEmpty() || !key.isEmpty() || !faults.isEmpty()) {
                annexes.byKey
                        .computeIfAbsent(Column.plain(key), it -> new ArrayList<>())
                        .add(new Annex(row, parts, faults));
            }
        });
        return annexes;
    }

    boolean has(String key) {
        return !key.isEmpty() && byKey.containsKey(Column.plain(key));
    }

    ArrayNode answers(String key) {
        var answers = JsonNodeFactory.instance.arrayNode();
        annexes(key).forEach(it -> answers.add(it.parts()));
        return answers;
    }

    List<Fault> faults(String key) {
        return annexes(key).stream().flatMap(it -> it.faults().stream()).toList();
    }

    /** Where the template's complaint about {@code annexes/0/title} belongs. */
    Fault fault(String key, String[] path, String reason) {
        var ours = annexes(key);
        int index = path.length > 1 && path[1].matches("\\d{1,4}") ? Integer.parseInt(path[1]) : 0;
        int row = index < ours.size() ? ours.get(index).row() : headings.row();
        return new Fault(sheet.name(), row, path.length > 2 ? headings.letter(path[2]) : "", reason);
    }

    /** Annexes that belong to no row: nothing is to be lost without a word. */
    List<Fault> withoutDocument(List<FilledRow> rows) {
        var known = rows.stream().map(it -> Column.plain(it.key())).toList();
        var faults = new ArrayList<Fault>();
        byKey.forEach((key, annexes) -> {
            if (key.isEmpty() || !known.contains(key)) {
                annexes.forEach(it -> faults.add(new Fault(
                        sheet.name(),
                        it.row(),
                        headings.letter(Column.KEY),
                        key.isEmpty()
                                ? "Cần điền “Mã dòng” của văn bản mà phụ lục này đi kèm."
                                : "Trang “" + Form.DOCUMENTS + "” không có dòng nào mang mã “" + Words.clip(key)
                                        + "”; phụ lục này không vào văn bản nào.")));
            }
        });
        return faults;
    }

    private List<Annex> annexes(String key) {
        return byKey.getOrDefault(Column.plain(key), List.of());
    }
}
