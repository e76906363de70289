package vn.antin.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.template.Field;
import vn.antin.template.FieldProblem;
import vn.antin.template.TemplateRevision;

/**
 * What a person filled in, row by row, with everything that is wrong with it as far as the file itself tells.
 *
 * @param rows the documents, in the order of the sheet
 * @param loose faults of no document, such as an annex whose document is not there
 * @param remarks what the person should know though nothing is wrong
 */
record FilledForm(List<FilledRow> rows, List<Fault> loose, List<String> remarks) {
    private static final int REMARKS = 20;
    private static final int ROWS_NAMED = 12;

    /** Reads a file from anyone; a refusal when it is not this template's form at all. */
    static FilledForm read(byte[] file, Form form, People people, Rehearsal rehearsal) {
        var limits = new HashMap<String, Integer>();
        limits.put(Form.MARKS, Form.MOST_ROWS);
        limits.put(Form.DOCUMENTS, Form.MOST_ROWS + 12);
        form.annexFields().forEach(it -> limits.put(form.sheet(it), Form.MOST_ANNEX_ROWS + 12));
        return new Reading(SheetReader.read(file, limits), form, people, rehearsal).result();
    }

    /** One file being read. */
    private static final class Reading {
        private final Map<String, Sheet> sheets;
        private final Form form;
        private final People people;
        private final Rehearsal rehearsal;
        private final List<Column> columns;
        private final Map<String, AnnexSheet> annexes = new LinkedHashMap<>();
        private final List<Fault> loose = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        private Reading(Map<String, Sheet> sheets, Form form, People people, Rehearsal rehearsal) {
            this.sheets = sheets;
            this.form = form;
            this.people = people;
            this.rehearsal = rehearsal;
            this.columns = form.columns();
        }

        private FilledForm result() {
            compareMarks();
            Sheet documents = sheets.get(Form.DOCUMENTS);
            if (documents == null) {
                throw new Refusal(BulkReason.SHEET_MISSING, Form.DOCUMENTS);
            }
            Headings headings = Headings.of(documents, columns);
            remarkOn(documents, headings, columns);
            for (Field field : form.annexFields()) {
                Sheet sheet = sheets.get(form.sheet(field));
                if (sheet == null) {
                    remarks.add("Tệp không có trang “" + form.sheet(field) + "”: các văn bản không có phụ lục.");
                } else {
                    Headings own = Headings.of(sheet, Form.annexColumns());
                    remarkOn(sheet, own, Form.annexColumns());
                    annexes.put(field.name(), AnnexSheet.of(sheet, own));
                }
            }
            var rows = new ArrayList<FilledRow>();
            documents.rows().tailMap(headings.hints() + 1).forEach((number, cells) -> {
                if (cells.keySet().stream().anyMatch(headings.at()::containsValue)) {
                    rows.add(row(documents, headings, number, cells));
                }
            });
            if (rows.isEmpty()) {
                throw new Refusal(BulkReason.NOTHING_FILLED);
            }
            if (rows.size() > Form.MOST_ROWS) {
                throw new Refusal(BulkReason.TOO_MANY_ROWS, Form.DOCUMENTS, Form.MOST_ROWS);
            }
            var apart = Duplicates.tell(rows, Form.DOCUMENTS, headings);
            annexes.values().forEach(it -> loose.addAll(it.withoutDocument(apart)));
            return new FilledForm(
                    apart, List.copyOf(loose), remarks.stream().limit(REMARKS).toList());
        }

        private void compareMarks() {
            Sheet marks = sheets.get(Form.MARKS);
            TemplateRevision template = form.template();
            if (marks == null) {
                remarks.add(
                        "Tệp không mang dấu của biểu mẫu nào; đã đọc theo tên cột của mẫu “" + template.title() + "”.");
                return;
            }
            String name = marks.text(1, 0);
            if (!name.equals(template.name())) {
                throw new Refusal(BulkReason.OTHER_TEMPLATE, Words.clip(name), template.name());
            }
            if (!marks.text(2, 0).equals(template.digest().hex())) {
                remarks.add(
                        "Biểu mẫu lập từ bản khác của mẫu “" + template.title()
                                + "”, mẫu đã sửa từ đó. Mọi ô được kiểm tra theo bản hiện nay; nên tải biểu mẫu mới cho lần sau.");
            }
        }

        private void remarkOn(Sheet sheet, Headings headings, List<Column> expected) {
            headings.unknown().forEach((column, heading) -> {
                if (sheet.rows().tailMap(headings.hints() + 1).values().stream()
                        .anyMatch(it -> it.containsKey(column))) {
                    remarks.add("Không có mục nào tên “" + Words.clip(heading) + "” (" + sheet.name() + "!"
                            + Cell.letter(column) + headings.row() + "): cột này không được đọc.");
                }
            });
            headings.gone(expected).stream()
                    .filter(it -> !it.name().startsWith("#"))
                    .forEach(it -> remarks.add(
                            "Trang “" + sheet.name() + "” không còn cột “" + it.heading() + "”: coi như để trống."));
            var nameless = sheet.rows().tailMap(headings.hints() + 1).values().stream()
                    .flatMap(it -> it.values().stream())
                    .filter(it -> !headings.at().containsValue(it.column())
                            && !headings.unknown().containsKey(it.column()))
                    .findFirst();
            nameless.ifPresent(it -> remarks.add("Ô " + sheet.name() + "!" + it.letter() + it.row()
                    + " nằm dưới cột không có tên: cột này không được đọc."));
            var hidden = sheet.hidden().stream()
                    .filter(it -> it > headings.hints())
                    .map(String::valueOf)
                    .toList();
            if (!hidden.isEmpty()) {
                remarks.add("Trang “" + sheet.name() + "” có " + hidden.size() + " dòng đang bị ẩn nhưng vẫn được đọc: "
                        + String.join(", ", hidden.subList(0, Math.min(hidden.size(), ROWS_NAMED)))
                        + (hidden.size() > ROWS_NAMED ? "…" : "") + ".");
            }
        }

