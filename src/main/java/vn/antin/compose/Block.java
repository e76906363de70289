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
     * @param typed the marker as the writer typed it ({@code V.}), for the gate to compare; empty when nobody typed one
     */
    record Item(Level level, int ordinal, boolean titled, String typed, Inline.Text text) implements Block {
        public Item(Level level, int ordinal, boolean titled, Inline.Text text) {
            this(level, ordinal, titled, "", text);
        }

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
     * @param widths relative width of each column; all 0 when the columns are as wide as their words ask for
     * @param headerRows how many of the first rows are repeated on each page
     */
    record Table(List<Integer> widths, int headerRows, List<Row> rows) implements Block {
        public Table {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /** One row of a table; a place covered by a cell of a row above is left out, as in HTML. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param columnSpan how many columns it covers, from 1
     * @param rowSpan how many rows it covers, from 1
     */
    record Cell(Inline.Text text, int columnSpan, int rowSpan, Alignment alignment, boolean bold) {
        public Cell(Inline.Text text, int columnSpan, boolean centred, boolean bold) {
            this(text, columnSpan, 1, centred ? Alignment.CENTRED : Alignment.LEFT, bold);
        }

        public boolean centred() {
            return alignment == Alignment.CENTRED;
        }
    }

    /** How a cell's lines stand between its edges. */
    enum Alignment {
        LEFT,
        CENTRED,
        RIGHT
    }
}
