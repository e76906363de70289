package vn.antin.check.capitals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.antin.check.wording.Lists;
import vn.antin.check.wording.Prose;

/** Words whose capitals are known, and where a text writes them otherwise. */
final class Phrases {
    private static final Known KNOWN = Lists.read("capitals.json", Known.class);

    private final List<Entry> entries;

    private Phrases(List<Entry> entries) {
        this.entries = entries;
    }

    /** What the list {@code capitals.json} holds. */
    record Known(Map<String, List<Phrase>> phrases, List<Name> provinces, List<Name> laws) {}

    /** A name that is written with the capitals it has here. */
    record Name(String name, String source) {}

    /**
     * Words with their capitals.
     *
     * @param small whether they may also stand in small letters, for any such thing
     * @param notAfter words after which they mean something else
     * @param onlyAfter words of which one must stand before; empty when none need
     * @param notBeforeAName whether a capital after them makes them part of a longer name
     */
    record Phrase(
            String right,
            boolean small,
            List<String> notAfter,
            List<String> onlyAfter,
            boolean notBeforeAName,
            String source) {}

    private record Entry(Phrase phrase, String folded) {}

    /** Words as a text has them, and as they should be. */
    record Miswritten(int start, String found, String right) {}

    static Phrases named(String list) {
        List<Phrase> phrases = KNOWN.phrases().getOrDefault(list, List.of());
        if (phrases.isEmpty()) {
            throw new IllegalArgumentException("capitals.json has no list " + list);
        }
        return new Phrases(phrases.stream()
                .map(it -> new Entry(it, Prose.folded(it.right())))
                .sorted(Comparator.comparingInt((Entry it) -> -it.folded().length()))
                .toList());
    }

    static List<String> provinces() {
        return KNOWN.provinces().stream().map(Name::name).toList();
    }

    static List<String> laws() {
        return KNOWN.laws().stream().map(Name::name).toList();
    }

    /** Each wrong writing once. */
    List<Miswritten> miswritten(String text) {
        String folded = Prose.folded(text);
        var taken = new BitSet();
        var wrong = new LinkedHashMap<String, Miswritten>();
        for (Entry entry : entries) {
            int length = entry.folded().length();
            for (int at = folded.indexOf(entry.folded()); at >= 0; at = folded.indexOf(entry.folded(), at + length)) {
                if (taken.get(at) || !Prose.standsAlone(text, at, at + length)) {
                    continue;
                }
                taken.set(at, at + length);
                String found = text.substring(at, at + length);
                String right = cased(found, entry.phrase().right());
                if (!found.equals(right)
                        && isJudged(entry.phrase(), text, folded, at, at + length)
                        && !isLawful(entry.phrase(), text, at, found, right)) {
                    wrong.putIfAbsent(found, new Miswritten(at, found, right));
                }
            }
        }
        return new ArrayList<>(wrong.values());
    }

    private static boolean isJudged(Phrase phrase, String text, String folded, int start, int end) {
        String before = folded.substring(Math.max(0, start - 30), start).stripTrailing();
        return phrase.notAfter().stream().noneMatch(it -> endsWithWord(before, it))
                && (phrase.onlyAfter().isEmpty()
                        || phrase.onlyAfter().stream().anyMatch(it -> endsWithWord(before, it)))
                && !(phrase.notBeforeAName() && startsUpper(Prose.wordAfter(text, end)));
    }

    private static boolean isLawful(Phrase phrase, String text, int start, String found, String right) {
        if (Prose.shouted(found)) {
            return true;
        }
        String small = found.toLowerCase(Locale.ROOT);
        if (phrase.small() && found.equals(small)) {
            return true;
        }
        // A sentence begins with a capital whatever it begins with (annex II, I).
        return !Prose.midSentence(text, start)
                && (found.equals(Prose.capitalised(right))
                        || (phrase.small() && found.equals(Prose.capitalised(small))));
    }

    private static boolean endsWithWord(String text, String word) {
        return text.endsWith(word)
                && (text.length() == word.length()
                        || !Character.isLetterOrDigit(text.charAt(text.length() - word.length() - 1)));
    }

    private static boolean startsUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    /** The letters of the one with the capitals of the other; both have the same length. */
    private static String cased(String letters, String capitals) {
        var cased = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            cased.append(
                    Character.isUpperCase(capitals.charAt(i)) ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return cased.toString();
    }
}