        private FilledRow row(Sheet sheet, Headings headings, int number, SortedMap<Integer, Cell> cells) {
            var faults = new ArrayList<Fault>();
            var answers = JsonNodeFactory.instance.objectNode();
            var refused = new ArrayList<String>();
            for (Column column : columns) {
                Cell cell = cells.get(headings.at().getOrDefault(column.name(), -1));
                Answer answer = Answer.of(cell, column.field());
                if (answer.refusal() != null) {
                    faults.add(new Fault(sheet.name(), number, headings.letter(column.name()), answer.refusal()));
                    refused.add(column.name());
                } else if (column.field() != null && answer.value() != null) {
                    answers.set(column.name(), answer.value());
                }
            }
            faults.addAll(merged(sheet, headings, number));
            String key = text(cells, headings, Column.KEY);
            annexes.forEach((field, it) -> {
                if (it.has(key)) {
                    answers.set(field, it.answers(key));
                    faults.addAll(it.faults(key));
                }
            });
            for (FieldProblem problem : form.template().problems(answers)) {
                String field = problem.field().split("/", 2)[0];
                if (!refused.contains(field)) {
                    faults.add(fault(sheet, headings, number, key, problem.field(), problem.message()));
                }
            }
            AgencyId body = body(sheet, headings, number, cells, faults);
            PersonId signatory = body == null ? null : signatory(body, sheet, headings, number, cells, faults);
            if (faults.isEmpty() && body != null && signatory != null) {
                rehearsal
                        .troubles(form.template(), body, signatory, answers)
                        .forEach(it -> faults.add(fault(sheet, headings, number, key, it.path(), it.reason())));
            }
            return new FilledRow(number, key, body, signatory, answers, faults);
        }

        private Fault fault(Sheet sheet, Headings headings, int number, String key, String where, String reason) {
            String[] path = where.split("/", -1);
            AnnexSheet annex = annexes.get(path[0]);
            return annex == null
                    ? new Fault(sheet.name(), number, headings.letter(path[0]), reason)
                    : annex.fault(key, path, reason);
        }

        private static List<Fault> merged(Sheet sheet, Headings headings, int number) {
            return sheet.merged().stream()
                    .filter(it -> it.firstRow() <= number && number <= it.lastRow())
                    .filter(it -> headings.at().values().stream()
                            .anyMatch(column -> it.firstColumn() <= column && column <= it.lastColumn()))
                    .limit(columnsOf(headings))
                    .map(it -> new Fault(
                            sheet.name(),
                            number,
                            Cell.letter(it.firstColumn()),
                            "Các ô " + it.written() + " bị gộp; hãy bỏ gộp rồi điền từng ô."))
                    .toList();
        }

        private static int columnsOf(Headings headings) {
            return headings.at().size();
        }

        private @Nullable AgencyId body(
                Sheet sheet, Headings headings, int number, SortedMap<Integer, Cell> cells, List<Fault> faults) {
            String typed = text(cells, headings, Column.AGENCY);
            if (people.only() != null && typed.isEmpty()) {
                return people.only();
            }
            var meant = people.body(typed);
            if (meant.isEmpty()
                    && faults.stream().noneMatch(it -> it.column().equals(headings.letter(Column.AGENCY)))) {
                faults.add(new Fault(
                        sheet.name(),
                        number,
                        headings.letter(Column.AGENCY),
                        typed.isEmpty()
                                ? "Cần chọn “Cơ quan ban hành”."
                                : "Không lập được văn bản của cơ quan “" + Words.clip(typed)
                                        + "”; hãy chọn trong danh sách."));
            }
            return meant.orElse(null);
        }

        private @Nullable PersonId signatory(
                AgencyId body,
                Sheet sheet,
                Headings headings,
                int number,
                SortedMap<Integer, Cell> cells,
                List<Fault> faults) {
            String typed = text(cells, headings, Column.SIGNATORY);
            var able = people.register().signatories(body, people.day());
            if (typed.isEmpty() && !able.isEmpty()) {
                return able.getFirst().person();
            }
            var meant = people.signatory(body, typed);
            if (meant.isEmpty()) {
                faults.add(
                        new Fault(
                                sheet.name(),
                                number,
                                headings.letter(Column.SIGNATORY),
                                able.isEmpty()
                                        ? "Danh bạ không ghi ai được ký văn bản của cơ quan này hôm nay."
                                        : "“" + Words.clip(typed)
                                                + "” không có trong danh bạ người được ký của cơ quan hôm nay; hãy chọn trong danh sách."));
            }
            return meant.map(it -> it.person()).orElse(null);
        }

        private static String text(SortedMap<Integer, Cell> cells, Headings headings, String column) {
            Cell cell = cells.get(headings.at().getOrDefault(column, -1));
            return cell == null || cell.sort() == Cell.Sort.FORMULA
                    ? ""
                    : cell.text().strip();
        }
    }
}
