package vn.antin.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.kernel.Refusal;

/**
 * Reads a text as people type it, one paragraph a line, into blocks; the notation is told in
 * {@code src/docs/outline-notation.md}. The typed number of an item only tells its level: numbers are given by
 * {@link Numbering}.
 */
final class OutlineNotation {
    private static final int MOST_COLUMNS = 20;
    private static final int MOST_ROWS = 2000;

    /** After the number of a part, chapter, section, when its title follows on the same line. */
    private static final String PAUSE = "(?:[.:]|\\s+[–-])";

    private static final List<Marker> MARKERS = List.of(
            new Marker(Level.PART, "Phần [IVXLC]{1,8}" + PAUSE),
            new Marker(Level.CHAPTER, "Chương [IVXLC]{1,8}" + PAUSE),
            new Marker(Level.SECTION, "Mục \\d{1,3}" + PAUSE),
            new Marker(Level.SUBSECTION, "Tiểu mục \\d{1,3}" + PAUSE),
            new Marker(Level.ROMAN, "[IVXLC]{1,8}\\."),
            new Marker(Level.ARTICLE, "Điều \\d{1,4}\\."),
            new Marker(Level.CLAUSE, "\\d{1,4}\\."),
            new Marker(Level.POINT, "[a-zđ]{1,2}\\)"),
            new Marker(Level.DASH, "-"),
            new Marker(Level.PLUS, "\\+"));
    /** Alone on its line, as people type it; its title is the next line. */
    private static final Pattern LONE_HEADING =
            Pattern.compile("((?:Phần|Chương) [IVXLC]{1,8}|(?:Mục|Tiểu mục) \\d{1,3})[.:]?");

    private static final Pattern RULE_CELL = Pattern.compile("\\s*(:?)-+(\\d{0,3})-*(:?)\\s*");

    private static final Pattern TYPED_PAUSE = Pattern.compile("\\s*[.:–-]$");

    private record Marker(Level level, Pattern form) {
        Marker(Level level, String form) {
            this(level, Pattern.compile(form + "(?:\\s+(.*))?", Pattern.DOTALL));
        }
    }

    private record Line(int number, String text) {}

    private final InlineNotation inline;
    private final Numbering numbering;
    private final String part;

    /** @param part for refusals: which text this is, in words */
    OutlineNotation(InlineNotation inline, Numbering numbering, String part) {
        this.inline = inline;
        this.numbering = numbering;
        this.part = part;
    }

    List<Block> read(String source) {
        var blocks = new ArrayList<Block>();
        var table = new ArrayList<Line>();
        for (Line line : withTitles(lines(source))) {
            if (line.text().startsWith("|")) {
                table.add(line);
                continue;
            }
            addTable(table, blocks);
            if (!line.text().isEmpty()) {
                blocks.add(block(line));
            }
        }
        addTable(table, blocks);
        return blocks;
    }

    /** A heading and the title on the next line become one line. */
    private List<Line> withTitles(List<Line> lines) {
        var joined = new ArrayList<Line>();
        Line lone = null;
        for (Line line : lines) {
            if (lone != null && line.text().isEmpty()) {
                continue;
            }
            if (lone != null) {
                if (isMark(line)) {
                    throw new Refusal(ComposeReason.ITEM_EMPTY, where(lone));
                }
                joined.add(new Line(lone.number(), lone.text() + ". " + line.text()));
                lone = null;
                continue;
            }
            Matcher heading = LONE_HEADING.matcher(line.text());
            if (heading.matches()) {
                lone = new Line(line.number(), heading.group(1));
            } else {
                joined.add(line);
            }
        }
        if (lone != null) {
            throw new Refusal(ComposeReason.ITEM_EMPTY, where(lone));
        }
        return joined;
    }

    private static boolean isMark(Line line) {
        return line.text().startsWith("|")
                || LONE_HEADING.matcher(line.text()).matches()
                || MARKERS.stream()
                        .anyMatch(it -> it.form().matcher(line.text()).matches());
    }

