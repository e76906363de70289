package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** A month in words: tháng Tám. Only where no number of months can be meant. */
public final class MonthsAreCapital extends PatternRule {
    public MonthsAreCapital() {
        super(
                "V.8.c",
                "Tên tháng",
                "(?<![\\p{L}\\p{N}])(?<=(?:trong|vào|cuối|đầu|giữa|hết|Trong|Cuối|Đầu) )tháng (giêng|hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)"
                        + "(?=$|[.,;:)]| năm \\d| hằng| hàng| âm lịch| dương lịch)");
    }

    @Override
    String mended(String text, Matcher found) {
        return with(found, 1, Prose.capitalised(found.group(1)));
    }
}
