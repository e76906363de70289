package vn.antin.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.antin.template.Field;

/** Makes the form of one template as an {@code .xlsx} file. */
final class FormWriter {
    /** What the input message of a cell takes (ECMA-376 part 1, 18.3.1.32: promptTitle, prompt). */
    private static final int LONGEST_PROMPT_TITLE = 32;

    private static final int LONGEST_PROMPT = 255;
    private static final int LONGEST_EXAMPLE = 300;
    private static final int CHARACTER = 256;
    private static final int FIRST = 2;
    private static final int POINTS_A_LINE = 15;
    private static final int[] INSTRUCTION_WIDTHS = {34, 12, 60, 50};

    private final Form form;
    private final People people;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFSheet instructions;
    private final XSSFSheet marks;
    private final CellStyle heading = style(true, IndexedColors.LIGHT_CORNFLOWER_BLUE, "General");
    private final CellStyle required = style(true, IndexedColors.LIGHT_YELLOW, "General");
    private final CellStyle hint = style(false, IndexedColors.GREY_25_PERCENT, "General");
    private final CellStyle text = style(false, null, "@");
    private final CellStyle date = style(false, null, "dd/mm/yyyy");
    private final CellStyle number = style(false, null, "General");
    private int lists;

    private FormWriter(Form form, People people) {
        this.form = form;
        this.people = people;
        this.instructions = book.createSheet(Form.INSTRUCTIONS);
        XSSFSheet documents = book.createSheet(Form.DOCUMENTS);
        var annexes = form.annexFields().stream()
                .map(it -> book.createSheet(form.sheet(it)))
                .toList();
        this.marks = book.createSheet(Form.MARKS);
        mark();
        fill(documents, form.columns(), Form.MOST_ROWS);
        annexes.forEach(it -> fill(it, Form.annexColumns(), Form.MOST_ANNEX_ROWS));
        instruct();
        book.setSheetVisibility(book.getSheetIndex(marks), SheetVisibility.HIDDEN);
        book.setActiveSheet(book.getSheetIndex(documents));
        documents.setSelected(true);
    }

    /** The form's bytes. */
    static byte[] write(Form form, People people) {
        var writer = new FormWriter(form, people);
        try (XSSFWorkbook book = writer.book) {
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
    }

    private void mark() {
        var template = form.template();
        List.of(template.name(), template.digest().hex()).forEach(it -> {
            var row = marks.createRow(marks.getPhysicalNumberOfRows());
            row.createCell(0).setCellValue(it);
        });
        var properties = book.getProperties();
        properties.getCoreProperties().setTitle("Biểu mẫu soạn hàng loạt: " + template.title());
        properties.getCustomProperties().addProperty("antin.template", template.name());
        properties
                .getCustomProperties()
                .addProperty("antin.digest", template.digest().hex());
    }

    private void fill(XSSFSheet sheet, List<Column> columns, int rows) {
        var headings = sheet.createRow(0);
        var hints = sheet.createRow(1);
        headings.setHeightInPoints(POINTS_A_LINE * most(columns, it -> lines(it.written(), width(it))));
        hints.setHeightInPoints(POINTS_A_LINE * most(columns, it -> lines(hint(it), width(it))));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Field field = column.field();
            XSSFCell over = headings.createCell(i);
            over.setCellValue(column.written());
            over.setCellStyle(column.required() ? required : heading);
            XSSFCell below = hints.createCell(i);
            below.setCellValue(hint(column));
            below.setCellStyle(hint);
            sheet.setColumnWidth(i, width(column) * CHARACTER);
            sheet.setDefaultColumnStyle(i, styleOf(field));
            comment(sheet, over, column);
            validate(sheet, column, i, rows);
        }
        // The key column stays in sight on the right, headings and hints stay in sight below.
        sheet.createFreezePane(1, FIRST);
    }

    private static int most(List<Column> columns, ToIntFunction<Column> lines) {
        return columns.stream().mapToInt(lines).max().orElse(1);
    }

