package vn.antin.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.antin.kernel.Refusal;

/** Reads the cells of an {@code .xlsx} file from anyone, as they stream by, in bounded memory. */
final class SheetReader {
    private SheetReader() {}

    /**
     * The sheets that {@code rows} names, each with the most filled rows it may have; those that are missing are left
     * out, all others are not looked at.
     */
    static Map<String, Sheet> read(byte[] file, Map<String, Integer> rows) {
        Parcel.inspect(file);
        try (var parcel = OPCPackage.open(new ByteArrayInputStream(file))) {
            if (!parcel.getPartsByContentType(XSSFRelation.MACROS_WORKBOOK.getContentType())
                    .isEmpty()) {
                throw new Refusal(BulkReason.MACROS);
            }
            for (PackagePart part : parcel.getPartsByContentType(XSSFRelation.STYLES.getContentType())) {
                // The one tree that a part with a sheet's name, and a sheet's leave to be large, could be made into.
                if (part.getPartName().getName().contains("/worksheets/")) {
                    throw new Refusal(BulkReason.NOT_A_WORKBOOK);
                }
            }
            var reader = new XSSFReader(parcel);
            var texts = new ReadOnlySharedStringsTable(parcel);
            var styles = reader.getStylesTable();
            var budget = new SheetCells.Budget();
            boolean since1904 = countsFrom1904(reader);
            var found = new HashMap<String, Sheet>();
            var sheets = reader.getSheetIterator();
            while (sheets.hasNext()) {
                try (InputStream part = sheets.next()) {
                    String name = sheets.getSheetName();
                    Integer most = rows.get(name);
                    if (most == null) {
                        continue;
                    }
                    var cells = SheetCells.of(name, most, styles, texts, since1904, budget);
                    var xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(cells);
                    xml.parse(new InputSource(part));
                    found.put(name, cells.sheet());
                }
            }
            return found;
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | org.apache.xmlbeans.XmlException
                | RuntimeException e) {
            // POI answers a broken file with whatever exception its first broken part meets.
            throw new Refusal(
                    String.valueOf(e.getMessage()).contains("Zip bomb")
                            ? BulkReason.SWOLLEN
                            : BulkReason.NOT_A_WORKBOOK,
                    e);
        }
    }

    /** Workbooks from old Macintoshes count days from 1904 (ECMA-376 part 1, 18.17.4.1). */
    private static boolean countsFrom1904(XSSFReader reader)
            throws IOException, OpenXML4JException, org.apache.xmlbeans.XmlException {
        try (InputStream part = reader.getWorkbookData()) {
            var settings = WorkbookDocument.Factory.parse(
                            part, org.apache.poi.ooxml.POIXMLTypeLoader.DEFAULT_XML_OPTIONS)
                    .getWorkbook()
                    .getWorkbookPr();
            return settings != null && settings.getDate1904();
        }
    }
}
