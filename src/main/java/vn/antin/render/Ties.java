package vn.antin.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.antin.render.Words.Word;

/**
 * Which neighbours a line's end does not part: a number and its unit ({@code 30 mm}), a reference ({@code số
 * 4725/QĐ-BGDĐT}, {@code Điều 5}), a date ({@code ngày 05 tháng 02 năm 2026}), initials. {@code src/docs/layout.md} lists
 * them, and says when one gives way.
 */
final class Ties {
    /** How firmly two neighbours hold together. */
    enum Tie {
        NONE,
        /** Between parts that are whole by themselves: {@code ngày 05} and {@code tháng 02}. */
        LOOSE,
        FIRM
    }

    private static final Set<String> BEFORE_A_NUMBER = Set.of(
            "số", "ngày", "tháng", "năm", "điều", "khoản", "điểm", "tiết", "đoạn", "mục", "chương", "phần", "lục",
            "bảng", "biểu", "mẫu", "hình", "quý", "lớp", "khối", "tổ", "tuần", "trang", "tập", "kỳ", "kì", "khóa",
            "khoá", "thứ", "hạng", "bậc", "cấp", "đợt", "vòng", "lần", "chí", "chuẩn", "ĐT");

    /** What parts of an instrument are called, from small to great: {@code điểm a khoản 2 Điều 9}. */
    private static final Set<String> PARTS = Set.of("điểm", "tiết", "đoạn", "khoản", "điều", "mục", "chương", "phần");

    /** First words of two that stand before a number together: {@code Phụ lục II}, {@code năm học 2025-2026}. */
    private static final Set<String> PAIRS_BEFORE_A_NUMBER = Set.of(
            "phụ lục", "năm học", "học kỳ", "học kì", "tiêu chí", "tiêu chuẩn", "biểu mẫu", "mẫu số", "tiểu mục");

