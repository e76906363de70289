package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** A weekday in words: thứ Hai. Only where no ordinal can be meant. */
public final class WeekdaysAreCapital extends PatternRule {
    private static final String DAY = "(?:hai|ba|tư|năm|sáu|bảy)";

    public WeekdaysAreCapital() {
        super(
                "V.8.c",
                "Tên ngày trong tuần",
                "(?<![\\p{L}\\p{N}])(?:(?<=(?:sáng|chiều|tối) )[Tt]hứ (" + DAY + ")(?![\\p{L}\\p{N}])"
                        + "|[Tt]hứ (" + DAY + ")(?=,? (?:ngày \\d|hằng tuần|hàng tuần|tuần này|tuần sau|đến thứ))"
                        + "|(?<=đến )thứ (" + DAY + ")(?=[ ,]{1,2}(?:hằng|hàng|ngày \\d))"
                        + "|[Tt]hứ (" + DAY + ")(?= \\(\\d{1,2}/\\d))");
    }

    @Override
    String mended(String text, Matcher found) {
        for (int group = 1; group <= 4; group++) {
            if (found.group(group) != null) {
                return with(found, group, Prose.capitalised(found.group(group)));
            }
        }
        throw new IllegalStateException("The form has four alternatives");
    }
}
