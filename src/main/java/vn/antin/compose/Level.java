package vn.antin.compose;

/** The levels of a document's text, from great to small (Decree 30/2020/NĐ-CP, annex I, part I, II.6.c–đ). */
public enum Level {
    /** Phần: {@code Phần I} on a line of its own, its title in capitals under it. */
    PART,
    /** Chương: {@code Chương I}, likewise. */
    CHAPTER,
    /** Mục: {@code Mục 1}, likewise. */
    SECTION,
    /** Tiểu mục: {@code Tiểu mục 1}, likewise. */
    SUBSECTION,
    /** {@code I.} */
    ROMAN,
    /** Điều: {@code Điều 1.} */
    ARTICLE,
    /** Khoản: {@code 1.} */
    CLAUSE,
    /** Điểm: {@code a)} */
    POINT,
    /** {@code -}, not regulated but universal. */
    DASH,
    /** {@code +} */
    PLUS;

    /** Order of the Vietnamese alphabet as the law itself counts points: no ă, â, ê, ô, ơ, ư. */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

    /** The mark of the n-th, n from 1. */
    public String marker(int ordinal) {
        return switch (this) {
            case PART -> "Phần " + roman(ordinal);
            case CHAPTER -> "Chương " + roman(ordinal);
            case SECTION -> "Mục " + ordinal;
            case SUBSECTION -> "Tiểu mục " + ordinal;
            case ROMAN -> roman(ordinal) + ".";
            case ARTICLE -> "Điều " + ordinal + ".";
            case CLAUSE -> ordinal + ".";
            case POINT -> letters(ordinal) + ")";
            case DASH -> "-";
            case PLUS -> "+";
        };
    }

    private static String letters(int ordinal) {
        int turns = (ordinal - 1) / POINTS.length();
        String letter = POINTS.substring((ordinal - 1) % POINTS.length()).substring(0, 1);
        return letter.repeat(turns + 1);
    }

    /** Whether its marker stands on a line of its own, centred, over a title in capitals (II.6.đ). */
    public boolean overItsTitle() {
        return compareTo(SUBSECTION) <= 0;
    }

    /** Roman numeral of n, 1 to 3999. */
    public static String roman(int n) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            while (n >= values[i]) {
                text.append(signs[i]);
                n -= values[i];
            }
        }
        return text.toString();
    }
}
