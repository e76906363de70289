package vn.antin.check.wording;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Vietnamese texts write them: {@code 1.234,5}. */
public final class Figure {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\.\\d{3}){1,4}(?:,\\d{1,4})?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15},\\d{1,4}");

    private Figure() {}

    /**
     * The number that these words are, nothing else; a comma parts decimals, a full stop thousands. {@code 1.5}, that
     * nobody writes so in Vietnamese, is no number.
     */
    public static Optional<BigDecimal> of(String words) {
        String figure = words.strip();
        if (WHOLE.matcher(figure).matches()
                || GROUPED.matcher(figure).matches()
                || DECIMAL.matcher(figure).matches()) {
            return Optional.of(new BigDecimal(figure.replace(".", "").replace(',', '.')));
        }
        return Optional.empty();
    }

    /** As a Vietnamese text writes it. */
    public static String words(BigDecimal number) {
        String[] parts = number.toPlainString().split("\\.", -1);
        var whole = new StringBuilder(parts[0]);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            whole.insert(i, '.');
        }
        return parts.length == 1 ? whole.toString() : whole + "," + parts[1];
    }
}
