package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** A year of the lunar calendar: Mậu Tuất. */
public final class LunarYearsAreCapital extends PatternRule {
    public LunarYearsAreCapital() {
        super(
                "V.8.a",
                "Tên năm âm lịch",
                "(?<![\\p{L}\\p{N}])(?<=(?:năm|xuân|Xuân|Nguyên đán|Nguyên Đán|Tết|tết) )([Gg]iáp|[Ấấ]t|[Bb]ính|[Đđ]inh|[Mm]ậu|[Kk]ỷ|[Cc]anh|[Tt]ân|[Nn]hâm|[Qq]uý)"
                        + " ([Tt]ý|[Ss]ửu|[Dd]ần|[Mm]ão|[Mm]ẹo|[Tt]hìn|[Tt]ỵ|[Nn]gọ|[Mm]ùi|[Tt]hân|[Dd]ậu|[Tt]uất|[Hh]ợi)(?![\\p{L}\\p{N}])");
    }

    @Override
    String mended(String text, Matcher found) {
        return Prose.capitalised(found.group(1)) + " " + Prose.capitalised(found.group(2));
    }
}
