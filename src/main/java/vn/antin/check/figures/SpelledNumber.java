package vn.antin.check.figures;

import java.util.Map;
import java.util.OptionalLong;
import vn.antin.check.wording.Prose;

/** Numbers in Vietnamese words: một triệu năm trăm nghìn. */
final class SpelledNumber {
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("không", 0),
            Map.entry("một", 1),
            Map.entry("mốt", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("bốn", 4),
            Map.entry("tư", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9));

    private static final Map<String, Long> THOUSANDS =
            Map.of("nghìn", 1_000L, "ngàn", 1_000L, "triệu", 1_000_000L, "tỷ", 1_000_000_000L, "tỉ", 1_000_000_000L);

    private SpelledNumber() {}

    /** The number; empty as soon as one word is not of a number, or great words do not fall. */
    static OptionalLong of(String words) {
        long total = 0;
        long group = 0;
        int digit = -1;
        long last = Long.MAX_VALUE;
        for (String word : Prose.folded(words).replace(",", "").strip().split(" +", -1)) {
            Integer unit = UNITS.get(word);
            Long thousand = THOUSANDS.get(word);
            if (unit != null) {
                if (digit >= 0) {
                    return OptionalLong.empty();
                }
                digit = unit;
            } else if (word.equals("trăm") && digit >= 0) {
                group += digit * 100L;
                digit = -1;
            } else if (word.equals("mươi") && digit >= 0) {
                group += digit * 10L;
                digit = -1;
            } else if (word.equals("mười") && digit < 0) {
                group += 10;
            } else if (thousand != null && thousand < last) {
                total += (group + Math.max(digit, 0)) * thousand;
                last = thousand;
                group = 0;
                digit = -1;
            } else if (!word.equals("linh") && !word.equals("lẻ")) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(total + group + Math.max(digit, 0));
    }
}
