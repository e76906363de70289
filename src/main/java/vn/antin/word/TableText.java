package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;

/** A table of a document being written: repeated header rows, merged cells, columns as wide as asked for. */
final class TableText {
    private static final int PADDING_ACROSS = 80;
    private static final int PADDING_ALONG = 60;

    private final Measure measure;
    private final Notes notes;

    TableText(Measure measure, Notes notes) {
        this.measure = measure;
        this.notes = notes;
    }

    /** @param room for its columns, in twentieths of a point */
    void write(Markup body, Block.Table table, int room) {
        List<Integer> asked = asked(table, room);
        List<Integer> widths = fitted(table, asked);
        body.in("w:tbl", tbl -> {
            tbl.in("w:tblPr", it -> {
                it.empty("w:tblW", "w:w", String.valueOf(room), "w:type", "dxa");
                it.in("w:tblBorders", borders -> {
                    for (String edge : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                        borders.empty("w:" + edge, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
                    }
                });
                it.empty("w:tblLayout", "w:type", "fixed");
                it.in(
                        "w:tblCellMar",
                        margins -> margins.empty("w:top", "w:w", "" + PADDING_ALONG, "w:type", "dxa")
                                .empty("w:left", "w:w", "" + PADDING_ACROSS, "w:type", "dxa")
                                .empty("w:bottom", "w:w", "" + PADDING_ALONG, "w:type", "dxa")
                                .empty("w:right", "w:w", "" + PADDING_ACROSS, "w:type", "dxa"));
                if (!widths.equals(asked)) {
                    it.value("w:tblDescription", TableShape.DESCRIPTION + join(table.widths()));
                }
            });
            tbl.in("w:tblGrid", grid -> widths.forEach(it -> grid.empty("w:gridCol", "w:w", String.valueOf(it))));
            var covered = new int[widths.size()];
            var coveredSpan = new int[widths.size()];
            for (int i = 0; i < table.rows().size(); i++) {
                boolean header = i < table.headerRows();
                Block.Row row = table.rows().get(i);
                tbl.in("w:tr", it -> row(it, row, header, widths, covered, coveredSpan));
            }
        });
    }

    private static String join(List<Integer> widths) {
        return String.join(" ", widths.stream().map(String::valueOf).toList());
    }

    private void row(Markup at, Block.Row row, boolean header, List<Integer> widths, int[] covered, int[] coveredSpan) {
        at.in("w:trPr", it -> {
            it.empty("w:cantSplit");
            if (header) {
                it.empty("w:tblHeader");
            }
        });
        var cells = new ArrayList<>(row.cells());
        int column = 0;
        while (column < widths.size()) {
            int here = column;
            if (covered[column] > 0) {
                int span = coveredSpan[column];
                covered[column]--;
                at.in("w:tc", it -> {
                    shape(it, widths, here, span, "continue", false);
                    it.in("w:p", p -> p.in("w:pPr", look -> look.value("w:pStyle", WordStyle.CELL.id())));
                });
                column += span;
            } else if (cells.isEmpty()) {
                at.in("w:tc", it -> {
                    shape(it, widths, here, 1, "", false);
                    it.empty("w:p");
                });
                column++;
            } else {
                Block.Cell cell = cells.removeFirst();
                int span = Math.min(cell.columnSpan(), widths.size() - column);
                if (cell.rowSpan() > 1) {
                    covered[column] = cell.rowSpan() - 1;
                    coveredSpan[column] = span;
                }
                at.in("w:tc", it -> {
                    shape(it, widths, here, span, cell.rowSpan() > 1 ? "restart" : "", header || cell.centred());
                    content(it, cell, header);
                });
                column += span;
            }
        }
    }

    private static void shape(Markup cell, List<Integer> widths, int column, int span, String merged, boolean middle) {
        int width = widths.subList(column, column + span).stream()
                .mapToInt(it -> it)
                .sum();
        cell.in("w:tcPr", it -> {
            it.empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa");
            if (span > 1) {
                it.value("w:gridSpan", span);
            }
            if (!merged.isEmpty()) {
                it.value("w:vMerge", merged);
            }
            if (middle) {
                it.value("w:vAlign", "center");
            }
        });
    }

    private void content(Markup at, Block.Cell cell, boolean header) {
        WordStyle style = header ? WordStyle.HEADER_CELL : WordStyle.CELL;
        at.in("w:p", paragraph -> {
            paragraph.in("w:pPr", look -> {
                look.value("w:pStyle", style.id());
                if (!header) {
                    switch (cell.alignment()) {
                        case LEFT -> {}
                        case CENTRED -> look.value("w:jc", "center");
                        case RIGHT -> look.value("w:jc", "right");
                    }
                }
            });
            Runs.write(paragraph, cell.bold() && !header ? bold(cell.text()) : cell.text(), notes);
        });
    }

    private static Inline.Text bold(Inline.Text text) {
        return new Inline.Text(text.parts().stream()
                .map(it -> it instanceof Inline.Run run ? new Inline.Run(run.text(), true, run.italic()) : it)
                .toList());
    }

    private static List<Integer> asked(Block.Table table, int room) {
        int total = table.widths().stream().mapToInt(it -> Math.max(1, it)).sum();
        return table.widths().stream()
                .map(it -> (int) Math.round((double) room * Math.max(1, it) / total))
                .toList();
    }

    /** As asked for; columns too narrow for their longest word take from those that have more than they need. */
    private List<Integer> fitted(Block.Table table, List<Integer> asked) {
        var needed = new double[asked.size()];
        for (int i = 0; i < table.rows().size(); i++) {
            int column = 0;
            for (Block.Cell cell : table.rows().get(i).cells()) {
                boolean bold = cell.bold() || i < table.headerRows();
                if (cell.columnSpan() == 1 && column < needed.length) {
                    for (String word : cell.text().plain().split("\\s+", -1)) {
                        double width = measure.width(word, WordStyle.CELL.size(), bold) * 20 + 2 * PADDING_ACROSS + 10;
                        needed[column] = Math.max(needed[column], width);
                    }
                }
                column += cell.columnSpan();
            }
        }
        double wanting = 0;
        double spare = 0;
        for (int i = 0; i < needed.length; i++) {
            wanting += Math.max(0, needed[i] - asked.get(i));
            spare += Math.max(0, asked.get(i) - needed[i]);
        }
        if (wanting <= 0 || wanting > spare) {
            return asked;
        }
        var fitted = new ArrayList<Integer>();
        for (int i = 0; i < needed.length; i++) {
            double excess = asked.get(i) - needed[i];
            fitted.add((int) Math.round(excess < 0 ? needed[i] : asked.get(i) - excess * wanting / spare));
        }
        return fitted;
    }
}
