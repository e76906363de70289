package vn.antin.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A body's name as it stands inside a sentence: {@code TRƯỜNG TIỂU HỌC TOÀN THẮNG} becomes {@code Trường Tiểu học Toàn
 * Thắng} (capitals: Decree 30/2020/NĐ-CP, annex II, IV). Only for names that begin with words known here: capitals do not
 * tell which words are names.
 */
final class NameInText {
    /** The longer before the shorter. */
    private static final List<String> KNOWN = List.of(
            "Ủy ban nhân dân",
            "UBND",
            "Hội đồng nhân dân",
            "Hội đồng Trường",
            "Sở Giáo dục và Đào tạo",
            "Phòng Giáo dục và Đào tạo",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
            "Trung tâm Giáo dục thường xuyên",
            "Trường Tiểu học và Trung học cơ sở",
            "Trường Trung học cơ sở và Trung học phổ thông",
            "Trường Trung học phổ thông",
            "Trường Trung học cơ sở",
            "Trường Tiểu học",
            "Trường Mầm non",
            "Trường Mẫu giáo",
            "Trường THPT",
            "Trường THCS");

    /** Small before a name: {@code xã Tiên Minh}. */
    private static final Set<String> SMALL =
            Set.of("XÃ", "PHƯỜNG", "HUYỆN", "QUẬN", "TỈNH", "THÀNH", "PHỐ", "THỊ", "TRẤN", "ĐẶC", "KHU", "VÀ");

    private NameInText() {}

    static Optional<String> of(String capitals) {
        String name = capitals.strip();
        return KNOWN.stream()
                .filter(it -> name.startsWith(it.toUpperCase(Locale.ROOT)))
                .filter(it -> name.length() == it.length() || name.charAt(it.length()) == ' ')
                .findFirst()
                .map(it -> (it + named(name.substring(it.length()))).strip());
    }

    private static String named(String rest) {
        if (rest.isBlank()) {
            return "";
        }
        var words = new ArrayList<String>();
        for (String word : rest.strip().split("\\s+", -1)) {
            String small = word.toLowerCase(Locale.ROOT);
            words.add(
                    SMALL.contains(word) ? small : small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1));
        }
        return " " + String.join(" ", words);
    }
}
