package vn.antin.check.nd30;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.antin.check.Appearance;
import vn.antin.check.Rule;

/**
 * How a component's letters are to look (annex I, part I, V).
 *
 * @param least size in points; a size that cannot be known is not judged
 * @param bold null when both will do, as the others
 * @param capitals whether all letters are capitals, or on the contrary not all of them
 */
record Look(
        double least,
        double most,
        @Nullable Boolean bold,
        @Nullable Boolean italic,
        @Nullable Boolean capitals) {
    /** Sizes are written in the file with two decimals. */
    private static final double TOLERANCE = 0.05;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

    /** Upright letters of that size. */
    static Look upright(double least, double most) {
        return new Look(least, most, null, false, null);
    }

    static Look italic(double least, double most) {
        return new Look(least, most, null, true, null);
    }

    Look bold(boolean wanted) {
        return new Look(least, most, wanted, italic, capitals);
    }

    Look capitals(boolean wanted) {
        return new Look(least, most, bold, italic, wanted);
    }

    /** Tells one breach that names all that is wrong with the line. */
    void judge(Appearance.Seen seen, Consumer<Rule.Breach> breaches) {
        var wrong = new ArrayList<String>();
        var right = new ArrayList<String>();
        if (seen.size() > 0 && (seen.size() < least - TOLERANCE || seen.size() > most + TOLERANCE)) {
            wrong.add("cỡ chữ " + number(seen.size()));
            right.add(least == most ? "cỡ chữ " + number(least) : "cỡ chữ " + number(least) + "–" + number(most));
        }
        if (bold != null && seen.bold() != bold) {
            wrong.add(bold ? "không đậm" : "in đậm");
            right.add(bold ? "chữ đậm" : "chữ không đậm");
        }
        if (italic != null && seen.italic() != italic) {
            wrong.add(italic ? "chữ đứng" : "chữ nghiêng");
            right.add(italic ? "chữ nghiêng" : "chữ đứng");
        }
        if (capitals != null && LETTERS.matcher(seen.text()).find() && allCapitals(seen.text()) != capitals) {
            wrong.add(capitals ? "không in hoa" : "in hoa toàn bộ");
            right.add(capitals ? "chữ in hoa" : "chữ in thường");
        }
        if (!wrong.isEmpty()) {
            breaches.accept(new Rule.Breach(
                    seen.place(),
                    "Dòng “" + seen.text() + "” " + String.join(", ", wrong) + ".",
                    "Trình bày bằng " + String.join(", ", right) + "."));
        }
    }

    static boolean allCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** {@code 13}, {@code 13,5}. */
    static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value).replace('.', ',');
    }
}
