package vn.antin.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.antin.compose.Level;

/** Computes the marker of each numbered paragraph of a file that is read, as Word shows it (ECMA-376 part 1, 17.9). */
final class WordNumbers {
    private static final int LEVELS = 9;
    private static final int LARGEST = 3999;

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> instances = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final WordStyles styles;
    private final Account account;

    WordNumbers(@Nullable Element part, WordStyles styles, Account account) {
        this.styles = styles;
        this.account = account;
        for (Element it : Xml.children(part)) {
            if (Xml.is(it, "abstractNum")) {
                lists.putIfAbsent(Xml.attribute(it, "abstractNumId"), it);
            } else if (Xml.is(it, "num")) {
                instances.putIfAbsent(Xml.attribute(it, "numId"), it);
            }
        }
    }

    /**
     * A marker.
     *
     * @param bullet whether it is a sign and no number
     */
    record Marker(String text, boolean bullet) {}

    /** The marker of the next paragraph of that list at that depth; absent when the list gives none. */
    @Nullable
    Marker next(String numId, int depth) {
        Element instance = instances.get(numId);
        if (instance == null || depth < 0 || depth >= LEVELS) {
            return null;
        }
        String listId = listOf(instance);
        Element list = lists.get(listId);
        if (list == null) {
            return null;
        }
        int[] counted = counters.computeIfAbsent(listId, it -> {
            var fresh = new int[LEVELS];
            java.util.Arrays.fill(fresh, -1);
            return fresh;
        });
        if (begun.add(numId)) {
            for (int i = 0; i < LEVELS; i++) {
                if (startOverride(instance, i) >= 0) {
                    counted[i] = -1;
                }
            }
        }
        Element level = level(instance, list, depth);
        if (level == null) {
            return null;
        }
        for (int i = depth + 1; i < LEVELS; i++) {
            Element deeper = level(instance, list, i);
            String restart = Xml.value(deeper, "lvlRestart");
            if (restart.isEmpty() || (Xml.number(restart, 0) > depth)) {
                counted[i] = -1;
            }
        }
        counted[depth] = counted[depth] < 0 ? start(instance, level, depth) : Math.min(LARGEST, counted[depth] + 1);
        String format = Xml.value(level, "numFmt");
        String text = Xml.value(level, "lvlText");
        if (format.equals("bullet")) {
            return new Marker(text, true);
        }
        if (format.equals("none") && !text.contains("%")) {
            return text.isBlank() ? null : new Marker(text, false);
        }
        boolean digits = Xml.child(level, "isLgl") != null;
        for (int i = 0; i <= depth; i++) {
            Element named = level(instance, list, i);
            int value = counted[i] < 0 ? start(instance, named, i) : counted[i];
            text = text.replace("%" + (i + 1), digits ? Integer.toString(value) : formatted(value, named));
        }
        return text.isBlank() ? null : new Marker(text, false);
    }

    private String listOf(Element instance) {
        Element at = instance;
        Set<String> seen = new HashSet<>();
        while (true) {
            String id = Xml.value(at, "abstractNumId");
            Element list = lists.get(id);
            String style = Xml.value(list, "numStyleLink");
            if (list == null || style.isEmpty() || !Xml.children(list, "lvl").isEmpty()) {
                return id;
            }
            if (!seen.add(id)) {
                account.tell(Remark.Sort.CIRCLE, style);
                return id;
            }
            Element linked = instances.get(styles.numberingOf(style));
            if (linked == null) {
                return id;
            }
            at = linked;
        }
    }

    private static @Nullable Element level(Element instance, Element list, int depth) {
        for (Element override : Xml.children(instance, "lvlOverride")) {
            Element own = Xml.child(override, "lvl");
            if (own != null && Xml.number(Xml.attribute(override, "ilvl"), -1) == depth) {
                return own;
            }
        }
        for (Element it : Xml.children(list, "lvl")) {
            if (Xml.number(Xml.attribute(it, "ilvl"), -1) == depth) {
                return it;
            }
        }
        return null;
    }

    private static int startOverride(Element instance, int depth) {
        for (Element override : Xml.children(instance, "lvlOverride")) {
            if (Xml.number(Xml.attribute(override, "ilvl"), -1) == depth) {
                return Xml.number(Xml.value(override, "startOverride"), -1);
            }
        }
        return -1;
    }

    private static int start(Element instance, @Nullable Element level, int depth) {
        int override = startOverride(instance, depth);
        return Math.clamp(override >= 0 ? override : Xml.number(Xml.value(level, "start"), 0), 0, LARGEST);
    }

    private String formatted(int value, @Nullable Element level) {
        String format = Xml.value(level, "numFmt");
        return switch (format) {
            case "decimal", "" -> Integer.toString(value);
            case "decimalZero" -> "%02d".formatted(value);
            case "upperRoman" -> value < 1 ? "0" : Level.roman(value);
            case "lowerRoman" -> value < 1 ? "0" : Level.roman(value).toLowerCase(Locale.ROOT);
            case "lowerLetter" -> letters(value, 'a');
            case "upperLetter" -> letters(value, 'A');
            case "none" -> "";
            default -> {
                account.tell(Remark.Sort.ODD_NUMBER, "");
                yield Integer.toString(value);
            }
        };
    }

    /** a … z, aa, bb … as Word counts. */
    private static String letters(int value, char first) {
        if (value < 1) {
            return "";
        }
        return Character.toString(first + (value - 1) % 26).repeat(Math.min(20, (value - 1) / 26 + 1));
    }
}
