package vn.antin.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.antin.render.Words.Word;

/** Which neighbours a line's end does not part: {@code số 4725/QĐ-BGDĐT}, {@code ngày 30}, {@code Điều 2}, {@code 2025 -}. */
final class Ties {
    private static final Set<String> BEFORE_A_NUMBER = Set.of(
            "số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "bảng", "quý",
            "lớp");

    private static final Pattern NUMBER = Pattern.compile("[(“]?(\\d.*|[IVX]+|[a-zđ])[,;.:)”]*");

    /** No line begins with a dash that stands between two words. */
    private static final Set<String> DASHES = Set.of("-", "–", "—", "/", "&");

    private Ties() {}

    static boolean isDash(Word word) {
        return DASHES.contains(word.plain());
    }

    static boolean hold(Word first, Word second) {
        if (isDash(second)) {
            return true;
        }
        return BEFORE_A_NUMBER.contains(first.plain().toLowerCase(Locale.ROOT).replaceFirst("^[(“]", ""))
                && NUMBER.matcher(second.plain()).matches();
    }
}
