package vn.antin.check.capitals;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;

/** The kind of a text that is named by its number begins with a capital: Nghị định số 30/2020/NĐ-CP. */
public final class InstrumentsAreCapital extends PatternRule {
    private static final Set<String> SEVERAL = Set.of("các", "những", "hai", "ba", "bốn", "nhiều");

    public InstrumentsAreCapital() {
        super(
                "V.6",
                "Tên loại văn bản",
                "(?<![\\p{L}\\p{N}])(?:nghị quyết|nghị định|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|công văn|công điện|tờ trình)"
                        + " số:? \\d{1,5} ?[/-] ?[\\p{L}\\d]");
    }

    @Override
    @Nullable
    String mended(String text, Matcher found) {
        String before = Prose.wordBefore(text, found.start()).toLowerCase(Locale.ROOT);
        return SEVERAL.contains(before) ? null : Prose.capitalised(found.group());
    }
}
