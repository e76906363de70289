package vn.antin.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** Many reports as one table, a line each, as an {@code .xlsx} file and as a line in words. */
@Component
public class ReportTable {
    private static final List<String> HEADINGS = List.of(
            "Tệp",
            "Kết luận",
            "Còn nguyên vẹn không",
            "Ai ký, với quyền gì",
            "Người ký",
            "Trong sổ, còn hiệu lực không",
            "Số, ký hiệu",
            "Ngày ban hành",
            "Điều cần biết",
            "SHA-256",
            "Mã");
    private static final int[] WIDTHS = {44, 26, 24, 28, 44, 26, 18, 14, 80, 68, 60};
    private static final int CHARACTER = 256;
    private static final int LONGEST_CELL = 32_000;
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final AnswerWords answers;
    private final Phrases phrases;

    ReportTable(AnswerWords answers, Phrases phrases) {
        this.answers = answers;
        this.phrases = phrases;
    }

    /** Of these reports. */
    public String summary(List<Report> reports) {
        return summary(reports.stream().map(Report::conclusion).toList(), (int)
                reports.stream().filter(Report::ended).count());
    }

    /**
     * {@code 120 tệp: 117 hợp lệ, 2 không hợp lệ, 1 không có chữ ký số.}
     *
     * @param ended how many of them were replaced or recalled
     */
    public String summary(Iterable<Conclusion> conclusions, int ended) {
        Map<Conclusion, Integer> tally = new EnumMap<>(Conclusion.class);
        conclusions.forEach(it -> tally.merge(it, 1, Integer::sum));
        int all = tally.values().stream().mapToInt(Integer::intValue).sum();
        String parts = tally.entrySet().stream()
                .map(it -> phrases.text("tally." + it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "));
        String told = phrases.text("tally", all, parts);
        return ended == 0 ? told : told + " " + phrases.text("tally.ended", ended);
    }

    /** How many files a second were judged. */
    String pace(int files, Duration taken) {
        double seconds = taken.toMillis() / 1000.0;
        return phrases.text("tally.pace", files, seconds, files / Math.max(seconds, 0.001));
    }

    /** The conclusion in a few words. */
    public String conclusion(Conclusion it) {
        return phrases.text("conclusion." + it);
    }

    /**
     * The table as a workbook.
     *
     * @param asked whether the register was asked
     */
    public void write(List<Report> reports, boolean asked, OutputStream out) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var wrapped = book.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            var bold = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            XSSFSheet sheet = book.createSheet("Kết quả xác minh");
            line(sheet, bold, HEADINGS);
            sheet.createFreezePane(1, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, reports.size(), 0, HEADINGS.size() - 1));
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
            }
            reports.forEach(it -> line(sheet, wrapped, cells(it, asked)));
            XSSFSheet words = book.createSheet("Tổng hợp");
            words.setColumnWidth(0, 120 * CHARACTER);
            line(words, wrapped, List.of(summary(reports)));
            line(words, wrapped, List.of(phrases.text("table.note")));
            book.write(out);
        }
    }

    private List<String> cells(Report it, boolean asked) {
        Answers said = answers.of(it, asked);
        Report.Registered line = it.register();
        return List.of(
                it.file(),
                conclusion(it.conclusion()),
                said.unchanged().brief(),
                said.signed().brief(),
                it.signatures().stream()
                        .map(Report.Signature::signer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining("\n")),
                said.registered().brief(),
                line == null ? "" : line.number(),
                line == null ? "" : DAY.format(line.issuedOn()),
                said.all().stream()
                        .flatMap(answer -> answer.unproved().stream())
                        .distinct()
                        .collect(Collectors.joining("\n")),
                it.sha256() == null ? "" : it.sha256(),
                ReportWords.codes(it));
    }

    private static void line(XSSFSheet sheet, CellStyle style, List<String> words) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < words.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(harmless(words.get(i)));
            cell.setCellStyle(style);
        }
    }

    /** A text cell is no formula, but becomes one in whatever is later made of the file (OWASP, CSV injection). */
    private static String harmless(String text) {
        String fitting = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
        return !fitting.isEmpty() && FORMULA_STARTS.indexOf(fitting.charAt(0)) >= 0 ? "'" + fitting : fitting;
    }
}
