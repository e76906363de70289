package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from people who mean harm, and files that only look like one. */
class HostileSpreadsheetTests {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void aBombIsRefusedBeforeItSwells() {
        byte[] zeros = new byte[200 << 20];
        refused(altered((name, part) -> name.equals(SHEET) ? zeros : part), "bulk.SWOLLEN");
        byte[] styles = new byte[5 << 20];
        refused(altered((name, part) -> name.equals("xl/styles.xml") ? styles : part), "bulk.SWOLLEN");
    }

    /** Packed so loosely that no ratio gives it away: only counting does. */
    @Test
    void whatSwellsSlowlyIsRefusedToo() {
        byte[] sheet = loose(70 << 20);
        byte[] styles = loose(5 << 20);
        refused(altered((name, part) -> name.equals(SHEET) ? sheet : part), "bulk.SWOLLEN");
        refused(altered((name, part) -> name.equals("xl/styles.xml") ? styles : part), "bulk.SWOLLEN");
    }

    private static byte[] loose(int length) {
        var chance = new Random(1);
        byte[] bytes = new byte[length];
        byte[] some = new byte[64];
        for (int i = 0; i + some.length < length; i += 4096) {
            chance.nextBytes(some);
            System.arraycopy(some, 0, bytes, i, some.length);
        }
        return bytes;
    }

    @Test
    void aMillionRowsAreRefusedAfterTheFirstThousands() {
        String rows = IntStream.rangeClosed(1, 1_000_000)
                .mapToObj(it -> "<row r=\"" + it + "\"><c r=\"A" + it + "\"><v>" + it + "</v></c></row>")
                .collect(Collectors.joining());
        refused(sheet(rows), "bulk.TOO_MANY_ROWS");
    }

    @Test
    void aMillionEmptyRowsAreNothing() {
        String rows = IntStream.rangeClosed(2, 1_000_000)
                .mapToObj(it -> "<row r=\"" + it + "\"/>")
                .collect(Collectors.joining());
        assertThat(read(sheet(rows)).rows()).isEmpty();
    }

    @Test
    void moreTextThanADeskTakesIsRefused() {
        String text = "<is><t>" + "a".repeat(3_000_000) + "</t></is>";
        String rows = IntStream.rangeClosed(1, 9)
                .mapToObj(it -> "<row r=\"" + it + "\"><c r=\"A" + it + "\" t=\"inlineStr\">" + text + "</c></row>")
                .collect(Collectors.joining());
        assertThatThrownBy(() -> read(sheet(rows)))
                .satisfies(it -> assertThat(it.getMessage()).isIn("bulk.TOO_MUCH_TEXT", "bulk.SWOLLEN"));
    }

