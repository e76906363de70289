package vn.antin.check.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Figure;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A percentage beside its parts is right: 45/50 học sinh (90%). */
public final class PercentagesFitTheirParts extends ReadingRule {
    private static final String COUNTED =
            "(?:học sinh|giáo viên|lớp|trường|em|đồng chí|cán bộ|đơn vị|phòng|thành viên|đại biểu|nhân viên|phiếu|tiêu chí|chỉ tiêu|nhiệm vụ|đảng viên|máy|cơ sở)";

    /** A bracket right after the parts or what is counted, or a word that tells that the share follows. */
    private static final Pattern FORM = Pattern.compile("(?<![\\p{L}\\d/.,-])(\\d{1,6})/(\\d{1,6})(?![\\d/-])"
            + "(?:(?: " + COUNTED + "(?: \\p{L}{1,12}){0,3}?)? ?\\((?:đạt |chiếm |bằng )?(?:tỷ lệ |tỉ lệ )?:? ?"
            + "| " + COUNTED + "(?: \\p{L}{1,12}){0,3}?,? (?:(?:đạt|chiếm|bằng) (?:tỷ lệ |tỉ lệ )?|(?:tỷ lệ|tỉ lệ):? ))"
            + "(\\d{1,3}(?:,\\d{1,2})?) ?%");

    /** Words after which two figures with a stroke are a day. */
    private static final Set<String> DAYS =
            Set.of("ngày", "trước", "đến", "từ", "hạn", "sáng", "chiều", "hết", "sau", "qua", "tháng");

    public PercentagesFitTheirParts() {
        super(Said.goodSense("tỷ lệ phần trăm"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            BigDecimal part = new BigDecimal(matcher.group(1));
            BigDecimal whole = new BigDecimal(matcher.group(2));
            if (whole.signum() == 0
                    || part.compareTo(whole) > 0
                    || DAYS.contains(Prose.wordBefore(text, matcher.start()).toLowerCase(Locale.ROOT))) {
                continue;
            }
            BigDecimal told = new BigDecimal(matcher.group(3).replace(',', '.'));
            BigDecimal exact = part.movePointRight(2).divide(whole, 6, RoundingMode.HALF_UP);
            // Rounded either way, or cut off.
            if (exact.subtract(told).abs().compareTo(BigDecimal.ONE.movePointLeft(told.scale())) >= 0) {
                String right = Figure.words(exact.setScale(told.scale(), RoundingMode.HALF_UP)) + "%";
                String found = matcher.group();
                breaches.accept(new Breach(
                        passage.place().at(found),
                        matcher.group(1) + "/" + matcher.group(2) + " là " + right + ", không phải " + matcher.group(3)
                                + "%.",
                        "Kiểm tra các số; nếu " + matcher.group(1) + "/" + matcher.group(2) + " đúng thì ghi " + right
                                + "."));
            }
        }
    }
}
