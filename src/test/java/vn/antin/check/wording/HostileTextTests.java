package vn.antin.check.wording;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.capitals.CapitalRules;
import vn.antin.check.citations.CitationRules;
import vn.antin.check.figures.FigureRules;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;

/** A text of 200,000 characters that is made to be slow to read is read all the same. */
class HostileTextTests {
    static final int LENGTH = 200_000;

    static final List<Rule> RULES = Stream.of(CapitalRules.all(), CitationRules.all(), FigureRules.all())
            .flatMap(List::stream)
            .toList();

    static AdministrativeDocument document(String text) {
        AdministrativeDocument it = Draft.plan("Nội dung.").document();
        Inline.Text hostile = Inline.Text.plain(text);
        return new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.addressees(),
                List.of(hostile),
                null,
                List.of(new Block.Paragraph(hostile)),
                it.recipients(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a ",
                "A ",
                "ẤB ",
                "a ẤB ",
                "1/",
                "1.000.",
                "1.000 đồng (một ",
                "một ",
                "Quyết định số 1/A-",
                "Quyết định số 12/QĐ-UBND ngày 01/01/2026 của ",
                "Quyết định số 12/QĐ-UBND ngày 01/01/2026 của A về việc a; ",
                "Luật a ",
                "Luật Giáo dục năm ",
                "Căn cứ Luật a ngày 1 ",
                "ngày 1 tháng 1 năm ",
                "từ ngày 01/01/2026 đến ",
                "gửi báo cáo trước ngày 01/01/2026 ",
                "năm học 2025-2026 ",
                "nhiệm vụ chuyển đổi số năm học 2024-2025 ",
                "1/2 học sinh a ",
                "khoản 1 điều ",
                "Trường Tiểu học ",
                "Bộ giáo dục và đào tạo ",
                "Huân chương a ",
                "(CNTT, CĐS, ",
                "công nghệ thông tin (CNTT) ",
                "gồm 5 ông, a ",
                "Như Điều 1 ",
                "Nguyễn Văn ",
                "tốt. các ",
                "“",
                "\n"
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void isReadToItsEnd(String part) {
        var examined = new Examined(
                document(part.repeat(LENGTH / part.length()) + ":"), Draft.unseen(), LocalDate.of(2026, 11, 24));
        for (Rule rule : RULES) {
            assertThatCode(() -> rule.examine(examined, breach -> {}))
                    .as(rule.getClass().getSimpleName())
                    .doesNotThrowAnyException();
        }
    }
}
