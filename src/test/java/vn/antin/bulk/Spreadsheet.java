package vn.antin.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;

/** A form in the hands of a person who fills it in. */
final class Spreadsheet {
    private final XSSFWorkbook book;

    Spreadsheet(byte[] file) {
        try {
            book = new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook book() {
        return book;
    }

    Sheet sheet(String name) {
        return book.getSheet(name);
    }

    Sheet documents() {
        return sheet("Văn bản");
    }

    /** Types into a cell of the sheet of documents as one types words. */
    Spreadsheet type(int row, String heading, String words) {
        cell(documents(), row, heading).setCellValue(words);
        return this;
    }

    /** Whatever else one does with a cell. */
    Spreadsheet with(int row, String heading, Consumer<org.apache.poi.ss.usermodel.Cell> act) {
        act.accept(cell(documents(), row, heading));
        return this;
    }

    /** Fills a row with a template's answers, and its annexes into their sheet. */
    Spreadsheet fill(int row, String key, Form form, JsonNode answers) {
        type(row, "Mã dòng", key);
        for (Column column : form.columns()) {
            JsonNode answer = answers.path(column.name());
            if (column.field() == null || answer.isMissingNode()) {
                continue;
            }
            var cell = cell(documents(), row, column.heading());
            switch (column.field().sort()) {
                case NUMBER -> cell.setCellValue(answer.asDouble());
                case DATE -> cell.setCellValue(java.time.LocalDate.parse(answer.asString()));
                default -> cell.setCellValue(lines(answer));
            }
        }
        for (var field : form.annexFields()) {
            Sheet sheet = sheet(form.sheet(field));
            for (JsonNode annex : answers.path(field.name())) {
                int next = sheet.getLastRowNum() + 2;
                cell(sheet, next, "Mã dòng").setCellValue(key);
                for (String part : new String[] {"title", "reference", "orientation", "body"}) {
                    if (annex.has(part)) {
                        cell(
                                        sheet,
                                        next,
                                        Form.annexColumns().stream()
                                                .filter(it -> it.name().equals(part))
                                                .findFirst()
                                                .orElseThrow()
                                                .heading())
                                .setCellValue(lines(annex.path(part)));
                    }
                }
            }
        }
        return this;
    }

    byte[] saved() {
        try (var out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell in that row, as people count, under that heading; made anew like a person's click does. */
    static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, int row, String heading) {
        int column = column(sheet, heading);
        Row line = sheet.getRow(row - 1) == null ? sheet.createRow(row - 1) : sheet.getRow(row - 1);
        var cell = line.getCell(column);
        if (cell == null) {
            cell = line.createCell(column);
            cell.setCellStyle(sheet.getColumnStyle(column));
        }
        return cell;
    }

    static int column(Sheet sheet, String heading) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().replace(" *", "").equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalArgumentException("No column " + heading + " in " + sheet.getSheetName());
    }

    private static String lines(JsonNode answer) {
        return answer.isArray()
                ? answer.valueStream().map(it -> it.asString()).collect(Collectors.joining("\n"))
                : answer.asString();
    }
}
