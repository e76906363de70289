package vn.antin.check.wording;

import java.util.Locale;

/** Questions about running text. Each answer takes time in proportion to the words it looks at. */
public final class Prose {
    private static final String SENTENCE_ENDS = ".?!:;";
    private static final String OPENERS = "“\"‘'([«–-+*/•|\n";
    private static final String PLAIN_TONES = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";
    private static final String OTHER_TONES = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";
    private static final int LONGEST_QUOTE = 120;

    private Prose() {}

    /**
     * The text in small letters, with plain blanks and with one of the two lawful placements of tone marks ({@code ủy},
     * not {@code uỷ}). It is as long as the text, letter by letter.
     */
    public static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(isBlank(c) ? ' ' : Character.toLowerCase(c));
        }
        for (int i = 0; i + 1 < folded.length(); i++) {
            char first = folded.charAt(i);
            if (first == 'o' || first == 'u') {
                int pair = pair(first, folded.charAt(i + 1));
                if (pair >= 0) {
                    folded.setCharAt(i, PLAIN_TONES.charAt(pair));
                    folded.setCharAt(i + 1, PLAIN_TONES.charAt(pair + 1));
                }
            }
        }
        return folded.toString();
    }

    private static int pair(char first, char second) {
        for (int i = 0; i < OTHER_TONES.length(); i += 2) {
            if (OTHER_TONES.charAt(i) == first && OTHER_TONES.charAt(i + 1) == second) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a letter at that place continues a sentence for certain: a word, a figure or a comma stands before it. */
    public static boolean midSentence(String text, int at) {
        int i = at - 1;
        while (i >= 0 && isBlank(text.charAt(i))) {
            i--;
        }
        if (i < 0 || i == at - 1) {
            return false;
        }
        char before = text.charAt(i);
        return SENTENCE_ENDS.indexOf(before) < 0
                && OPENERS.indexOf(before) < 0
                && (Character.isLetterOrDigit(before) || before == ',' || before == ')' || before == '”');
    }

    /** Whether the characters from {@code start} to {@code end} are words of their own. */
    public static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** Whether there is a letter and no letter is small. */
    public static boolean shouted(String words) {
        boolean letters = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters |= Character.isLetter(c);
        }
        return letters;
    }

    /** The word that ends before {@code at}, with blanks between passed over; empty when there is none. */
    public static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** The word that begins after {@code at}, with blanks between passed over; empty when there is none. */
    public static String wordAfter(String text, int at) {
        int start = at;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The same words with a capital first letter. */
    public static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The same words with a small first letter. */
    public static String uncapitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The same words, no longer than can be shown to a person. */
    public static String shown(String words) {
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }

    /** White space of any kind, the no-break space as well. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
