package vn.antin.check.capitals;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;

/** khoản and điểm of a cited text are small within a sentence: điểm a khoản 2 Điều 9. */
public final class ClausesAndPointsAreSmall extends PatternRule {
    public ClausesAndPointsAreSmall() {
        super(
                "V.7",
                "Cách viện dẫn",
                "(?<![\\p{L}\\p{N}])(?:(Điểm) [a-zđ],? (?:[Kk]hoản) \\d{1,2}|(Khoản) \\d{1,2},? (?:Điều|điều) \\d{1,3})(?![\\p{L}\\p{N}])");
    }

    @Override
    @Nullable
    String mended(String text, Matcher found) {
        String whole = found.group();
        boolean opens = !Prose.midSentence(text, found.start());
        if (found.group(1) != null) {
            String rest = whole.substring(1).replace("Khoản", "khoản");
            return opens ? whole.charAt(0) + rest : Prose.uncapitalised(whole.charAt(0) + rest);
        }
        return opens ? null : Prose.uncapitalised(whole);
    }
}
