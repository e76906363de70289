package vn.antin.check.figures;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.antin.check.wording.Grid;

/** What a table's columns and rows are for. */
final class Columns {
    private static final Set<String> ORDINAL = Set.of("tt", "stt", "số tt");
    private static final Set<String> TOTAL = Set.of("tổng", "tổng cộng", "tổng số", "cộng");

    /** Headers of columns whose entries nobody adds up. */
    private static final Pattern NO_SUM = Pattern.compile(
            "(?iu)%|tỷ lệ|tỉ lệ|bình quân|trung bình|đơn giá|xếp|hạng|năm sinh|năm học|ngày|thời|điểm|mức|số tt|stt|ghi chú|lũy kế|luỹ kế|điện thoại|mã|phòng số|số hiệu|số ký hiệu");

    private Columns() {}

    /** The column of running numbers; -1 when there is none. */
    static int ordinal(Grid table) {
        for (int c = 0; c < Math.min(2, table.columns()); c++) {
            if (ORDINAL.contains(table.header(c).toLowerCase(Locale.ROOT))) {
                return c;
            }
        }
        return -1;
    }

    static boolean isTotal(String words) {
        String folded = words.toLowerCase(Locale.ROOT).strip();
        return TOTAL.contains(folded.endsWith(":") ? folded.substring(0, folded.length() - 1) : folded);
    }

    static boolean isAddedUp(String header) {
        return !NO_SUM.matcher(header).find();
    }
}
