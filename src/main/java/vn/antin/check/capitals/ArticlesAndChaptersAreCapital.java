package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** Phần, Chương, Mục, Tiểu mục and Điều of a cited text begin with capitals: điểm a khoản 2 Điều 9. */
public final class ArticlesAndChaptersAreCapital extends PatternRule {
    private static final String NUMBER = "(?:\\d{1,3}|[IVX]{1,6})(?![\\p{L}\\p{N}])";

    public ArticlesAndChaptersAreCapital() {
        super(
                "V.7",
                "Cách viện dẫn",
                // After a clause, or before the name of a text; alone the word may count: 5 điều Bác Hồ dạy.
                "(?<![\\p{L}\\p{N}])(?:(?<=(?:khoản|Khoản) \\d{1,2} )điều \\d{1,3}(?![\\p{L}\\p{N}])"
                        + "|(?<=(?:tại|theo|của|như|Như|Theo|Tại) )điều \\d{1,3}(?![\\p{L}\\p{N}])"
                        + "|(?<=(?:Điều|điều|Mục|mục) \\d{1,3} )(?:tiểu mục|mục|chương|phần) " + NUMBER
                        + "|(?<=(?:Chương|chương) [IVX]{1,6} )phần " + NUMBER
                        + "|(?:chương|phần) " + NUMBER
                        + "(?= (?:của )?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Điều lệ)(?! \\p{Ll}{1,7} \\p{Ll})))");
    }

    @Override
    String mended(String text, Matcher found) {
        return Prose.capitalised(found.group());
    }
}
