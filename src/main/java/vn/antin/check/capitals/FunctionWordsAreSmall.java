package vn.antin.check.capitals;

import java.util.Locale;
import java.util.regex.Matcher;

/** A word that joins others and names nothing has no capital within a sentence: yêu cầu các cơ sở. */
public final class FunctionWordsAreSmall extends PatternRule {
    public FunctionWordsAreSmall() {
        super(
                "I",
                "Từ giữa câu",
                // Between small words, so that it is of no title in capitals: not “Liên hiệp Các hội …”.
                "(?<=(?<![\\p{L}\\p{N}])\\p{Ll}{2,7} )(?:Các|Những|Và|Hoặc|Của|Được|Bởi|Nhưng|Với)(?= \\p{Ll}{2,7}(?!\\p{L}))");
    }

    @Override
    String mended(String text, Matcher found) {
        return found.group().toLowerCase(Locale.ROOT);
    }
}