    /** Lines that the text takes in a column so many characters wide; programs do not reckon it when they open a file. */
    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(it -> 1 + it.length() / Math.max(1, width - 4))
                .sum();
    }

    static String hint(Column column) {
        Field field = column.field();
        if (field == null) {
            return column.hint();
        }
        return column.hint().isEmpty() ? Form.howToType(field) : column.hint();
    }

    private static String wholeHint(Column column) {
        Field field = column.field();
        String whole = (column.required() ? "Bắt buộc điền. " : "Không bắt buộc. ") + column.hint();
        return field == null ? whole : whole + " " + Form.howToType(field);
    }

    private void comment(XSSFSheet sheet, XSSFCell cell, Column column) {
        int at = cell.getColumnIndex();
        var comment = sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, at + 1, 0, at + 4, 4));
        comment.setString(wholeHint(column));
        comment.setAuthor("Ấn Tín");
        cell.setCellComment(comment);
    }

    private void validate(XSSFSheet sheet, Column column, int at, int rows) {
        var helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint;
        String wrong;
        List<String> choices = choices(column);
        if (choices != null) {
            constraint = helper.createFormulaListConstraint(list(choices));
            wrong = "Hãy chọn một trong danh sách.";
        } else if (sortOf(column) == Field.Sort.DATE) {
            constraint = helper.createDateConstraint(
                    OperatorType.BETWEEN, "DATE(1945,1,1)", "DATE(2199,12,31)", "dd/mm/yyyy");
            wrong = "Hãy gõ một ngày có thật, như 20/05/2025.";
        } else if (sortOf(column) == Field.Sort.NUMBER) {
            constraint = helper.createDecimalConstraint(OperatorType.BETWEEN, "-1000000000000", "1000000000000");
            wrong = "Hãy gõ một con số.";
        } else {
            int most = Math.min(mostCharacters(column), Form.LONGEST_CELL);
            constraint = helper.createTextLengthConstraint(OperatorType.BETWEEN, "0", Integer.toString(most));
            wrong = "Dài quá " + most + " ký tự.";
        }
        var validation = helper.createValidation(constraint, new CellRangeAddressList(FIRST, FIRST + rows - 1, at, at));
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        validation.setShowPromptBox(true);
        validation.createPromptBox(
                brief(column.written(), LONGEST_PROMPT_TITLE), brief(wholeHint(column), LONGEST_PROMPT));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox(brief(column.heading(), LONGEST_PROMPT_TITLE), wrong);
        sheet.addValidationData(validation);
    }

    private @Nullable List<String> choices(Column column) {
        Field field = column.field();
        List<String> choices = switch (column.name()) {
            case Column.AGENCY -> people.bodyLabels();
            case Column.SIGNATORY -> people.signatoryLabels();
            case "orientation" -> field == null ? Form.ORIENTATIONS : List.of();
            default -> field != null && field.sort() == Field.Sort.CHOICE ? field.choices() : List.of();
        };
        return choices.isEmpty() ? null : choices;
    }

    /** Writes the choices down a column of the hidden sheet: a list written into the rule itself ends at 255 letters. */
    private String list(List<String> choices) {
        int column = ++lists + 1;
        for (int i = 0; i < choices.size(); i++) {
            var row = marks.getRow(i) == null ? marks.createRow(i) : marks.getRow(i);
            row.createCell(column).setCellValue(choices.get(i));
        }
        String letter = Cell.letter(column);
        return "'%s'!$%s$1:$%s$%d".formatted(Form.MARKS, letter, letter, choices.size());
    }

    private void instruct() {
        for (int i = 0; i < INSTRUCTION_WIDTHS.length; i++) {
            instructions.setColumnWidth(i, INSTRUCTION_WIDTHS[i] * CHARACTER);
        }
        line(null, "Biểu mẫu soạn hàng loạt: " + form.template().title());
        for (String it : List.of(
                "1. Điền trang “" + Form.DOCUMENTS + "”, mỗi dòng một văn bản, từ dòng 3; nhiều nhất " + Form.MOST_ROWS
                        + " dòng. Cột nền vàng có dấu * phải điền.",
                "2. Xuống dòng trong ô bằng Alt+Enter. Một ô chứa được " + Form.LONGEST_CELL + " ký tự.",
                "3. Không đổi tên trang và tên cột; đổi thứ tự cột, bỏ cột không bắt buộc thì được.",
                "4. Không dùng công thức và không gộp ô: hãy dán giá trị (Dán đặc biệt, Giá trị).",
                "5. Lưu thành tệp .xlsx rồi gửi lên; hệ thống báo mọi chỗ sai trước khi lập văn bản nào.")) {
            line(null, it);
        }
        if (!form.annexFields().isEmpty()) {
            line(null, "6. Phụ lục điền ở trang riêng, mỗi phụ lục một dòng, cột “Mã dòng” ghi mã của văn bản.");
        }
        instructions.createRow(instructions.getPhysicalNumberOfRows());
        line(heading, "Cột", "Bắt buộc", "Cách điền", "Ví dụ");
        JsonNode sample = form.template().sample();
        for (Column column : form.columns()) {
            line(
                    text,
                    column.heading(),
                    column.required() ? "có" : "",
                    wholeHint(column),
                    brief(example(column, sample.path(column.name())), LONGEST_EXAMPLE));
        }
        for (Field field : form.annexFields()) {
            for (Column column : Form.annexColumns()) {
                line(
                        text,
                        form.sheet(field) + ": " + column.heading(),
                        column.required() ? "có" : "",
                        wholeHint(column),
                        brief(example(column, sample.path(field.name()).path(0).path(column.name())), LONGEST_EXAMPLE));
            }
        }
    }

    /** A row of the table of instructions; without a style, a sentence that runs over all columns. */
    private void line(@Nullable CellStyle style, String... words) {
        var row = instructions.createRow(instructions.getPhysicalNumberOfRows());
        int lines = 1;
        for (int i = 0; i < words.length; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(words[i]);
            if (style != null) {
                cell.setCellStyle(style);
                lines = Math.max(lines, lines(words[i], INSTRUCTION_WIDTHS[i]));
            }
        }
        row.setHeightInPoints(POINTS_A_LINE * lines);
    }

    /** The sample's answer as a person would type it. */
    private static String example(Column column, JsonNode answer) {
        if (sortOf(column) == Field.Sort.DATE && answer.isString()) {
            return Answer.SHOWN.format(LocalDate.parse(answer.asString()));
        }
        if (answer.isNumber()) {
            return answer.asString().replace('.', ',');
        }
        if (answer.isArray()) {
            return answer.valueStream().map(it -> it.asString("")).collect(Collectors.joining("\n"));
        }
        return answer.asString("");
    }

    private static Field.@Nullable Sort sortOf(Column column) {
        Field field = column.field();
        return field == null ? null : field.sort();
    }

    private static int mostCharacters(Column column) {
        Field field = column.field();
        return field != null && field.sort() == Field.Sort.TEXT ? field.maxLength() : Form.LONGEST_CELL;
    }

    private static int width(Column column) {
        Field.Sort sort = sortOf(column);
        if (sort == null) {
            return column.name().equals("body") ? 60 : 28;
        }
        return switch (sort) {
            case TEXT -> 36;
            case LINES -> 44;
            case OUTLINE -> 70;
            case DATE, NUMBER -> 18;
            case CHOICE, ANNEXES -> 26;
        };
    }

    private CellStyle styleOf(@Nullable Field field) {
        if (field == null) {
            return text;
        }
        return switch (field.sort()) {
            case TEXT, LINES, OUTLINE, CHOICE, ANNEXES -> text;
            case DATE -> date;
            case NUMBER -> number;
        };
    }

    private CellStyle style(boolean bold, @Nullable IndexedColors ground, String format) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setBold(bold);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        if (ground != null) {
            style.setFillForegroundColor(ground.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    static String brief(String text, int most) {
        return text.length() <= most ? text : Words.start(text, most - 1) + "…";
    }
}
