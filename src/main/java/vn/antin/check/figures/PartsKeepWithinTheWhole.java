package vn.antin.check.figures;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A part is not more than its whole: 15/14 phòng, chiếm 120%. */
public final class PartsKeepWithinTheWhole extends ReadingRule {
    private static final String COUNTED =
            "(?:học sinh|giáo viên|lớp|trường|em|đồng chí|cán bộ|đơn vị|phòng|thành viên|đại biểu|nhân viên|phiếu|tiêu chí|chỉ tiêu|nhiệm vụ|đảng viên|máy|cơ sở)";

    private static final Pattern FRACTION =
            Pattern.compile("(?<![\\p{L}\\d/.,-])(\\d{1,6})/(\\d{1,6}) " + COUNTED + "(?![\\p{L}\\d])");

    private static final Pattern SHARE =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])chiếm (?:tỷ lệ |tỉ lệ |khoảng |trên )?(\\d{3,4}(?:,\\d{1,2})?) ?%");

    private static final Set<String> DAYS =
            Set.of("ngày", "trước", "đến", "từ", "hạn", "sáng", "chiều", "hết", "sau", "tháng", "lớp", "phòng", "tổ");

    public PartsKeepWithinTheWhole() {
        super(Said.goodSense("phần không lớn hơn toàn thể"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher fraction = FRACTION.matcher(text);
        while (fraction.find()) {
            if (Integer.parseInt(fraction.group(1)) > Integer.parseInt(fraction.group(2))
                    && !DAYS.contains(Prose.wordBefore(text, fraction.start()).toLowerCase(Locale.ROOT))) {
                tell(passage, fraction.group(), breaches);
            }
        }
        Matcher share = SHARE.matcher(text);
        while (share.find()) {
            if (Double.parseDouble(share.group(1).replace(',', '.')) > 100) {
                tell(passage, share.group(), breaches);
            }
        }
    }

    private static void tell(Passage passage, String found, Consumer<Breach> breaches) {
        breaches.accept(new Breach(
                passage.place().at(found), "Phần lớn hơn toàn thể: “" + found + "”.", "Kiểm tra lại hai số."));
    }
}
