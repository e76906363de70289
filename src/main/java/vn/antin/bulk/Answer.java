package vn.antin.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.antin.template.Field;

/**
 * What a cell answers, or why it answers nothing. Whether the answer is right is for the template to say.
 *
 * @param value none when the cell is empty
 * @param refusal what to mend, in Vietnamese; none when the cell can be read
 */
record Answer(@Nullable JsonNode value, @Nullable String refusal) {
    private static final Answer NONE = new Answer(null, null);
    static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<DateTimeFormatter> TYPED =
            List.of(date("d/M/uuuu"), date("d-M-uuuu"), date("d.M.uuuu"), date("uuuu-M-d"));

    static Answer of(@Nullable Cell cell, @Nullable Field field) {
        if (cell == null) {
            return NONE;
        }
        return switch (cell.sort()) {
            case FORMULA -> refused("Ô chứa công thức; hãy thay bằng giá trị (sao chép rồi Dán đặc biệt, Giá trị).");
            case ERROR -> refused("Ô mang lỗi “" + Words.clip(cell.text().replace("ERROR:", "")) + "” của bảng tính.");
            case TEXT, NUMBER, PERCENTAGE, DATE -> field == null ? text(shown(cell)) : answer(cell, field);
        };
    }

    private static Answer answer(Cell cell, Field field) {
        return switch (field.sort()) {
            case TEXT, LINES, OUTLINE, CHOICE, ANNEXES -> text(shown(cell));
            case DATE -> date(cell, field);
            case NUMBER -> number(cell, field);
        };
    }

    private static Answer date(Cell cell, Field field) {
        if (cell.sort() == Cell.Sort.DATE) {
            return text(cell.text());
        }
        if (cell.sort() == Cell.Sort.TEXT) {
            for (DateTimeFormatter form : TYPED) {
                try {
                    return text(LocalDate.parse(cell.text().strip(), form).toString());
                } catch (DateTimeParseException e) {
                    // Not written in this form; the next one may fit.
                }
            }
        }
        return refused("“" + field.title() + "” phải là một ngày có thật, viết như 20/05/2025; ô đang ghi “"
                + Words.clip(cell.text()) + "”.");
    }

    private static Answer number(Cell cell, Field field) {
        return switch (cell.sort()) {
            case NUMBER -> new Answer(JsonNodeFactory.instance.numberNode(new BigDecimal(cell.text())), null);
            case PERCENTAGE ->
                refused("“" + field.title() + "”: ô định dạng phần trăm nên số lưu trong ô khác số nhìn thấy;"
                        + " hãy đổi định dạng ô về số thường và gõ lại.");
            case DATE -> refused("“" + field.title() + "” phải là một con số, không phải ngày.");
            case TEXT, FORMULA, ERROR -> text(cell.text());
        };
    }

    /** A number or date in a place for words, as a Vietnamese reader writes it. */
    private static String shown(Cell cell) {
        return switch (cell.sort()) {
            case NUMBER, PERCENTAGE -> cell.text().replace('.', ',');
            case DATE -> SHOWN.format(LocalDate.parse(cell.text()));
            case TEXT, FORMULA, ERROR -> cell.text();
        };
    }

    private static Answer text(String text) {
        return new Answer(JsonNodeFactory.instance.stringNode(text), null);
    }

    private static Answer refused(String why) {
        return new Answer(null, why);
    }

    private static DateTimeFormatter date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
