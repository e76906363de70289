package vn.antin.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.WorkbookUtil;
import vn.antin.template.Field;
import vn.antin.template.TemplateRevision;

/**
 * What the form of one template looks like: sheets, columns, names. Whoever writes it and whoever reads it ask here.
 *
 * @param severalBodies whether each row may name its own body
 */
record Form(TemplateRevision template, boolean severalBodies) {
    static final String INSTRUCTIONS = "Hướng dẫn";
    static final String DOCUMENTS = "Văn bản";
    /** Hidden: which template and revision the form was made of, and the lists behind its drop-downs. */
    static final String MARKS = "_antin";

    /** Documents of one file. */
    static final int MOST_ROWS = 2_000;
    /** Annexes of all documents of one file. */
    static final int MOST_ANNEX_ROWS = 5_000;
    /** The longest text that a cell takes (Excel specifications and limits). */
    static final int LONGEST_CELL = 32_767;

    /** How the pages of an annex may lie. */
    static final List<String> ORIENTATIONS = List.of("Trang đứng", "Trang ngang");

    private static final int LONGEST_SHEET_NAME = 31;

    /** The columns of the sheet of documents. */
    List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(new Column(
                Column.KEY,
                "Mã dòng",
                "Tên ngắn để nhận ra dòng này, như tên trường; mỗi dòng một mã khác nhau." + annexHint(),
                false,
                null));
        if (severalBodies) {
            columns.add(new Column(
                    Column.AGENCY, "Cơ quan ban hành", "Chọn cơ quan ban hành văn bản của dòng này.", true, null));
        }
        columns.add(new Column(
                Column.SIGNATORY, "Người ký", "Chọn người ký; để trống thì người đứng đầu cơ quan ký.", false, null));
        Set<String> taken = new HashSet<>();
        columns.forEach(it -> taken.add(Column.plain(it.heading())));
        for (Field field : template.fields()) {
            if (field.sort() == Field.Sort.ANNEXES) {
                continue;
            }
            // Two questions of one title can only be told apart by their names.
            String heading =
                    taken.add(Column.plain(field.title())) ? field.title() : field.title() + " (" + field.name() + ")";
            columns.add(new Column(field.name(), heading, field.hint(), field.required(), field));
        }
        return columns;
    }

    /** The columns of a sheet of annexes. */
    static List<Column> annexColumns() {
        return List.of(
                new Column(Column.KEY, "Mã dòng", "Mã dòng của văn bản mà phụ lục này đi kèm.", true, null),
                new Column("title", "Tên phụ lục", "Tên của phụ lục, không ghi “Phụ lục I”.", true, null),
                new Column("reference", "Dòng “Kèm theo”", "Để trống thì hệ thống tự ghi.", false, null),
                new Column("orientation", "Chiều trang", "Trang ngang dành cho bảng rộng.", false, null),
                new Column(
                        "body",
                        "Nội dung phụ lục",
                        "Mỗi đoạn một dòng (Alt+Enter), gõ như nội dung văn bản.",
                        true,
                        null));
    }

    /** The questions that have a sheet of their own. */
    List<Field> annexFields() {
        return template.fields().stream()
                .filter(it -> it.sort() == Field.Sort.ANNEXES)
                .toList();
    }

    /** The sheet where that question is answered. */
    String sheet(Field field) {
        return annexSheets().getOrDefault(field.name(), DOCUMENTS);
    }

    /** Two sheets of one name cannot be: letters' case does not tell them apart either. */
    private Map<String, String> annexSheets() {
        var names = new LinkedHashMap<String, String>();
        var taken = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(List.of(INSTRUCTIONS, DOCUMENTS, MARKS));
        for (Field field : annexFields()) {
            String name = sheetName(field.title(), "");
            for (int copy = 2; !taken.add(name); copy++) {
                name = sheetName(field.title(), " " + copy);
            }
            names.put(field.name(), name);
        }
        return names;
    }

    private static String sheetName(String title, String end) {
        return WorkbookUtil.createSafeSheetName(Words.start(title, LONGEST_SHEET_NAME - end.length()) + end);
    }

    private String annexHint() {
        return annexFields().isEmpty() ? "" : " Cần khi có phụ lục.";
    }

    /** What a person types into a cell of that sort, beyond the question's own hint. */
    static String howToType(Field field) {
        return switch (field.sort()) {
            case TEXT -> "Một dòng chữ, dài nhất " + field.maxLength() + " ký tự.";
            case LINES -> "Mỗi mục một dòng trong ô (Alt+Enter để xuống dòng).";
            case OUTLINE -> "Mỗi đoạn một dòng trong ô (Alt+Enter để xuống dòng); số mục do hệ thống đánh.";
            case DATE -> "Ngày, như 20/05/2025.";
            case NUMBER -> "Một con số, như 7,5.";
            case CHOICE -> "Chọn một trong: " + String.join("; ", field.choices()) + ".";
            case ANNEXES -> "Điền ở trang riêng.";
        };
    }
}