    @Test
    void entitiesAreNeitherFetchedNorExpanded() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/x.dtd";
            for (String part : new String[] {SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"}) {
                for (String type : new String[] {
                    "<!DOCTYPE x SYSTEM \"" + address + "\">",
                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + address + "\"><!ENTITY b \"&a;&a;\">]>",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY % c SYSTEM \""
                            + address + "\"> %c;]>"
                }) {
                    byte[] file = altered((name, content) -> name.equals(part)
                            ? text(content).replaceFirst("\\?>", "?>" + type).getBytes(StandardCharsets.UTF_8)
                            : content);
                    refused(file, "bulk.NOT_A_WORKBOOK");
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void linksToOtherFilesAreNotFollowed() {
        byte[] file = altered((name, content) -> name.equals(SHEET)
                ? text(content)
                        .replace(
                                "</sheetData>",
                                "<row r=\"9\"><c r=\"A9\"><f>[1]Sheet1!A1</f><v>7</v></c></row></sheetData>")
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        assertThat(cell(read(file), 9).sort()).isEqualTo(Cell.Sort.FORMULA);
    }

    @Test
    void aFormulaWithoutAResultIsSeenToo() {
        assertThat(cell(read(sheet("<row r=\"1\"><c r=\"A1\"><f>1+1</f></c></row>")), 1)
                        .sort())
                .isEqualTo(Cell.Sort.FORMULA);
    }

    @Test
    void macrosAreRefused() {
        refused(
                altered((name, content) -> name.equals("[Content_Types].xml")
                        ? text(content)
                                .replace(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                                .getBytes(StandardCharsets.UTF_8)
                        : content),
                "bulk.MACROS");
        refused(with("xl/vbaProject.bin", new byte[10]), "bulk.MACROS");
    }

    @Test
    void oldAndProtectedFilesAreToldApartFromNonsense() throws IOException {
        try (var old = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            old.createSheet("Văn bản");
            old.write(out);
            refused(out.toByteArray(), "bulk.PROTECTED_OR_OLD");
        }
        refused(new byte[0], "bulk.NO_FILE");
        refused("Mã dòng;Trích yếu\n1;a".getBytes(StandardCharsets.UTF_8), "bulk.NOT_A_WORKBOOK");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "bulk.NOT_A_WORKBOOK");
        refused(new byte[11 << 20], "bulk.FILE_TOO_LARGE");
        byte[] whole = workbook();
        refused(java.util.Arrays.copyOf(whole, whole.length / 2), "bulk.NOT_A_WORKBOOK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"-5\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>một</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>NaN</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"99\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></row>",
            })
    void brokenPartsEndInARefusalAndInNothingElse(String rows) {
        try {
            read(sheet(rows));
        } catch (vn.antin.kernel.Refusal refused) {
            assertThat(refused).hasMessage("bulk.NOT_A_WORKBOOK");
        }
    }

    /** Each would be read once more, and a large sheet of nothing takes seconds and few bytes. */
    @Test
    void aSheetNamedTwiceIsRefused() {
        refused(
                altered((name, content) -> name.equals("xl/workbook.xml")
                        ? text(content).replaceFirst("(<sheet [^>]*/>)", "$1$1").getBytes(StandardCharsets.UTF_8)
                        : content),
                "bulk.NOT_A_WORKBOOK");
    }

    /** Sheets and shared texts may be large because they are never made into a tree; whatever is, may not. */
    @ParameterizedTest
    @ValueSource(strings = {"spreadsheetml.styles+xml", "theme+xml", "spreadsheetml.sheet.main+xml"})
    void nothingThatIsMadeATreeOfHidesBehindTheNameOfAStream(String type) {
        String large = unlikeABomb(5 << 20);
        for (String disguise : new String[] {"xl/sharedStrings.xml", "xl/worksheets/sheet7.xml"}) {
            byte[] file = rewritten(
                    (name, content) -> name.equals("[Content_Types].xml")
                            ? text(content)
                                    .replaceAll("<Override [^>]*PartName=\"/" + disguise + "\"[^>]*/>", "")
                                    .replaceFirst(
                                            "</Types>",
                                            "<Override PartName=\"/" + disguise
                                                    + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                                                    + type
                                                    + "\"/></Types>")
                                    .getBytes(StandardCharsets.UTF_8)
                            : content,
                    disguise,
                    ("<x>" + large + "</x>").getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(file)).as(disguise).hasMessage("bulk.SWOLLEN");
        }
    }

    /** POI makes a tree of them before anybody can ask how large they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"CORE\"/>",
                "<Override ContentType='CORE' PartName='/xl/worksheets/sheet1.xml'/>",
                "<Override PartName=\"/xl/shared&#83;trings.xml\" ContentType=\"CORE\"/>",
                "<Default ContentType=\"CORE\" Extension=\"xml\"/>",
            })
    void theParcelsPropertiesDoNotLieWhereLargePartsMay(String type) {
        String core = "application/vnd.openxmlformats-package.core-properties+xml";
        refused(
                altered((name, content) -> name.equals("[Content_Types].xml")
                        ? text(content)
                                .replace("</Types>", type.replace("CORE", core) + "</Types>")
                                .getBytes(StandardCharsets.UTF_8)
                        : content),
                "bulk.NOT_A_WORKBOOK");
        refused(
                altered((name, content) -> name.equals("[Content_Types].xml")
                        ? text(content).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)
                        : content),
                "bulk.NOT_A_WORKBOOK");
    }

    @Test
    void aListOfNeighboursIsNoSheet() {
        refused(with("xl/worksheets/sheet/_rels/sheet.xml.rels", new byte[5 << 20]), "bulk.SWOLLEN");
    }

    @Test
    void noSheetIsTheWorkbookItself() {
        byte[] file = altered((name, content) -> {
            String text = text(content);
            return switch (name) {
                case "_rels/.rels" -> text.replace("xl/workbook.xml", SHEET).getBytes(StandardCharsets.UTF_8);
                case SHEET ->
                    text.replace("<sheetData>", "<!--" + unlikeABomb(5 << 20) + "--><sheetData>")
                            .getBytes(StandardCharsets.UTF_8);
                default -> content;
            };
        });
        refused(file, "bulk.SWOLLEN");
    }

    @Test
    void cellsFarToTheRightAreLeftOut() {
        assertThat(read(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>1</v></c></row>"))
                        .rows())
                .isEmpty();
    }

    @Test
    void whatCouldBecomeAFormulaIsKeptText() {
        for (String text : new String[] {"=1+1", "+84912", "-gạch", "@x", "\t=1", "|x"}) {
            assertThat(ResultSheet.harmless(text)).isEqualTo("'" + text);
        }
        assertThat(ResultSheet.harmless("V/v báo cáo = 1")).isEqualTo("V/v báo cáo = 1");
    }

    /** Letters that hardly pack. */
    private static String unlikeABomb(int length) {
        return new java.util.Random(1)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Sheet read(byte[] file) {
        return Objects.requireNonNull(
                SheetReader.read(file, Map.of("Văn bản", 2000)).get("Văn bản"));
    }

    private static Cell cell(Sheet sheet, int row) {
        return Objects.requireNonNull(
                Objects.requireNonNull(sheet.rows().get(row)).get(0));
    }

    private static void refused(byte[] file, String reason) {
        assertThatThrownBy(() -> read(file)).hasMessage(reason);
    }

    private static byte[] workbook() {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var cell = book.createSheet("Văn bản").createRow(0).createCell(0);
            cell.setCellValue("chữ");
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sheet(String rows) {
        return altered((name, content) -> name.equals(SHEET)
                ? text(content)
                        .replaceFirst("(?s)<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>")
                        .getBytes(StandardCharsets.UTF_8)
                : content);
    }

    private static byte[] altered(BiFunction<String, byte[], byte[]> change) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook()));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(it.getName()));
                zip.write(change.apply(it.getName(), in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook changed, and one part put in place of what stood there. */
    private static byte[] rewritten(BiFunction<String, byte[], byte[]> change, String part, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook()));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
                if (!it.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(it.getName()));
                    zip.write(change.apply(it.getName(), in.readAllBytes()));
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] with(String part, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook()));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(it.getName()));
                zip.write(in.readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }
}
