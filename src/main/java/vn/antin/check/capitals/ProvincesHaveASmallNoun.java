package vn.antin.check.capitals;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;

/** The common noun before a province's name is small: tỉnh Nam Định, thành phố Hải Phòng. */
public final class ProvincesHaveASmallNoun extends PatternRule {
    public ProvincesHaveASmallNoun() {
        super(
                "III.1.a",
                "Tên đơn vị hành chính",
                "(?<![\\p{L}\\p{N}])(Tỉnh|Thành phố|Thành Phố) (?:" + String.join("|", Phrases.provinces())
                        + ")(?![\\p{L}\\p{N}]| \\p{Lu}\\p{Ll})");
    }

    @Override
    @Nullable
    String mended(String text, Matcher found) {
        return Prose.midSentence(text, found.start())
                ? with(found, 1, found.group(1).toLowerCase(java.util.Locale.ROOT))
                : null;
    }
}
