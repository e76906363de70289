package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.antin.render.MeasuredPage.TextLine;

/** Where the components of one form stand on one page, in millimetres. */
final class FormGeometry {
    private static final double MM = 25.4 / 72;

    /** One component as it stands; {@code top} is its baseline from the upper edge of the paper. */
    record Seen(double left, double right, double top, double size, boolean bold, boolean italic) {
        double middle() {
            return (left + right) / 2;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%.1f–%.1f, %.1f; %s%s%s",
                    left,
                    right,
                    top,
                    size == 0 ? "–" : String.format(Locale.ROOT, "%.0f", size),
                    bold ? " đậm" : "",
                    italic ? " nghiêng" : "");
        }
    }

    private final MeasuredPage page;
    private final double textLeft;
    private final double textRight;
    private final Map<String, Seen> fields;

    /** {@code fields}: form fields that will be filled, by their names. */
    FormGeometry(MeasuredPage page, double textLeft, double textRight, Map<String, Seen> fields) {
        this.page = page;
        this.textLeft = textLeft;
        this.textRight = textRight;
        this.fields = fields;
    }

    double textLeft() {
        return textLeft;
    }

    double textRight() {
        return textRight;
    }

    double textMiddle() {
        return (textLeft + textRight) / 2;
    }

    /**
     * A component by how it is found: words of its line; {@code +2 words} the second line after them; {@code _ words} the
     * rule under them; {@code = words} the whole line; {@code ~ expression}; {@code # name} a field; {@code Số:} the whole line of the number.
     */
    Optional<Seen> find(String how) {
        if (how.startsWith("# ")) {
            return Optional.ofNullable(fields.get(how.substring(2)));
        }
        if (how.startsWith("_ ")) {
            return rule(how.substring(2));
        }
        if (how.startsWith("+")) {
            int steps = Integer.parseInt(how.substring(1, how.indexOf(' ')));
            return after(how.substring(how.indexOf(' ') + 1), steps);
        }
        Optional<TextLine> line = first(how);
        if (how.equals("Số:") && line.isPresent()) {
            // The number's own place lies between the word and the symbol.
            float baseline = line.get().baseline;
            float left = line.get().left;
            double right = page.lines().stream()
                    .filter(it -> Math.abs(it.baseline - baseline) < 0.1
                            && it.left < 300
                            && !it.text().isBlank())
                    .mapToDouble(it -> it.right)
                    .max()
                    .orElseThrow();
            return line.map(it -> new Seen(left * MM, right * MM, top(it.baseline), it.size, it.bold(), it.italic()));
        }
        return line.map(this::seen);
    }

    private List<TextLine> lines() {
        var lines = new ArrayList<TextLine>();
        for (TextLine line : page.lines()) {
            if (!line.text().isBlank() && !line.text().matches("_+") && line.size > 9) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Optional<TextLine> first(String words) {
        Predicate<String> wanted = words.startsWith("= ")
                ? it -> it.equals(words.substring(2))
                : words.startsWith("~ ") ? it -> it.matches(words.substring(2)) : it -> it.startsWith(words);
        return lines().stream().filter(it -> wanted.test(plain(it))).findFirst();
    }

    private static String plain(TextLine line) {
        return line.text().replaceAll("\\s+", " ");
    }

    private Optional<Seen> after(String words, int steps) {
        List<TextLine> lines = lines();
        return first(words)
                .map(lines::indexOf)
                .filter(it -> it + steps < lines.size())
                .map(it -> seen(lines.get(it + steps)));
    }

    /** Drawn, or a row of underscores. */
    private Optional<Seen> rule(String how) {
        Seen over = find(how).orElseThrow();
        Optional<Seen> underscores = page.lines().stream()
                .filter(it -> it.text().matches("_+"))
                .map(this::seen)
                .map(it -> new Seen(it.left(), it.right(), it.top() + 0.1 * it.size() * MM, 0, false, false))
                .filter(it -> it.top() > over.top() && it.top() < over.top() + 8)
                .filter(it -> it.left() < over.middle() && it.right() > over.middle())
                .findFirst();
        Optional<Seen> drawn = page.rules().stream()
                .filter(it -> Math.abs(it.y1() - it.y2()) < 1)
                .map(it -> new Seen(
                        Math.min(it.x1(), it.x2()) * MM,
                        Math.max(it.x1(), it.x2()) * MM,
                        top(it.y1()),
                        0,
                        false,
                        false))
                .filter(it -> it.top() > over.top() && it.top() < over.top() + 8)
                .filter(it -> it.left() < over.middle() && it.right() > over.middle())
                .findFirst();
        return underscores.or(() -> drawn);
    }

    private Seen seen(TextLine line) {
        return new Seen(line.left * MM, line.right * MM, top(line.baseline), line.size, line.bold(), line.italic());
    }

    private double top(double y) {
        return (page.paper().getHeight() - y) * MM;
    }
}
