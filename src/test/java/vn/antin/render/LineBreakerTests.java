package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.compose.Inline;
import vn.antin.render.LineBreaker.Line;

class LineBreakerTests {
    private static final Typesetter SETTER = new Typesetter(LayoutProfile.DECREE_30, new Typeface());
    private static final Style STYLE = Style.regular(14);

    private static List<String> broken(String text, float width) {
        return texts(SETTER.lines(Inline.Text.plain(text), STYLE, width));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream()
                .map(line -> String.join(
                        "", line.spans().stream().map(Mark.Span::text).toList()))
                .toList();
    }

    @Test
    void aDayStaysWithItsWord() {
        String before = "Kế hoạch ban hành kèm theo Quyết định của Bộ trưởng ngày";
        float width = SETTER.width(before, STYLE) + 1;
        assertThat(broken(before + " 30 tháng 12", width).get(1)).startsWith("ngày 30");
    }

    @Test
    void aDateIsPartedBeforeALineGapes() {
        String before = "Quyết định số";
        float width = SETTER.width(before, STYLE) + 40;
        assertThat(broken(before + " 4725/QĐ-BGDĐT của Bộ", width).getFirst().strip())
                .isEqualTo(before);
    }

    @Test
    void noLineBeginsWithADash() {
        String before = "Kế hoạch ứng dụng công nghệ thông tin năm học 2024";
        float width = SETTER.width(before, STYLE) + 3;
        assertThat(broken(before + " - 2025", width)).noneMatch(it -> it.startsWith("-"));
    }

    /** What stands together, however narrow the line, as long as the line before it does not gape. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 mm",
                "5 %",
                "10.000 đồng",
                "02 bản",
                "lớp 5A",
                "35 học sinh",
                "2,5 triệu đồng",
                "ngày 26/8/2025",
                "Số: 12/QĐ-UBND",
                "số 12/QĐ-UBND",
                "Điều 5",
                "khoản 2 Điều 9",
                "điểm a khoản 2 Điều 9",
                "Phụ lục II",
                "năm học 2025-2026",
                "năm học 2025 - 2026",
                "học kỳ II",
                "TP. Hải Phòng",
                "Nguyễn V. A.",
                "PGS. Trần",
                "ngày 05 tháng 02 năm 2026",
                "tháng 9 năm 2025",
                "≥ 5",
                "(30 phút)",
                "05 ngày",
                "tiêu chí 1.2"
            })
    void neverParts(String together) {
        String before = "Các đơn vị, nhà trường và các cơ quan có liên quan trên địa bàn cùng nhau thực hiện từ nay";
        float full = SETTER.width(before, STYLE);
        float width = SETTER.width(together, STYLE);
        // The line's end is led through the whole of it, point by point.
        for (float room = full + 3; room < full + 4 + width; room++) {
            float most = SETTER.width(" ", STYLE) * 3 * 18;
            if (room - full < most) {
                assertThat(broken(before + " " + together + " nhé", room))
                        .as("room " + room)
                        .anyMatch(line -> line.contains(together));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"năm 2024 của", "Điều 5 nêu", "ngày 30 các", "học sinh lớp", "và 5 là", "nhóm a các"})
    void tiesNothingElse(String apart) {
        String[] words = apart.split(" ", -1);
        String first = words[0] + " " + words[1];
        assertThat(broken(apart, SETTER.width(first, STYLE) + 5))
                .anyMatch(it -> it.strip().equals(first));
    }

    @Test
    void aDateGivesWayBetweenItsParts() {
        String before = "Thực hiện";
        float width = SETTER.width(before + " ngày 05 tháng 02 năm", STYLE);
        assertThat(broken(before + " ngày 05 tháng 02 năm 2026 của Bộ", width).stream()
                        .map(String::strip))
                .contains("Thực hiện ngày 05 tháng 02", "năm 2026 của Bộ");
    }

    @Test
    void aTitleOfTwoLinesPartsAfterAPause() {
        String text = "Triển khai nhiệm vụ ứng dụng công nghệ thông tin, chuyển đổi số năm học 2024-2025";
        assertThat(texts(SETTER.balancedLines(Inline.Text.plain(text), STYLE, 400)))
                .containsExactly(
                        "Triển khai nhiệm vụ ứng dụng công nghệ thông tin,", "chuyển đổi số năm học 2024-2025");
    }

    @Test
    void everyLineButTheLastEndsWithItsSpace() {
        List<String> lines = broken("Một câu dài hơn một dòng của tờ giấy", 80);
        assertThat(lines.size()).isGreaterThan(2);
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(it -> it.endsWith(" "));
        assertThat(String.join("", lines)).isEqualTo("Một câu dài hơn một dòng của tờ giấy");
    }
}
