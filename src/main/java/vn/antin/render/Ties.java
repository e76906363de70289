package vn.antin.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.antin.render.Words.Word;

/** Which neighbours a line's end does not part: {@code số 4725/QĐ-BGDĐT}, {@code ngày 30}, {@code Điều 2}. */
final class Ties {
    private static final Set<String> BEFORE_A_NUMBER = Set.of(
            "số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "bảng", "quý",
            "lớp");

    private static final Pattern NUMBER = Pattern.compile("[(“]?(\\d.*|[IVX]+|[a-zđ])[,;.:)”]*");

    private Ties() {}

    static boolean hold(Word first, Word second) {
        return BEFORE_A_NUMBER.contains(first.plain().toLowerCase(Locale.ROOT).replaceFirst("^[(“]", ""))
                && NUMBER.matcher(second.plain()).matches();
    }
}
