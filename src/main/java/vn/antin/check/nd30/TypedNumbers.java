package vn.antin.check.nd30;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.antin.compose.Block;
import vn.antin.compose.Level;
import vn.antin.compose.Place;

/** Where the numbers and letters that a writer typed do not follow one another. */
final class TypedNumbers {
    /** As {@link Level} counts points. */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

    private static final int LONGEST_QUOTE = 60;
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[^0-9]");

    private final Map<Level, Last> last = new EnumMap<>(Level.class);
    private final List<Slip> slips = new ArrayList<>();

    /** What was typed last, and what it should have been; the next may follow either. */
    private record Last(int typed, int meant) {}

    /** How a number does not follow the one before. */
    enum Kind {
        REPEATED,
        SKIPPED,
        /** A letter that the Vietnamese alphabet has not. */
        FOREIGN
    }

    /**
     * A number out of its turn.
     *
     * @param place quoting the number and the first words after it
     * @param replacement the same with the number that the pages show
     */
    record Slip(Kind kind, Block.Item item, Place place, String replacement) {
        String shown() {
            return item.marker();
        }
    }

    private TypedNumbers() {}

    static List<Slip> of(Stretch stretch) {
        var numbers = new TypedNumbers();
        for (int i = 0; i < stretch.blocks().size(); i++) {
            if (stretch.blocks().get(i) instanceof Block.Item item && item.ordinal() > 0) {
                numbers.follow(item, stretch.place(i));
            }
        }
        return numbers.slips;
    }

    private void follow(Block.Item item, Place place) {
        for (Level deeper : Level.values()) {
            if (deeper.compareTo(item.level()) > 0 && deeper != Level.ARTICLE) {
                last.remove(deeper);
            }
        }
        Last before = last.getOrDefault(item.level(), new Last(0, 0));
        if (item.typed().isEmpty()) {
            last.put(item.level(), new Last(before.meant() + 1, before.meant() + 1));
            return;
        }
        int value = value(item);
        int meant = Math.max(before.meant(), before.typed()) + 1;
        if (value == 0) {
            slip(Kind.FOREIGN, item, place);
            last.put(item.level(), new Last(before.typed(), meant));
        } else if (value == before.typed() + 1 || value == before.meant() + 1) {
            last.put(item.level(), new Last(value, value));
        } else if (value > before.typed()) {
            slip(Kind.SKIPPED, item, place);
            last.put(item.level(), new Last(value, value));
        } else {
            slip(Kind.REPEATED, item, place);
            last.put(item.level(), new Last(value, value == before.typed() ? meant : value));
        }
    }

    private void slip(Kind kind, Block.Item item, Place place) {
        String words = item.text().plain();
        int line = words.indexOf('\n');
        words = line < 0 ? words : words.substring(0, line);
        String start = words.length() <= LONGEST_QUOTE
                ? words
                : words.substring(
                        0,
                        words.lastIndexOf(' ', LONGEST_QUOTE) < 0
                                ? LONGEST_QUOTE
                                : words.lastIndexOf(' ', LONGEST_QUOTE));
        slips.add(new Slip(
                kind, item, place.at(item.typed() + " " + start.strip()), item.marker() + " " + start.strip()));
    }

    /** The typed number's value from 1; 0 for what is none. */
    private static int value(Block.Item item) {
        String typed = item.typed();
        return switch (item.level()) {
            case POINT -> {
                int index = POINTS.indexOf(typed.charAt(0));
                boolean alike = typed.chars().filter(it -> it != ')').allMatch(it -> it == typed.charAt(0));
                yield index < 0 || !alike ? 0 : index + 1 + (typed.length() - 2) * POINTS.length();
            }
            case ROMAN, PART, CHAPTER ->
                roman(typed.substring(typed.lastIndexOf(' ') + 1).replace(".", ""));
            case ARTICLE, CLAUSE, SECTION, SUBSECTION -> {
                String digits = NOT_A_NUMBER.matcher(typed).replaceAll("");
                yield digits.isEmpty() ? 0 : Integer.parseInt(digits);
            }
            case DASH, PLUS -> 0;
        };
    }

    private static int roman(String typed) {
        for (int n = 1; n < 400; n++) {
            if (Level.roman(n).equals(typed)) {
                return n;
            }
        }
        return 0;
    }
}