    /** A backslash at the end of a line keeps the next line in the same paragraph, after a line break. */
    private static List<Line> lines(String source) {
        var lines = new ArrayList<Line>();
        var open = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String typed : source.split("\n", -1)) {
            number++;
            String line = typed.strip();
            if (open.isEmpty()) {
                first = number;
            }
            int backslashes = 0;
            while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 1) {
                open.append(line, 0, line.length() - 1).append('\n');
            } else {
                lines.add(new Line(first, open + line));
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            lines.add(new Line(first, open.toString().strip()));
        }
        return lines;
    }

    private Block block(Line line) {
        for (Marker marker : MARKERS) {
            Matcher matcher = marker.form().matcher(line.text());
            if (matcher.matches()) {
                String text = matcher.group(1);
                if (text == null || text.isBlank()) {
                    throw new Refusal(ComposeReason.ITEM_EMPTY, where(line));
                }
                String typed = line.text().substring(0, matcher.start(1)).strip();
                if (marker.level().overItsTitle()) {
                    typed = TYPED_PAUSE.matcher(typed).replaceFirst("");
                }
                return item(marker.level(), typed, inline.read(text, where(line)));
            }
        }
        return new Block.Paragraph(inline.read(line.text(), where(line)));
    }

    /** An item of that level with the next number; a title when all of it is bold, or when its level is always one. */
    Block.Item item(Level level, String typed, Inline.Text text) {
        boolean titled = level.compareTo(Level.ROMAN) <= 0 || Texts.whollyBold(text);
        return new Block.Item(level, numbering.next(level), titled, typed, titled ? Texts.withoutBold(text) : text);
    }

    private void addTable(List<Line> lines, List<Block> blocks) {
        if (lines.isEmpty()) {
            return;
        }
        String where = where(lines.getFirst());
        if (lines.size() > MOST_ROWS) {
            throw new Refusal(ComposeReason.TABLE_TOO_LARGE, where);
        }
        int rule = -1;
        List<Integer> widths = new ArrayList<>();
        Set<Integer> centred = new HashSet<>();
        for (int i = 0; i < lines.size() && rule < 0; i++) {
            if (readRule(cells(lines.get(i).text()), widths, centred)) {
                rule = i;
            }
        }
        var rows = new ArrayList<Block.Row>();
        for (int i = 0; i < lines.size(); i++) {
            if (i != rule) {
                rows.add(row(lines.get(i), i < rule, centred));
            }
        }
        if (rows.isEmpty()) {
            throw new Refusal(ComposeReason.TABLE_UNEVEN, where);
        }
        if (rule < 0) {
            int columns = columns(rows.getFirst());
            for (int i = 0; i < columns; i++) {
                widths.add(1);
            }
        }
        blocks.add(table(widths, Math.max(rule, 0), rows, where));
        lines.clear();
    }

    /** A table whose rows all have as many columns as there are widths. */
    static Block.Table table(List<Integer> widths, int headerRows, List<Block.Row> rows, String where) {
        if (widths.size() > MOST_COLUMNS || rows.size() > MOST_ROWS) {
            throw new Refusal(ComposeReason.TABLE_TOO_LARGE, where);
        }
        if (rows.isEmpty() || rows.stream().anyMatch(it -> columns(it) != widths.size())) {
            throw new Refusal(ComposeReason.TABLE_UNEVEN, where);
        }
        return new Block.Table(widths, headerRows, rows);
    }

    private static int columns(Block.Row row) {
        return row.cells().stream().mapToInt(Block.Cell::columnSpan).sum();
    }

    private static boolean readRule(List<String> cells, List<Integer> widths, Set<Integer> centred) {
        if (!cells.stream().allMatch(it -> RULE_CELL.matcher(it).matches())) {
            return false;
        }
        for (String cell : cells) {
            Matcher matcher = RULE_CELL.matcher(cell);
            if (matcher.matches()) {
                String digits = matcher.group(2);
                widths.add(digits.isEmpty() ? 1 : Math.max(1, Integer.parseInt(digits)));
                if (!matcher.group(1).isEmpty() && !matcher.group(3).isEmpty()) {
                    centred.add(widths.size());
                }
            }
        }
        return true;
    }

    private Block.Row row(Line line, boolean header, Set<Integer> centred) {
        var cells = new ArrayList<Block.Cell>();
        int column = 1;
        List<String> typed = cells(line.text());
        for (int i = 0; i < typed.size(); ) {
            int span = 1;
            while (i + span < typed.size() && typed.get(i + span).isEmpty()) {
                span++;
            }
            cells.add(cell(inline.read(typed.get(i), where(line)), span, header, centred.contains(column)));
            column += span;
            i += span;
        }
        return new Block.Row(cells);
    }

    /** A cell; a header's is centred and bold. */
    static Block.Cell cell(Inline.Text text, int span, boolean header, boolean centred) {
        boolean bold = header || Texts.whollyBold(text);
        return new Block.Cell(bold ? Texts.withoutBold(text) : text, span, header || centred, bold);
    }

    /** What stands between the bars of {@code |a|b|}; a bar after a backslash is a letter. */
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length()) {
                cell.append(c).append(row.charAt(++i));
            } else if (c == '|') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString());
        }
        return cells;
    }

    private String where(Line line) {
        return "dòng " + line.number() + " của " + part;
    }
}
