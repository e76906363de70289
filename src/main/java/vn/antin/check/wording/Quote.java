package vn.antin.check.wording;

/**
 * Words of a text, with as many of the words before them as it takes to find them there by looking for the first place
 * where they stand: whoever mends the first place mends the right one.
 *
 * @param words as the text has them
 * @param right as they should be
 */
public record Quote(String words, String right) {
    private static final int MOST_WORDS_BEFORE = 12;

    /** The characters from {@code start} to {@code end}, and what they should read. */
    public static Quote of(String text, int start, int end, String right) {
        int from = start;
        for (int i = 0; i < MOST_WORDS_BEFORE && from > 0 && text.indexOf(text.substring(from, end)) != from; i++) {
            from = before(text, from);
        }
        return new Quote(text.substring(from, end), text.substring(from, start) + right);
    }

    private static int before(String text, int at) {
        int i = at;
        while (i > 0 && Prose.isBlank(text.charAt(i - 1))) {
            i--;
        }
        while (i > 0 && !Prose.isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
