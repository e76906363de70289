package vn.antin.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.render.Columns.Measured;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;
import vn.antin.render.MergedCell.Cover;

/**
 * A table, cut into strips of one line each, so that a row taller than a page may run on; a row of common height stays
 * whole, as do the rows beside a merged cell of common height, and the header rows come again on each page.
 */
final class TableBlock {
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
        Grid grid = Grid.of(table);
        if (grid.rows().isEmpty() || grid.columns() == 0) {
            return List.of();
        }
        var cells = new ArrayList<List<Measured>>();
        grid.rows().forEach(row -> cells.add(row.stream().map(this::measured).toList()));
        Columns columns = Columns.fitted(
                table.widths(),
                grid.columns(),
                cells.stream().flatMap(List::stream).toList(),
                profile);

        var strips = new ArrayList<Strip>();
        List<SetRow> head = set(cells.subList(0, grid.headerRows()), columns, tag);
        head.forEach(row -> strips.addAll(Typesetter.allKept(slices(row, columns, List.of()))));
        var repeated = new ArrayList<Strip>();
        set(cells.subList(0, grid.headerRows()), columns, Tag.ARTIFACT)
                .forEach(row -> repeated.addAll(slices(row, columns, List.of())));
        float headerHeight =
                (float) repeated.stream().mapToDouble(Strip::height).sum();
        List<Strip> again = headerHeight > profile.textHeight() * REPEATED_HEADER ? List.of() : repeated;
        for (SetRow row : set(cells.subList(grid.headerRows(), cells.size()), columns, tag)) {
            strips.addAll(slices(row, columns, again));
        }
        strips.set(0, strips.getFirst().afterGap(GAP));
        strips.add(Strip.of(0, GAP / 2, List.of(horizontal(columns, 0, columns.count(), 0))));
        strips.set(strips.size() - 2, strips.get(strips.size() - 2).keptWithNext());
        return strips;
    }

    private Measured measured(Grid.Placed placed) {
        return new Measured(
                placed, setter.words(placed.cell().text(), new Style(Face.of(placed.bold(), false), profile.table())));
    }

    /** One row, its lines broken; how many lines high it is depends on merged cells too. */
    private static final class SetRow {
        private final int index;
        private final List<SetCell> cells = new ArrayList<>();
        private final List<Standing> merged = new ArrayList<>();
        private int lines = 1;
        private boolean keptWithNext;

        SetRow(int index) {
            this.index = index;
        }

        boolean beginsHere(Standing it) {
            return it.placed().row() == index;
        }

        boolean endsHere(Standing it) {
            return it.placed().row() + it.placed().rowSpan() - 1 == index;
        }

        /** All that has an edge on this row. */
        List<Grid.Placed> placed() {
            var placed = new ArrayList<Grid.Placed>();
            cells.forEach(it -> placed.add(it.placed()));
            merged.forEach(it -> placed.add(it.placed()));
            return placed;
        }
    }

    private record SetCell(Grid.Placed placed, List<Line> lines, float x, float width, Style style, Tag tag) {
        Alignment alignment() {
            return placed.header()
                    ? Alignment.CENTRED
                    : switch (placed.cell().alignment()) {
                        case LEFT -> Alignment.LEFT;
                        case CENTRED -> Alignment.CENTRED;
                        case RIGHT -> Alignment.RIGHT;
                    };
        }
    }

    /** A merged cell and the rows of this part of the table that it covers, the last one not among them. */
    private record Standing(MergedCell cell, Grid.Placed placed, int from, int to) {}

    private List<SetRow> set(List<List<Measured>> part, Columns columns, Tag parent) {
        var rows = new ArrayList<SetRow>();
        part.forEach(it ->
                rows.add(new SetRow(it.isEmpty() ? -1 : it.getFirst().placed().row())));
        var merged = new ArrayList<Standing>();
        for (int i = 0; i < part.size(); i++) {
            Tag rowTag = parent.child("TR");
            for (Measured measured : part.get(i)) {
                SetCell cell = set(measured, columns, rowTag);
                if (measured.placed().merged()) {
                    var it = new MergedCell(
                            cell.lines(),
                            cell.x(),
                            cell.width(),
                            PADDING_ALONG,
                            cell.style(),
                            cell.alignment(),
                            cell.tag());
                    merged.add(new Standing(
                            it, measured.placed(), i, i + measured.placed().rowSpan()));
                } else {
                    rows.get(i).cells.add(cell);
                    rows.get(i).lines = Math.max(rows.get(i).lines, cell.lines().size());
                }
            }
        }
        merged.forEach(it -> stand(it, rows, Style.regular(columns.size()).leading()));
        return rows;
    }

    private SetCell set(Measured measured, Columns columns, Tag rowTag) {
        Grid.Placed placed = measured.placed();
        float x = columns.x(placed.column());
        float width = columns.x(placed.column() + placed.columnSpan()) - x - 2 * columns.padding();
        Style style = new Style(Face.of(placed.bold(), false), columns.size());
        Tag cellTag = rowTag.cell(placed.header() ? "TH" : "TD", placed.columnSpan(), placed.rowSpan());
        List<Line> lines = columns.size() == profile.table()
                ? setter.lines(measured.words(), width)
                : setter.lines(placed.cell().text(), style, width);
        return new SetCell(placed, lines, x + columns.padding(), width, style, cellTag);
    }

    /** Rows too low for the merged cell beside them grow by equal parts; a cell of common height keeps its rows together. */
    private void stand(Standing it, List<SetRow> rows, float leading) {
        List<SetRow> beside = rows.subList(it.from(), it.to());
        float height = (float) beside.stream()
                .mapToDouble(row -> row.lines * leading + 2 * PADDING_ALONG)
                .sum();
        float needed = it.cell().height();
        float common = profile.textHeight() * WHOLE_ROW;
        if (Math.max(needed, height) >= common) {
            // Each page break may cost a line and the padding.
            needed += (1 + needed / profile.textHeight()) * (leading + 2 * PADDING_ALONG);
        }
        int missing = (int) Math.ceil((needed - height - 0.01f) / leading);
        for (int i = 0; i < missing; i++) {
            beside.get(beside.size() - 1 - i % beside.size()).lines++;
        }
        beside.forEach(row -> row.merged.add(it));
        // Of a longer one as many rows stay together as its text needs.
        float together = Math.max(needed, height) < common ? common : it.cell().height();
        float kept = 0;
        for (SetRow row : beside.subList(0, beside.size() - 1)) {
            kept += row.lines * leading + 2 * PADDING_ALONG;
            row.keptWithNext |= kept < Math.min(together, common);
        }
    }

    private List<Strip> slices(SetRow row, Columns columns, List<Strip> repeated) {
        float leading = Style.regular(columns.size()).leading();
        boolean whole = row.lines * leading < profile.textHeight() * WHOLE_ROW;
        var slices = new ArrayList<Strip>();
        for (int i = 0; i < row.lines; i++) {
            boolean first = i == 0;
            boolean last = i == row.lines - 1;
            float over = first ? PADDING_ALONG : 0;
            float height = over + leading + (last ? PADDING_ALONG : 0);
            var marks = new ArrayList<Mark>();
            var notes = new ArrayList<Inline.Footnote>();
            for (SetCell cell : row.cells) {
                if (i < cell.lines().size()) {
                    Line line = cell.lines().get(i);
                    float centring = whole && cell.alignment() != Alignment.LEFT
                            ? (row.lines - cell.lines().size()) * leading / 2
                            : 0;
                    float baseline = -over - cell.style().ascent() - centring;
                    marks.add(setter.mark(line, cell.x(), cell.width(), baseline, cell.alignment(), cell.tag()));
                    notes.addAll(line.notes());
                }
            }
            var covers = new ArrayList<Cover>();
            for (Standing it : row.merged) {
                covers.add(new Cover(it.cell(), first && row.beginsHere(it), last && row.endsHere(it)));
                if (first && row.beginsHere(it)) {
                    // The notes of a merged cell stand where it begins.
                    it.cell().lines().forEach(line -> notes.addAll(line.notes()));
                }
            }
            marks.addAll(verticals(row, columns, height));
            if (first) {
                marks.addAll(tops(row, columns));
            }
            Mark across = horizontal(columns, 0, columns.count(), 0);
            var seam = new Strip.Seam(repeated, List.of(across), List.of(across.raised(-height)), covers);
            boolean kept = last ? row.keptWithNext : whole || i == 0 || i == row.lines - 2;
            slices.add(new Strip(0, height, kept, notes, marks, seam, false));
        }
        return slices;
    }

    private static List<Mark> verticals(SetRow row, Columns columns, float height) {
        var edges = new TreeSet<Integer>();
        edges.add(0);
        for (Grid.Placed it : row.placed()) {
            edges.add(it.column());
            edges.add(it.column() + it.columnSpan());
        }
        var strokes = new ArrayList<Mark>();
        for (int edge : edges) {
            float x = columns.x(edge);
            strokes.add(new Mark.Stroke(x, 0, x, -height, BORDER));
        }
        return strokes;
    }

    /** The line over a row, which a merged cell that began in a row above interrupts. */
    private static List<Mark> tops(SetRow row, Columns columns) {
        var through = new boolean[columns.count()];
        for (Standing it : row.merged) {
            if (!row.beginsHere(it)) {
                int from = it.placed().column();
                Arrays.fill(through, from, from + it.placed().columnSpan(), true);
            }
        }
        var strokes = new ArrayList<Mark>();
        int from = 0;
        while (from < through.length) {
            int to = from;
            while (to < through.length && !through[to]) {
                to++;
            }
            if (to > from) {
                strokes.add(horizontal(columns, from, to, 0));
            }
            from = to + 1;
        }
        return strokes;
    }

    private static Mark horizontal(Columns columns, int from, int to, float y) {
        return new Mark.Stroke(columns.x(from), y, columns.x(to), y, BORDER);
    }
}
