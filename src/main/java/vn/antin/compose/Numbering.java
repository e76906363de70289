package vn.antin.compose;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts the items of one body: each continues within its parent, whatever number was typed. Articles run through the
 * whole text, chapters or not, and chapters through all parts, as in every law.
 */
public final class Numbering {
    private final Map<Level, Integer> counted = new EnumMap<>(Level.class);

    /** The ordinal of the next item of that level; 0 for levels that bear no number. */
    public int next(Level level) {
        for (Level deeper : Level.values()) {
            if (deeper.compareTo(level) > 0 && deeper != Level.ARTICLE && deeper != Level.CHAPTER) {
                counted.remove(deeper);
            }
        }
        return switch (level) {
            case DASH, PLUS -> 0;
            case PART, CHAPTER, SECTION, SUBSECTION, ROMAN, ARTICLE, CLAUSE, POINT ->
                counted.merge(level, 1, Integer::sum);
        };
    }
}
