package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.kernel.Refusal;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/**
 * A table, cut into strips of one line each, so that a row taller than a page may run on; a row of common height stays
 * whole, and the header rows come again on each page.
 */
final class TableBlock {
    private static final float PADDING_ACROSS = 4;
    private static final float PADDING_ALONG = 3;
    private static final float BORDER = 0.5f;
    private static final float GAP = 8;

    /** A row taller than this part of a page may be broken. */
    private static final float WHOLE_ROW = 0.3f;

    /** Header rows taller than this part of a page are not repeated: they would crowd out the rows. */
    private static final float REPEATED_HEADER = 0.3f;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag tag;

    TableBlock(Typesetter setter, Tag tag) {
        this.setter = setter;
        this.profile = setter.profile();
        this.tag = tag;
    }

    List<Strip> strips(Block.Table table) {
        if (table.rows().isEmpty()) {
            return List.of();
        }
        table.rows().forEach(row -> requireFits(row, table.widths().size()));
        Columns columns = Columns.fitted(table, setter);
        var repeated = new ArrayList<Strip>();
        for (Block.Row row : table.rows()
                .subList(0, Math.min(table.headerRows(), table.rows().size()))) {
            repeated.addAll(row(row, columns, true, Tag.ARTIFACT.child("TR"), List.of()));
        }
        float headerHeight =
                (float) repeated.stream().mapToDouble(Strip::height).sum();
        List<Strip> again = headerHeight > profile.textHeight() * REPEATED_HEADER ? List.of() : repeated;

        var strips = new ArrayList<Strip>();
        for (int i = 0; i < table.rows().size(); i++) {
            boolean header = i < table.headerRows();
            List<Strip> row = row(table.rows().get(i), columns, header, tag.child("TR"), header ? List.of() : again);
            strips.addAll(header ? Typesetter.allKept(row) : row);
        }
        strips.set(0, strips.getFirst().afterGap(GAP));
        strips.add(Strip.of(0, GAP / 2, List.of(horizontal(columns, 0))));
        strips.set(strips.size() - 2, strips.get(strips.size() - 2).keptWithNext());
        return strips;
    }

    private static void requireFits(Block.Row row, int columns) {
        int spans = row.cells().stream().mapToInt(Block.Cell::columnSpan).sum();
        if (spans > columns) {
            throw new IllegalArgumentException("A row of " + spans + " columns in a table of " + columns);
        }
    }

    private List<Strip> row(Block.Row row, Columns columns, boolean header, Tag rowTag, List<Strip> repeated) {
        var cells = new ArrayList<SetCell>();
        int column = 0;
        for (Block.Cell cell : row.cells()) {
            float x = columns.x(column);
            float width = columns.x(column + cell.columnSpan()) - x - 2 * columns.padding();
            Style style = new Style(Face.of(cell.bold() || header, false), columns.size());
            Tag cellTag = rowTag.cell(header ? "TH" : "TD", cell.columnSpan());
            Alignment alignment = cell.centred() || header ? Alignment.CENTRED : Alignment.LEFT;
            List<Line> lines = setter.lines(cell.text(), style, width);
            cells.add(new SetCell(lines, x + columns.padding(), width, style, alignment, cellTag));
            column += cell.columnSpan();
        }
        return slices(row, cells, columns, repeated);
    }

    private record SetCell(List<Line> lines, float x, float width, Style style, Alignment alignment, Tag tag) {}

    private List<Strip> slices(Block.Row row, List<SetCell> cells, Columns columns, List<Strip> repeated) {
        float leading = Style.regular(columns.size()).leading();
        int count = cells.stream().mapToInt(it -> it.lines().size()).max().orElse(1);
        boolean whole = count * leading < profile.textHeight() * WHOLE_ROW;
        var slices = new ArrayList<Strip>();
        for (int i = 0; i < count; i++) {
            boolean first = i == 0;
            boolean last = i == count - 1;
            float over = first ? PADDING_ALONG : 0;
            float height = over + leading + (last ? PADDING_ALONG : 0);
            var marks = new ArrayList<Mark>();
            var notes = new ArrayList<Inline.Footnote>();
            for (SetCell cell : cells) {
                if (i < cell.lines().size()) {
                    Line line = cell.lines().get(i);
                    float centring = whole && cell.alignment() == Alignment.CENTRED
                            ? (count - cell.lines().size()) * leading / 2
                            : 0;
                    float baseline = -over - cell.style().ascent() - centring;
                    marks.add(setter.mark(line, cell.x(), cell.width(), baseline, cell.alignment(), cell.tag()));
                    notes.addAll(line.notes());
                }
            }
            marks.addAll(verticals(row, columns, height));
            if (first) {
                marks.add(horizontal(columns, 0));
            }
            List<Mark> opening = first ? List.of() : List.of(horizontal(columns, 0));
            var seam = new Strip.Seam(repeated, opening, List.of(horizontal(columns, -height)));
            boolean kept = !last && (whole || i == 0 || i == count - 2);
            slices.add(new Strip(0, height, kept, notes, marks, seam, false));
        }
        return slices;
    }

