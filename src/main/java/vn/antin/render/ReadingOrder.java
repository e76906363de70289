package vn.antin.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables are laid out line by line across a row; they are read cell by cell, and so they are written. */
final class ReadingOrder {
    private final List<Mark> ordered = new ArrayList<>();
    private final Map<Tag, List<Mark>> cells = new HashMap<>();
    private @Nullable Tag row;

    private ReadingOrder() {}

    static List<Mark> of(List<Mark> marks) {
        var order = new ReadingOrder();
        marks.forEach(order::take);
        order.endRow();
        return order.ordered;
    }

    private void take(Mark mark) {
        if (mark instanceof Mark.Text text) {
            Tag parent = text.tag().parent();
            Tag textRow = parent != null && parent.role().equals("TR") ? parent : null;
            if (textRow == null || textRow != row) {
                endRow();
                row = textRow;
            }
            if (textRow != null) {
                cells.computeIfAbsent(text.tag(), it -> new ArrayList<>()).add(mark);
                return;
            }
        }
        ordered.add(mark);
    }

    private void endRow() {
        if (row != null) {
            row.cells().forEach(it -> ordered.addAll(cells.getOrDefault(it, List.of())));
            cells.clear();
        }
    }
}
