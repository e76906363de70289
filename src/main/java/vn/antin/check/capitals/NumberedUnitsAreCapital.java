package vn.antin.check.capitals;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;

/** A ward or district named by a number has a capital: Quận 1, Phường 12. */
public final class NumberedUnitsAreCapital extends PatternRule {
    public NumberedUnitsAreCapital() {
        super(
                "III.1.b",
                "Tên đơn vị hành chính",
                "(?<![\\p{L}\\p{N}])(quận|phường) (?:[1-9]|[1-3]\\d)(?=$|[.;)]|, (?:Quận|quận|Thành phố|thành phố|TP)|,? (?:Quận|Thành phố Hồ))");
    }

    @Override
    @Nullable
    String mended(String text, Matcher found) {
        // “3 quận 2 huyện” counts; it names nothing.
        String before = Prose.wordBefore(text, found.start());
        boolean counts = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
        return counts ? null : Prose.capitalised(found.group());
    }
}
