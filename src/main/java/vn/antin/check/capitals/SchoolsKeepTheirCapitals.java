package vn.antin.check.capitals;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;

/** A school's kind and level begin with capitals when its name follows: Trường Tiểu học Toàn Thắng. */
public final class SchoolsKeepTheirCapitals extends PatternRule {
    private static final Set<String> SEVERAL = Set.of("các", "những", "hai", "ba", "số", "nhiều", "mỗi");

    public SchoolsKeepTheirCapitals() {
        super(
                "IV.1.a",
                "Tên trường",
                "(?<![\\p{L}\\p{N}])([Tt]rường) ([Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo|[Tt]rung học cơ sở|[Tt]rung học phổ thông|THCS|THPT|TH&THCS)"
                        + "(?= (?!Tiểu |Mầm |Mẫu |Trung học|Phổ thông|Bán trú|Nội trú|Công lập)\\p{Lu}\\p{Ll}{1,7} \\p{Lu}\\p{Ll}{0,7}(?!\\p{L}))");
    }

    @Override
    @Nullable
    String mended(String text, Matcher found) {
        String before = Prose.wordBefore(text, found.start()).toLowerCase(Locale.ROOT);
        if (SEVERAL.contains(before) || (!before.isEmpty() && Character.isDigit(before.charAt(0)))) {
            return null;
        }
        return "Trường " + Prose.capitalised(found.group(2));
    }
}
