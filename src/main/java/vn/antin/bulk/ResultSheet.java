package vn.antin.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What came of each row, as an {@code .xlsx} file beside the one that was handed in. */
final class ResultSheet {
    static final String RESULT = "Kết quả";
    static final String REMARKS = "Lưu ý";

    private static final List<String> HEADINGS =
            List.of("Dòng", "Mã dòng", "Trạng thái", "Trích yếu", "Mã tra cứu", "Địa chỉ văn bản", "Lỗi");
    private static final int[] WIDTHS = {8, 24, 22, 60, 18, 50, 90};
    private static final int CHARACTER = 256;
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    private ResultSheet() {}

    static byte[] write(Batch batch, List<Batch.Row> rows, String address) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var wrapped = book.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            var bold = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            XSSFSheet sheet = book.createSheet(RESULT);
            line(sheet, bold, HEADINGS);
            sheet.createFreezePane(0, 1);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
            }
            for (Batch.Row it : rows) {
                String link = it.document() == null || it.code() == null ? "" : address + "/van-ban/" + it.document();
                int at = line(
                        sheet,
                        wrapped,
                        List.of(
                                Integer.toString(it.number()),
                                it.name(),
                                it.state().vietnamese(),
                                it.subject(),
                                it.code() == null ? "" : it.code(),
                                link,
                                it.faults().stream()
                                        .map(fault -> fault.place() + ": " + fault.reason())
                                        .collect(Collectors.joining("\n"))));
                if (!link.isEmpty()) {
                    var opened = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
                    opened.setAddress(link);
                    sheet.getRow(at)
                            .getCell(HEADINGS.indexOf("Địa chỉ văn bản"))
                            .setHyperlink(opened);
                }
            }
            if (!batch.remarks().isEmpty() || !batch.faults().isEmpty()) {
                XSSFSheet remarks = book.createSheet(REMARKS);
                remarks.setColumnWidth(0, 120 * CHARACTER);
                batch.remarks().forEach(it -> line(remarks, wrapped, List.of(it)));
                batch.faults().forEach(it -> line(remarks, wrapped, List.of(it.place() + ": " + it.reason())));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
    }

    private static int line(XSSFSheet sheet, CellStyle style, List<String> words) {
        int at = sheet.getPhysicalNumberOfRows();
        var row = sheet.createRow(at);
        for (int i = 0; i < words.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(harmless(words.get(i)));
            cell.setCellStyle(style);
        }
        return at;
    }

    /**
     * A text cell is no formula, but it becomes one in whatever is later made of the file (OWASP, CSV injection); an
     * apostrophe before it keeps it text.
     */
    static String harmless(String text) {
        String fitting = FormWriter.brief(text, Form.LONGEST_CELL - 1);
        return !fitting.isEmpty() && FORMULA_STARTS.indexOf(fitting.charAt(0)) >= 0 ? "'" + fitting : fitting;
    }
}
