package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Numbering;
import vn.antin.compose.Texts;
import vn.antin.word.Item.Para;
import vn.antin.word.Item.Piece;

/** The items of a body or an annex as blocks of a document. */
final class Blocks {
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_ROWS = 2000;

    private final Running running;
    private final Account account;
    private final Numbering numbering = new Numbering();
    private final List<Block> blocks = new ArrayList<>();
    private final ObjIntConsumer<List<Para>> anchors;

    /** @param anchors is told which paragraphs make the n-th block */
    Blocks(Running running, Account account, ObjIntConsumer<List<Para>> anchors) {
        this.running = running;
        this.account = account;
        this.anchors = anchors;
    }

    List<Block> read(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            switch (items.get(i)) {
                case Item.Table table -> {
                    account.at(table.where());
                    var rows = rows(table);
                    if (!rows.isEmpty()) {
                        anchors.accept(cells(table), blocks.size());
                        blocks.add(new Block.Table(widths(table), headers(table, rows.size()), rows));
                    }
                }
                case Para para -> {
                    account.at(para.where());
                    if (para.blank() && para.marker().isEmpty()) {
                        continue;
                    }
                    Optional<Marker> marker = Marker.of(para);
                    boolean title = marker.isPresent() && marker.get().level().overItsTitle();
                    if (title && running.text(marker.get().rest()).isBlank() && i + 1 < items.size()) {
                        if (items.get(i + 1) instanceof Para next && next.centred() && !next.blank()) {
                            item(new Marker(marker.get().level(), marker.get().typed(), next.pieces()), para, next);
                            i++;
                            continue;
                        }
                    }
                    paragraph(para, marker);
                }
            }
        }
        return blocks;
    }

    private void paragraph(Para para, Optional<Marker> marker) {
        if (TypedRule.is(para.plain())) {
            account.tell(Remark.Sort.TYPED_RULE, para.plain());
        } else if (marker.isPresent() && !running(marker.get().rest())) {
            // A number with nothing behind it is no item; its sign is told.
            account.tell(Remark.Sort.TEXT_LEFT_OVER, para.seen());
        } else if (marker.isPresent()) {
            item(marker.get(), para);
        } else if (!para.blank()) {
            var pieces = new ArrayList<Piece>();
            if (!para.marker().isEmpty()) {
                pieces.add(new Piece.Letters(para.marker() + " ", false, false, "", 0, null));
            }
            pieces.addAll(para.pieces());
            Inline.Text text = running.text(pieces);
            boolean centred = para.is(WordStyle.CENTRED) || (para.centred() && Texts.whollyBold(text));
            anchors.accept(List.of(para), blocks.size());
            blocks.add(
                    centred && para.marker().isEmpty()
                            ? new Block.Centred(Texts.withoutBold(text))
                            : new Block.Paragraph(text));
        }
    }

    private static boolean running(List<Piece> pieces) {
        return pieces.stream()
                .anyMatch(it -> it instanceof Piece.Note
                        || (it instanceof Piece.Letters letters
                                && !letters.text().isBlank()));
    }

    private void item(Marker marker, Para... paragraphs) {
        Inline.Text text = running.text(marker.rest());
        Level level = marker.level();
        boolean titled = level.compareTo(Level.ROMAN) <= 0 || Texts.whollyBold(text);
        anchors.accept(List.of(paragraphs), blocks.size());
        blocks.add(new Block.Item(
                level, numbering.next(level), titled, marker.typed(), titled ? Texts.withoutBold(text) : text));
    }

    private static List<Para> cells(Item.Table table) {
        return table.rows().stream()
                .flatMap(it -> it.cells().stream())
                .flatMap(it -> it.paragraphs().stream())
                .toList();
    }

    private static int columns(Item.Table table) {
        int most = table.rows().stream()
                .mapToInt(row -> row.cells().stream().mapToInt(Item.Cell::span).sum())
                .max()
                .orElse(0);
        return Math.min(MOST_COLUMNS, most);
    }

    private static List<Integer> widths(Item.Table table) {
        int columns = columns(table);
        return table.grid().size() == columns
                ? TableShape.widths(table.grid(), table.description())
                : java.util.Collections.nCopies(columns, 1);
    }

    private static int headers(Item.Table table, int rows) {
        int headers = 0;
        while (headers < rows && table.rows().get(headers).header()) {
            headers++;
        }
        return headers;
    }

    private List<Block.Row> rows(Item.Table table) {
        int columns = columns(table);
        if (columns == 0) {
            return List.of();
        }
        var rows = new ArrayList<Block.Row>();
        boolean header = true;
        for (int r = 0; r < table.rows().size(); r++) {
            Item.Row row = table.rows().get(r);
            header &= row.header();
            if (rows.size() == MOST_ROWS) {
                row.cells().forEach(it -> account.tell(Remark.Sort.TABLE_TRIMMED, it.plain()));
                continue;
            }
            var cells = new ArrayList<Block.Cell>();
            int column = 0;
            for (Item.Cell cell : row.cells()) {
                int span = Math.min(cell.span(), columns - column);
                if (span < 1) {
                    account.tell(Remark.Sort.TABLE_TRIMMED, cell.plain());
                } else if (!cell.merged().equals("continue") || !startsAbove(table, r, column)) {
                    int rowSpan = cell.merged().equals("restart") ? rowSpan(table, r, column) : 1;
                    cells.add(cell(cell, span, rowSpan, header));
                }
                column += Math.max(0, span);
            }
            for (; column < columns; column++) {
                cells.add(new Block.Cell(Inline.Text.plain(""), 1, header, header));
            }
            rows.add(new Block.Row(cells));
        }
        return rows;
    }

    private static boolean startsAbove(Item.Table table, int row, int column) {
        for (int r = row - 1; r >= 0; r--) {
            Item.Cell above = at(table.rows().get(r), column);
            if (above == null || above.merged().isEmpty()) {
                return false;
            }
            if (above.merged().equals("restart")) {
                return true;
            }
        }
        return false;
    }

    private static int rowSpan(Item.Table table, int row, int column) {
        int span = 1;
        for (int r = row + 1; r < table.rows().size(); r++) {
            Item.Cell below = at(table.rows().get(r), column);
            if (below == null || !below.merged().equals("continue")) {
                break;
            }
            span++;
        }
        return span;
    }

    private static Item.@org.jspecify.annotations.Nullable Cell at(Item.Row row, int column) {
        int at = 0;
        for (Item.Cell cell : row.cells()) {
            if (at == column) {
                return cell;
            }
            at += cell.span();
        }
        return null;
    }

    private Block.Cell cell(Item.Cell cell, int span, int rowSpan, boolean header) {
        var pieces = new ArrayList<Piece>();
        String alignment = "";
        for (Para para : cell.paragraphs()) {
            if (para.blank() && para.marker().isEmpty()) {
                continue;
            }
            if (!pieces.isEmpty()) {
                pieces.add(new Piece.Break());
            } else {
                alignment = para.alignment();
            }
            if (!para.marker().isEmpty()) {
                pieces.add(new Piece.Letters(para.marker() + " ", false, false, "", 0, null));
            }
            pieces.addAll(para.pieces());
        }
        Inline.Text text = running.text(pieces);
        boolean bold = header || Texts.whollyBold(text);
        Block.Alignment stands = header || alignment.equals("center")
                ? Block.Alignment.CENTRED
                : alignment.equals("right") || alignment.equals("end") ? Block.Alignment.RIGHT : Block.Alignment.LEFT;
        return new Block.Cell(bold ? Texts.withoutBold(text) : text, span, rowSpan, stands, bold);
    }
}
