package vn.antin.bulk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import vn.antin.kernel.Refusal;

/** Takes what POI reads of one sheet, and what POI does not hand on: formulas, hidden rows, merged cells. */
final class SheetCells extends XSSFSheetXMLHandler {
    /** Characters that all sheets of a file may hold together. */
    static final int MOST_CHARACTERS = 20_000_000;
    /** Columns further right are not looked at; no form has as many. */
    static final int MOST_COLUMNS = 256;

    private static final int MOST_MERGED = 5_000;

    private final Cells cells;

    private SheetCells(Styles styles, SharedStrings texts, Cells cells) {
        super(styles, texts, cells, cells.numbers, false);
        this.cells = cells;
    }

    static SheetCells of(
            String name, int mostRows, Styles styles, SharedStrings texts, boolean since1904, Budget budget) {
        return new SheetCells(styles, texts, new Cells(name, mostRows, new Numbers(since1904), budget));
    }

    /** What is left of the characters that a file may hold. */
    static final class Budget {
        private long characters = MOST_CHARACTERS;

        private void take(int length) {
            characters -= length;
            if (characters < 0) {
                throw new Refusal(BulkReason.TOO_MUCH_TEXT, MOST_CHARACTERS);
            }
        }
    }

    Sheet sheet() {
        return new Sheet(cells.name, cells.rows, cells.hidden, cells.merged);
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> cells.rowIsHidden = isTrue(attributes.getValue("hidden"));
            case "c" -> cells.begin(attributes.getValue("r"), attributes.getValue("t"));
            case "f" -> cells.formula = true;
            case "mergeCell" -> cells.merge(String.valueOf(attributes.getValue("ref")));
            default -> {}
        }
        super.startElement(space, name, qualified, attributes);
    }

    /** An xsd:boolean. */
    private static boolean isTrue(@Nullable String written) {
        return "1".equals(written) || "true".equals(written);
    }

    @Override
    public void endElement(String space, String name, String qualified) throws SAXException {
        super.endElement(space, name, qualified);
        if (name.equals("c")) {
            cells.end();
        }
    }

    /** What is stored, instead of what is shown: how a number looks is the business of whoever formatted it. */
    private static final class Numbers extends DataFormatter {
        private static final MathContext AS_SPREADSHEETS_DO = new MathContext(15);
        private static final int LONGEST_FORMAT = 255;

        private final boolean since1904;
        private Cell.Sort sort = Cell.Sort.NUMBER;

        private Numbers(boolean since1904) {
            super(Locale.ROOT);
            this.since1904 = since1904;
        }

        @Override
        public String formatRawCellContents(double value, int format, String written) {
            if (written.length() <= LONGEST_FORMAT && DateUtil.isADateFormat(format, written)) {
                LocalDateTime date =
                        DateUtil.isValidExcelDate(value) ? DateUtil.getLocalDateTime(value, since1904) : null;
                if (date != null && date.getYear() < 10_000) {
                    sort = Cell.Sort.DATE;
                    return date.toLocalDate().toString();
                }
            }
            sort = written.contains("%") ? Cell.Sort.PERCENTAGE : Cell.Sort.NUMBER;
            return plain(new BigDecimal(value));
        }

        private static String plain(BigDecimal value) {
            return value.round(AS_SPREADSHEETS_DO).stripTrailingZeros().toPlainString();
        }
    }

    private static final class Cells implements SheetContentsHandler {
        private final String name;
        private final int mostRows;
        private final Numbers numbers;
        private final Budget budget;
        private final TreeMap<Integer, java.util.SortedMap<Integer, Cell>> rows = new TreeMap<>();
        private final List<Integer> hidden = new ArrayList<>();
        private final List<Sheet.Range> merged = new ArrayList<>();

        private TreeMap<Integer, Cell> current = new TreeMap<>();
        private int row;
        private int column = -1;
        private boolean rowIsHidden;
        private boolean formula;
        private String type = "";
        private @Nullable String text;

        private Cells(String name, int mostRows, Numbers numbers, Budget budget) {
            this.name = name;
            this.mostRows = mostRows;
            this.numbers = numbers;
            this.budget = budget;
        }

        private void begin(@Nullable String reference, @Nullable String type) {
            // A cell without a reference follows the one before it (ECMA-376 part 1, 18.3.1.4).
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
            this.type = type == null ? "n" : type;
            formula = false;
            text = null;
            numbers.sort = Cell.Sort.NUMBER;
        }

        private void end() {
            String read = text == null ? "" : text;
            if (column < 0 || column >= MOST_COLUMNS || (read.isBlank() && !formula)) {
                return;
            }
            budget.take(read.length());
            current.put(column, new Cell(row, column, sort(), read));
        }

        private Cell.Sort sort() {
            if (formula) {
                return Cell.Sort.FORMULA;
            }
            return switch (type) {
                case "n" -> numbers.sort;
                case "e" -> Cell.Sort.ERROR;
                default -> Cell.Sort.TEXT;
            };
        }

        private void merge(String reference) {
            if (merged.size() >= MOST_MERGED) {
                return;
            }
            var range = CellRangeAddress.valueOf(reference);
            merged.add(new Sheet.Range(
                    range.getFirstRow() + 1,
                    range.getLastRow() + 1,
                    range.getFirstColumn(),
                    range.getLastColumn(),
                    reference));
        }

        @Override
        public void startRow(int number) {
            row = number + 1;
            column = -1;
            current = new TreeMap<>();
        }

        @Override
        public void endRow(int number) {
            if (current.isEmpty()) {
                return;
            }
            rows.put(row, current);
            if (rows.size() > mostRows) {
                throw new Refusal(BulkReason.TOO_MANY_ROWS, name, mostRows);
            }
            if (rowIsHidden) {
                hidden.add(row);
            }
        }

        @Override
        public void cell(@Nullable String reference, String value, @Nullable XSSFComment comment) {
            text = value;
        }
    }
}
