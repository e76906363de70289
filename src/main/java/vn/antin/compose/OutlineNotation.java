package vn.antin.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.kernel.Refusal;

/**
 * Reads a text as people type it, one paragraph a line, into blocks; the notation is told in
 * {@code src/docs/outline-notation.md}. The typed number of an item only tells its level: numbers are given by
 * {@link Numbering}.
 */
final class OutlineNotation {
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

    /** Turns the paper of the annex that this is the text of. */
    private static final String LANDSCAPE = "[ngang]";

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
    private boolean landscape;

    /** @param part for refusals: which text this is, in words */
    OutlineNotation(InlineNotation inline, Numbering numbering, String part) {
        this.inline = inline;
        this.numbering = numbering;
        this.part = part;
    }

    /** Which text this is, in words. */
    String part() {
        return part;
    }

    /** Whether a line said that the paper lies on its long side. */
    boolean landscape() {
        return landscape;
    }

    List<Block> read(String source) {
        var blocks = new ArrayList<Block>();
        var table = new ArrayList<TableNotation.Line>();
        for (Line line : withTitles(lines(source))) {
            if (line.text().startsWith("|")) {
                table.add(new TableNotation.Line(line.text(), where(line)));
                continue;
            }
            addTable(table, blocks);
            if (line.text().equals(LANDSCAPE)) {
                landscape = true;
            } else if (!line.text().isEmpty()) {
                blocks.add(block(line));
            }
        }
        addTable(table, blocks);
        return blocks;
    }

    private void addTable(List<TableNotation.Line> lines, List<Block> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new TableNotation(inline).read(lines));
            lines.clear();
        }
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

    private String where(Line line) {
        return "dòng " + line.number() + " của " + part;
    }
}
