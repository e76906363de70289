package vn.antin.check.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year as a text writes it after {@code năm học}: {@code 2025-2026}, {@code 2025 - 2026}.
 *
 * @param start of the first figure
 * @param end after the last figure
 */
public record SchoolYear(int start, int end, int from, int to) {
    private static final Pattern FORM = Pattern.compile(
            "(?iu)(?<!các )năm học[ \\u00A0]{1,3}((20\\d\\d)[ \\u00A0]{0,2}[-–][ \\u00A0]{0,2}(20\\d\\d))(?!\\d)");

    /** The school years of a text in their order. */
    public static List<SchoolYear> in(String text) {
        var years = new ArrayList<SchoolYear>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            years.add(new SchoolYear(
                    matcher.start(1),
                    matcher.end(1),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        }
        return years;
    }

    public String words(String text) {
        return text.substring(start, end);
    }
}
