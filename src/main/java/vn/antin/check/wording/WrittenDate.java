package vn.antin.check.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a text writes it: {@code ngày 30 tháng 12 năm 2022}, {@code ngày 30/12/2022}, {@code 30/12/2022}. It need not
 * exist.
 *
 * @param start of the first character, {@code ngày} included where it is written
 * @param end after the last character
 * @param spelled whether months and years are named in words, as the decree's own examples do
 */
public record WrittenDate(int start, int end, int day, int month, int year, boolean spelled) {
    private static final Pattern FORM = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])ngày[ \\u00A0]{1,3}(\\d{1,2})[ \\u00A0]{1,3}tháng[ \\u00A0]{1,3}(\\d{1,2})"
                    + "[ \\u00A0]{1,3}năm[ \\u00A0]{1,3}(\\d{4})(?!\\d)"
                    + "|(?<![\\p{L}\\d])ngày[ \\u00A0]{1,3}(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\5 ?(\\d{4})(?![\\d/])"
                    + "|(?<![\\p{L}\\d/.,-])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\d/])");

    /** The dates of a text in their order. */
    public static List<WrittenDate> in(String text) {
        var dates = new ArrayList<WrittenDate>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            int first = matcher.group(1) != null ? 1 : matcher.group(4) != null ? 4 : 8;
            int step = first == 4 ? 1 : 0;
            dates.add(new WrittenDate(
                    matcher.start(),
                    matcher.end(),
                    Integer.parseInt(matcher.group(first)),
                    Integer.parseInt(matcher.group(first + 1 + step)),
                    Integer.parseInt(matcher.group(first + 2 + step)),
                    first == 1));
        }
        return dates;
    }

    /** The day, if there is such a day. */
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code ngày 05 tháng 3 năm 2020}: days under 10, January and February have two digits (annex I, part I, II.4.b). */
    public String inWords() {
        return "ngày %02d tháng %s năm %d".formatted(day, month <= 2 ? "0" + month : Integer.toString(month), year);
    }

    /** As readers write it in short: {@code 05/3/2020}. */
    public static String inShort(LocalDate date) {
        return "%02d/%s/%d"
                .formatted(
                        date.getDayOfMonth(),
                        date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : Integer.toString(date.getMonthValue()),
                        date.getYear());
    }

    public String words(String text) {
        return text.substring(start, end);
    }
}