    private static final Set<String> FIRST_OF_PAIRS = PAIRS_BEFORE_A_NUMBER.stream()
            .map(it -> it.substring(0, it.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> UNITS = Set.of(
            "mm", "cm", "dm", "m", "km", "m2", "m²", "m3", "m³", "ha", "mg", "g", "kg", "tạ", "tấn", "ml", "l", "lít",
            "kw", "kwh", "mb", "gb", "tb", "mbps", "pt", "%", "‰", "°c", "độ", "đồng", "đ", "vnđ", "usd", "trăm",
            "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "giây", "phút", "giờ", "buổi", "ngày", "tuần", "tháng", "năm", "tiết",
            "điểm", "bản", "bộ", "tờ", "trang", "cuốn", "quyển", "tập", "lớp", "trường", "phòng", "nhóm", "tổ", "khối",
            "môn", "cấp", "cơ", "người", "em", "học", "giáo", "cán", "trẻ", "cháu", "hộ", "đơn", "đội", "suất", "cái",
            "chiếc", "máy", "cây", "con", "lần", "lượt", "đợt", "kỳ", "kì", "mục", "tiêu", "nội", "nhiệm", "hồ", "văn",
            "đề", "câu", "bài", "giải", "huy", "tín", "nhân");

    /** Units of two syllables. */
    private static final Set<String> COMPOUNDS = Set.of(
            "học sinh",
            "học viên",
            "học kỳ",
            "giáo viên",
            "cán bộ",
            "nhân viên",
            "trẻ em",
            "đơn vị",
            "cơ sở",
            "hồ sơ",
            "văn bản",
            "nội dung",
            "nhiệm vụ",
            "tiêu chí",
            "tiêu chuẩn",
            "đề tài",
            "bài viết",
            "câu hỏi",
            "huy chương",
            "tín chỉ",
            "máy tính",
            "phòng học",
            "lớp học",
            "cấp học",
            "môn học",
            "năm học",
            "tiết học");

    private static final Set<String> MULTITUDES = Set.of("trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ");
    private static final Set<String> SHORT_TITLES = Set.of(
            "TP.", "T.P.", "Tp.", "TX.", "TT.", "Q.", "P.", "H.", "ThS.", "Ths.", "TS.", "PGS.", "GS.", "BS.", "CN.",
            "KS.");

    /** No line begins with a dash that stands between two words. */
    private static final Set<String> DASHES = Set.of("-", "–", "—", "/", "&");

    private static final Set<String> SIGNS = Set.of("≥", "≤", "<", ">", "=", "±", "+", "~", "×", "x");

    private Ties() {}

    static boolean isDash(Word word) {
        return DASHES.contains(word.plain());
    }

    /** Between the word at {@code i} and the next. */
    static Tie after(List<Word> words, int i) {
        Word first = words.get(i);
        Word second = words.get(i + 1);
        if (first.last()) {
            return Tie.NONE;
        }
        String next = second.plain();
        if (DASHES.contains(next)) {
            return Tie.FIRM;
        }
        String plain = first.plain();
        String word = opened(plain);
        if (word.isEmpty() || next.isEmpty()) {
            return Tie.NONE;
        }
        boolean nextIsNumber = isNumber(next);
        String lower = word.toLowerCase(Locale.ROOT);
        if (nextIsNumber && (BEFORE_A_NUMBER.contains(lower) || SIGNS.contains(word) || DASHES.contains(word))) {
            return Tie.FIRM;
        }
        if (lower.equals("số:") || (lower.equals("đt:") && nextIsNumber)) {
            return Tie.FIRM;
        }
        String before = i > 0 ? opened(words.get(i - 1).plain()).toLowerCase(Locale.ROOT) : "";
        String unit = closed(next).toLowerCase(Locale.ROOT);
        if (nextIsNumber && before.equals("năm") && lower.equals("học")) {
            return Tie.FIRM;
        }
        if (i + 2 < words.size()
                && FIRST_OF_PAIRS.contains(lower)
                && isNumber(words.get(i + 2).plain())
                && PAIRS_BEFORE_A_NUMBER.contains(lower + " " + next.toLowerCase(Locale.ROOT))) {
            return Tie.FIRM;
        }
        if (Character.isDigit(word.charAt(0)) || BEFORE_A_NUMBER.contains(before)) {
            Tie tie = afterNumber(before, word, unit);
            if (tie != Tie.NONE) {
                return tie;
            }
        }
        if (MULTITUDES.contains(lower) && unit.equals("đồng") && isQuantity(before)) {
            return Tie.FIRM;
        }
        if (!before.isEmpty() && isQuantity(before) && COMPOUNDS.contains(lower + " " + unit)) {
            return Tie.LOOSE;
        }
        return ofNames(i > 0 ? words.get(i - 1).plain() : "", word, next);
    }

    private static Tie afterNumber(String before, String number, String unit) {
        boolean dated = (before.equals("ngày") && unit.equals("tháng"))
                || ((before.equals("tháng") || before.equals("quý")) && unit.equals("năm"));
        if (dated || (PARTS.contains(before) && PARTS.contains(unit))) {
            return Tie.LOOSE;
        }
        // A year, a day or an article's number counts nothing.
        boolean counts = isQuantity(number) && !BEFORE_A_NUMBER.contains(before);
        return counts && UNITS.contains(unit) ? Tie.FIRM : Tie.NONE;
    }

    private static Tie ofNames(String before, String word, String next) {
        if (!Character.isUpperCase(next.charAt(0))) {
            return Tie.NONE;
        }
        if (SHORT_TITLES.contains(word)
                || isInitial(word)
                || (isInitial(next) && Character.isUpperCase(word.charAt(0)))) {
            return Tie.FIRM;
        }
        return SHORT_TITLES.contains(opened(before)) ? Tie.LOOSE : Tie.NONE;
    }

    /** {@code A.}, {@code Đ.}, {@code V.A.} */
    private static boolean isInitial(String word) {
        if (word.length() < 2 || word.length() > 6 || word.length() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i += 2) {
            if (!Character.isUpperCase(word.charAt(i)) || word.charAt(i + 1) != '.') {
                return false;
            }
        }
        return true;
    }

    /** Digits, a Roman number or a single letter, with what closes round it. */
    private static boolean isNumber(String typed) {
        String word = closed(opened(typed));
        if (word.isEmpty()) {
            return false;
        }
        char c = word.charAt(0);
        return Character.isDigit(c)
                || (word.length() == 1 && ((c >= 'a' && c <= 'z') || c == 'đ'))
                || consistsOf(word, "IVXL");
    }

    /** {@code 02}, {@code 10.000}, {@code 5,5}, {@code (30}; nothing that closes after it. */
    private static boolean isQuantity(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1)) && consistsOf(word, "0123456789.,");
    }

    private static boolean consistsOf(String word, String letters) {
        for (int i = 0; i < word.length(); i++) {
            if (letters.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String opened(String word) {
        int from = 0;
        while (from < word.length() && "(“\"[".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        return from == 0 ? word : word.substring(from);
    }

    private static String closed(String word) {
        int to = word.length();
        while (to > 0 && ",;.:)”\"]".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(0, to);
    }
}
