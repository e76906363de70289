package vn.antin.check.citations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/**
 * One place where a text cites an instrument by its number.
 *
 * @param text the passage's characters
 * @param tabular whether it stands in a table, where space is short
 * @param start of the kind, in the passage's characters
 * @param numberStart of the number
 * @param numberEnd after the number
 * @param kind {@code Nghị định}, {@code Kế hoạch} …
 * @param announced whether {@code số} stands before the number
 * @param number as it is written, {@code 4725/QĐ-BGDĐT}, {@code 57-NQ/TW}; without symbol when the text gives none
 * @param date of issue; null when the text gives none
 * @param issuer the words after {@code của}; empty when there are none
 * @param title what the instrument is about as the text says it; empty when it does not
 */
record Mention(
        Passage passage,
        String text,
        boolean tabular,
        int start,
        int numberStart,
        int numberEnd,
        String kind,
        boolean announced,
        String number,
        @Nullable WrittenDate date,
        String issuer,
        String title) {
    /** Kind and number as they are written. */
    String words() {
        return text.substring(start, numberEnd);
    }

    Place place(String words) {
        return passage.place().at(words);
    }

    boolean inGrounds() {
        return passage.place().part() == Place.Part.BASES;
    }

    boolean hasSymbol() {
        return !number.chars().allMatch(Character::isDigit);
    }

    /** A law or an ordinance, which is cited by its name (annex I, part I, II.6.a–b). */
    boolean isLaw() {
        String folded = kind.toLowerCase(Locale.ROOT);
        return folded.endsWith("luật") || folded.equals("pháp lệnh");
    }

    /** A Party body's own style, {@code 57-NQ/TW}, which is lawful there. */
    boolean isPartyStyle() {
        int end = figures().length();
        return end < number.length() && number.charAt(end) == '-';
    }

    /** The number in one spelling, to be compared. */
    String canonical() {
        return canonical(number);
    }

    static String canonical(String number) {
        var canonical = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!Prose.isBlank(c)) {
                canonical.append(c == '–' ? '-' : Character.toUpperCase(c));
            }
        }
        return canonical.toString();
    }

    /** What follows the figures: {@code /QĐ-BGDĐT}. */
    String symbol() {
        return canonical().substring(figures().length());
    }

    /** The figures before the symbol. */
    String figures() {
        int i = 0;
        while (i < number.length() && Character.isDigit(number.charAt(i))) {
            i++;
        }
        return number.substring(0, i);
    }

    /** The date's words; empty when there is none. */
    String dateWords() {
        return date == null ? "" : date.words(text);
    }
}
