package vn.antin.register;

import java.time.Year;
import java.util.Locale;
import vn.antin.kernel.AgencyId;

/** Number and symbol (số, ký hiệu), unique within one body and one year (Decree 30/2020/NĐ-CP art. 15.1). */
public record DocumentNumber(int number, String symbol, AgencyId agency, Year year) {
    public DocumentNumber {
        if (number < 1) {
            throw new IllegalArgumentException("Numbers start at 1 each year, got " + number);
        }
    }

    /** The number as printed: below ten a zero is put in front (annex I, part I, II.3.c). */
    public String digits() {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** As printed: {@code 07/QĐ-THPTCVA}. */
    public String printed() {
        return digits() + "/" + symbol;
    }
}
