package vn.antin.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/**
 * The automatic numbers of a Word file: one list of nine levels, which counts as {@code compose} does, taken up anew by
 * each body.
 *
 * <p>Points (a, b, c, d, đ, e …) are typed letters: Word's own alphabets have no đ and do have f, j, w and z, and a list
 * level cannot be given an alphabet (ECMA-376 part 1, 17.18.59), so an automatic letter would be wrong from the fifth on.
 */
final class Lists {
    private static final List<Level> LEVELS = List.of(
            Level.PART,
            Level.CHAPTER,
            Level.SECTION,
            Level.SUBSECTION,
            Level.ROMAN,
            Level.ARTICLE,
            Level.CLAUSE,
            Level.DASH,
            Level.PLUS);
    private static final String LIST = "0";
    private static final String DASHES = "1";

    /** The list of dashes without indent, of addressees and recipients. */
    static final int PLAIN_DASHES = 1;

    /** What each numbering instance after the first overrides: where a level starts. */
    private final List<Map<Level, Integer>> instances = new ArrayList<>();

    private final Map<Level, Integer> counted = new EnumMap<>(Level.class);

    /** Whether Word counts items of that level itself. */
    static boolean automatic(Level level) {
        return LEVELS.contains(level);
    }

    static int depth(Level level) {
        return LEVELS.indexOf(level);
    }

    /** A new body: everything is counted from 1. */
    void begin() {
        counted.clear();
        var starts = new EnumMap<Level, Integer>(Level.class);
        LEVELS.subList(0, depth(Level.DASH)).forEach(it -> starts.put(it, 1));
        instances.add(starts);
    }

    /** The numbering instance of an item: the body's, or a new one where the item's number is not the next one. */
    int of(Block.Item item) {
        Level level = item.level();
        for (Level deeper : LEVELS) {
            if (depth(deeper) > depth(level) && deeper != Level.ARTICLE) {
                counted.remove(deeper);
            }
        }
        int next = counted.merge(level, 1, Integer::sum);
        if (item.ordinal() > 0 && item.ordinal() != next) {
            counted.put(level, item.ordinal());
            instances.add(Map.of(level, item.ordinal()));
        }
        return PLAIN_DASHES + instances.size();
    }

    /** {@code numbering.xml}. */
    byte[] part() {
        return Markup.part("w:numbering", numbering -> {
            numbering.in(
                    "w:abstractNum",
                    it -> {
                        it.value("w:multiLevelType", "multilevel");
                        for (Level level : LEVELS) {
                            it.in(
                                    "w:lvl",
                                    definition -> define(level, definition),
                                    "w:ilvl",
                                    String.valueOf(depth(level)));
                        }
                    },
                    "w:abstractNumId",
                    LIST);
            numbering.in(
                    "w:abstractNum",
                    it -> it.value("w:multiLevelType", "singleLevel").in("w:lvl", Lists::defineDash, "w:ilvl", "0"),
                    "w:abstractNumId",
                    DASHES);
            numbering.in("w:num", it -> it.value("w:abstractNumId", DASHES), "w:numId", String.valueOf(PLAIN_DASHES));
            for (int i = 0; i < instances.size(); i++) {
                var starts = instances.get(i);
                numbering.in(
                        "w:num",
                        it -> {
                            it.value("w:abstractNumId", LIST);
                            starts.forEach((level, start) -> it.in(
                                    "w:lvlOverride",
                                    override -> override.value("w:startOverride", start),
                                    "w:ilvl",
                                    String.valueOf(depth(level))));
                        },
                        "w:numId",
                        String.valueOf(PLAIN_DASHES + 1 + i));
            }
        });
    }

    private static void define(Level level, Markup definition) {
        definition.value("w:start", 1).value("w:numFmt", format(level));
        if (level == Level.ARTICLE) {
            // Articles run through the whole text, chapters or not.
            definition.value("w:lvlRestart", 0);
        }
        definition
                .value("w:suff", level.overItsTitle() ? "nothing" : "space")
                .value("w:lvlText", text(level))
                .value("w:lvlJc", "left");
        definition.in("w:pPr", it -> {
            if (level.overItsTitle()) {
                it.empty("w:ind", "w:left", "0", "w:firstLine", "0");
            } else {
                it.empty("w:ind", "w:left", "0", "w:firstLine", "567");
            }
        });
        if (level == Level.ARTICLE) {
            definition.in("w:rPr", it -> it.empty("w:b").empty("w:bCs"));
        }
    }

    private static void defineDash(Markup definition) {
        definition
                .value("w:start", 1)
                .value("w:numFmt", "bullet")
                .value("w:suff", "space")
                .value("w:lvlText", "-")
                .value("w:lvlJc", "left")
                .in("w:pPr", it -> it.empty("w:ind", "w:left", "0", "w:firstLine", "0"));
    }

    private static String format(Level level) {
        return switch (level) {
            case PART, CHAPTER, ROMAN -> "upperRoman";
            case DASH, PLUS -> "bullet";
            default -> "decimal";
        };
    }

    private static String text(Level level) {
        String number = "%" + (depth(level) + 1);
        return switch (level) {
            case PART -> "Phần " + number;
            case CHAPTER -> "Chương " + number;
            case SECTION -> "Mục " + number;
            case SUBSECTION -> "Tiểu mục " + number;
            case ROMAN, CLAUSE -> number + ".";
            case ARTICLE -> "Điều " + number + ".";
            case POINT -> "";
            case DASH -> "-";
            case PLUS -> "+";
        };
    }
}
