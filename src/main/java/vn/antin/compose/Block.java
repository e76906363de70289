package vn.antin.compose;

import java.util.List;

/** One block of a document's content (box 6), in reading order; nesting is told by {@link Level}. */
public sealed interface Block {
    /** A paragraph without a number. */
    record Paragraph(Inline.Text text) implements Block {}

    /**
     * A numbered or dashed paragraph.
     *
     * @param ordinal from 1, counted by us within its parent; 0 for dashes
     * @param titled whether the text is a title on its own line (bold, annex I, part I, II.6.đ)
     */
    record Item(Level level, int ordinal, boolean titled, Inline.Text text) implements Block {
        /** {@code II.}, {@code 3.}, {@code đ)}, {@code Điều 2.}, {@code -}, {@code +}. */
        public String marker() {
            return level.marker(ordinal);
        }
    }

    /** A centred line, such as {@code QUYẾT ĐỊNH:}. */
    record Centred(Inline.Text text) implements Block {}

    /**
     * A table.
     *
     * @param widths relative width of each column
     * @param headerRows how many of the first rows are repeated on each page
     */
    record Table(List<Integer> widths, int headerRows, List<Row> rows) implements Block {
        public Table {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /** One row of a table; spans of its cells add up to the number of columns. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One cell; {@code centred} else set from the left. */
    record Cell(Inline.Text text, int columnSpan, boolean centred, boolean bold) {}
}
