package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** A post or degree that stands before a person's name begins with a capital: Giáo sư Tôn Thất Tùng. */
public final class TitlesBeforeNamesAreCapital extends PatternRule {
    public TitlesBeforeNamesAreCapital() {
        super(
                "V.3",
                "Chức vụ, học vị đi liền tên người",
                "(?<![\\p{L}\\p{N}])(?:([Pp]hó )(hiệu trưởng|giám đốc|trưởng phòng|chủ tịch)|(?<!phó |Phó )(hiệu trưởng|giám đốc|trưởng phòng|chủ tịch|giáo sư|tiến sĩ|thạc sĩ))"
                        + "(?= " + Names.FAMILY + " \\p{Lu}\\p{Ll}{1,6} \\p{Lu}\\p{Ll}{0,6}(?!\\p{L}))");
    }

    @Override
    String mended(String text, Matcher found) {
        return found.group(1) != null ? "Phó " + Prose.capitalised(found.group(2)) : Prose.capitalised(found.group());
    }
}
