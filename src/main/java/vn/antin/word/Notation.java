package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;

/** Blocks as a person types them ({@code src/docs/outline-notation.md}); read again they are the same blocks. */
final class Notation {
    /** A line that begins so would be read as an item, a heading or a table. */
    private static final Pattern LIKE_A_MARK = Pattern.compile(
            "^(?:[IVXLC]{1,8}\\.|Điều \\d{1,4}\\.|\\d{1,4}\\.|[a-zđ]{1,2}\\)|-|\\+)(?:\\s.*|$)|^\\|.*|^\\[ngang].*"
                    + "|^(?:Phần|Chương|Mục|Tiểu mục) (?:[IVXLC]{1,8}|\\d{1,3})(?:[.:].*|\\s+[–-].*|$)",
            Pattern.DOTALL);

    private final Account account;

    Notation(Account account) {
        this.account = account;
    }

    String of(List<Block> blocks) {
        return blocks.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Block block) {
        return switch (block) {
            case Block.Paragraph it -> guarded(inline(it.text(), false));
            case Block.Item it -> item(it);
            case Block.Centred it -> {
                account.tell(Remark.Sort.CENTRED_LINE, it.text().plain());
                yield guarded(inline(bold(it.text()), false));
            }
            // An empty line ends a table, so that two of them stay two.
            case Block.Table it -> table(it) + "\n";
        };
    }

    private static String item(Block.Item item) {
        String marker = item.marker() + (item.level().overItsTitle() ? "." : "");
        boolean always = item.level().compareTo(Level.ROMAN) <= 0;
        Inline.Text text = item.titled() && !always ? bold(item.text()) : item.text();
        return marker + " " + inline(text, false);
    }

    private static Inline.Text bold(Inline.Text text) {
        return new Inline.Text(text.parts().stream()
                .map(it -> it instanceof Inline.Run run ? new Inline.Run(run.text(), true, run.italic()) : it)
                .toList());
    }

    private static String guarded(String line) {
        return LIKE_A_MARK.matcher(line).matches() ? "\\" + line : line;
    }

    private String table(Block.Table table) {
        var lines = new ArrayList<String>();
        var covered = new int[table.widths().size()];
        for (int i = 0; i < table.rows().size(); i++) {
            if (i == table.headerRows()) {
                lines.add(rule(table));
            }
            lines.add(row(table.rows().get(i), i < table.headerRows(), covered));
        }
        if (table.headerRows() >= table.rows().size()) {
            lines.add(rule(table));
        }
        return String.join("\n", lines);
    }

    /** {@code |:-1-:|--6--|}; a column is centred when all its cells are. */
    private static String rule(Block.Table table) {
        var rule = new StringBuilder("|");
        for (int column = 0; column < table.widths().size(); column++) {
            String width = "-" + Math.clamp(table.widths().get(column), 1, 999) + "-";
            rule.append(centred(table, column) ? ":" + width + ":" : "-" + width + "-")
                    .append('|');
        }
        return rule.toString();
    }

    private static boolean centred(Block.Table table, int column) {
        boolean any = false;
        for (Block.Row row : table.rows()
                .subList(
                        Math.min(table.headerRows(), table.rows().size()),
                        table.rows().size())) {
            int at = 0;
            for (Block.Cell cell : row.cells()) {
                if (at == column) {
                    if (!cell.centred()) {
                        return false;
                    }
                    any = true;
                }
                at += cell.columnSpan();
            }
        }
        return any;
    }

    private String row(Block.Row row, boolean header, int[] covered) {
        var line = new StringBuilder("|");
        int column = 0;
        var cells = new ArrayList<>(row.cells());
        while (column < covered.length) {
            if (covered[column] > 0) {
                covered[column]--;
                line.append(" |");
                column++;
            } else if (cells.isEmpty()) {
                line.append(" |");
                column++;
            } else {
                Block.Cell cell = cells.removeFirst();
                Inline.Text text = cell.bold() && !header ? bold(cell.text()) : cell.text();
                String words = inline(text, true);
                line.append(words.isEmpty() ? " " : " " + words + " ").append("|".repeat(cell.columnSpan()));
                if (cell.rowSpan() > 1) {
                    account.tell(Remark.Sort.MERGED_ROWS, cell.text().plain());
                    for (int i = column; i < Math.min(covered.length, column + cell.columnSpan()); i++) {
                        covered[i] = cell.rowSpan() - 1;
                    }
                }
                column += cell.columnSpan();
            }
        }
        return line.toString();
    }

    /** Running text with its stars, notes and line breaks. */
    static String inline(Inline.Text text, boolean inCell) {
        return inline(text, inCell, false);
    }

    private static String inline(Inline.Text text, boolean inCell, boolean inNote) {
        var out = new StringBuilder();
        boolean bold = false;
        boolean italic = false;
        for (Inline part : text.parts()) {
            switch (part) {
                case Inline.Run run -> {
                    // White space has no weight to see; a star stands beside a letter.
                    if (run.text().isBlank()) {
                        out.append(run.text());
                        continue;
                    }
                    if (run.bold() != bold || run.italic() != italic) {
                        out = turned(out, run, bold, italic);
                        bold = run.bold();
                        italic = run.italic();
                        out.append(escaped(run.text().stripLeading(), inCell, inNote));
                    } else {
                        out.append(escaped(run.text(), inCell, inNote));
                    }
                }
                case Inline.Break line -> {
                    out = off(out, bold, italic);
                    bold = false;
                    italic = false;
                    out.append("\\\n");
                }
                case Inline.Footnote note ->
                    out.append("^[").append(inline(note.note(), inCell, true)).append(']');
            }
        }
        return off(out, bold, italic).toString();
    }

    /** Ends what was on before the white space, begins what is on after it. */
    private static StringBuilder turned(StringBuilder out, Inline.Run run, boolean bold, boolean italic) {
        String lead = run.text()
                .substring(0, run.text().length() - run.text().stripLeading().length());
        StringBuilder ended = off(out, bold && !run.bold(), italic && !run.italic());
        ended.append(lead);
        return ended.append(stars(run.bold() && !bold, run.italic() && !italic));
    }

    private static StringBuilder off(StringBuilder out, boolean bold, boolean italic) {
        String stars = stars(bold, italic);
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        return out.insert(end, stars);
    }

    private static String stars(boolean bold, boolean italic) {
        return (bold ? "**" : "") + (italic ? "*" : "");
    }

    private static String escaped(String text, boolean inCell, boolean inNote) {
        String plain = text.replace("\\", "\\\\").replace("*", "\\*").replace("^[", "\\^[");
        plain = inCell ? plain.replace("|", "\\|") : plain;
        return inNote ? plain.replace("[", "\\[").replace("]", "\\]") : plain;
    }
}