    private static List<Mark> verticals(Block.Row row, Columns columns, float height) {
        var strokes = new ArrayList<Mark>();
        strokes.add(vertical(columns.x(0), height));
        int column = 0;
        for (Block.Cell cell : row.cells()) {
            column += cell.columnSpan();
            strokes.add(vertical(columns.x(column), height));
        }
        return strokes;
    }

    private static Mark vertical(float x, float height) {
        return new Mark.Stroke(x, 0, x, -height, BORDER);
    }

    private static Mark horizontal(Columns columns, float y) {
        return new Mark.Stroke(columns.x(0), y, columns.x(columns.count()), y, BORDER);
    }

    /**
     * Where the columns stand and how large their text is: as wide as asked for, but no narrower than their longest word
     * while there is room, and smaller in size before a word must be broken.
     */
    private record Columns(List<Float> edges, float size, float padding) {
        static Columns fitted(Block.Table table, Typesetter setter) {
            LayoutProfile profile = setter.profile();
            int count = table.widths().size();
            float padding = Math.min(PADDING_ACROSS, profile.textWidth() / count / 8);
            float size = profile.table();
            float[] needed = longestWords(table, setter, size, padding);
            while (sum(needed) > profile.textWidth() && size > profile.tableSmallest()) {
                size--;
                needed = longestWords(table, setter, size, padding);
            }
            // Two of the widest letters must stand side by side, else a column is a column of single letters.
            int mostColumns = (int) (profile.textWidth() / (2 * size + 2 * padding));
            if (count > mostColumns) {
                throw new Refusal(RenderReason.TABLE_TOO_WIDE, count, mostColumns);
            }
            return new Columns(
                    edges(shares(table.widths(), needed, profile.textWidth()), profile.left()), size, padding);
        }

        private static float[] longestWords(Block.Table table, Typesetter setter, float size, float padding) {
            var needed = new float[table.widths().size()];
            for (int i = 0; i < table.rows().size(); i++) {
                int column = 0;
                for (Block.Cell cell : table.rows().get(i).cells()) {
                    boolean bold = cell.bold() || i < table.headerRows();
                    if (cell.columnSpan() == 1) {
                        for (Words.Word word : setter.words(cell.text(), new Style(Face.of(bold, false), size))) {
                            needed[column] = Math.max(needed[column], word.width() + 2 * padding + 0.1f);
                        }
                    }
                    column += cell.columnSpan();
                }
            }
            return needed;
        }

        /** As asked for; columns too narrow for their words take from those that have more than they need. */
        private static float[] shares(List<Integer> asked, float[] needed, float width) {
            int total = asked.stream().mapToInt(it -> Math.max(1, it)).sum();
            var shares = new float[needed.length];
            float wanting = 0;
            float spare = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = width * Math.max(1, asked.get(i)) / total;
                wanting += Math.max(0, needed[i] - shares[i]);
                spare += Math.max(0, shares[i] - needed[i]);
            }
            if (wanting > 0 && wanting <= spare) {
                for (int i = 0; i < shares.length; i++) {
                    float excess = shares[i] - needed[i];
                    shares[i] = excess < 0 ? needed[i] : shares[i] - excess * wanting / spare;
                }
            }
            return shares;
        }

        private static List<Float> edges(float[] shares, float left) {
            var edges = new ArrayList<Float>();
            float x = left;
            edges.add(x);
            for (float share : shares) {
                x += share;
                edges.add(x);
            }
            return edges;
        }

        private static float sum(float[] values) {
            float sum = 0;
            for (float value : values) {
                sum += value;
            }
            return sum;
        }

        int count() {
            return edges.size() - 1;
        }

        float x(int column) {
            return edges.get(column);
        }
    }
}
