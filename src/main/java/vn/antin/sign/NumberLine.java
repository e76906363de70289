package vn.antin.sign;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What enters the two reserved fields between signature and seal.
 *
 * @param number the number as printed before the slash; below 10 with a zero before it, {@code 07} (Decree
 *     30/2020/NĐ-CP, annex I, part I, II.3)
 */
public record NumberLine(String number, LocalDate issuedOn) {
    private static final Pattern FORM = Pattern.compile("0[1-9]|[1-9][0-9]{1,5}");

    public NumberLine {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("Not a document's number as printed: " + number);
        }
    }

    /** The whole line of place and date, {@code An Dương, ngày 05 tháng 02 năm 2026} (annex I, part I, II.4). */
    String placeAndDate(String place) {
        int day = issuedOn.getDayOfMonth();
        int month = issuedOn.getMonthValue();
        // Days below 10 and the months 1 and 2 take a zero, so that nobody can put a figure before them.
        return place + ", ngày " + (day < 10 ? "0" : "") + day + " tháng " + (month < 3 ? "0" : "") + month + " năm "
                + issuedOn.getYear();
    }
}
