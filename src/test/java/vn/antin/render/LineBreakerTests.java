package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
