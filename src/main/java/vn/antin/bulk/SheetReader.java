package vn.antin.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
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
    private static final Set<String> STREAMED =
            Set.of(XSSFRelation.WORKSHEET.getContentType(), XSSFRelation.SHARED_STRINGS.getContentType());

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
            requireSmallTrees(parcel);
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
                    // Of one name there is one sheet (ECMA-376 part 1, 18.2.19); each is read at the cost of its size.
                    if (found.containsKey(name)) {
                        throw new Refusal(BulkReason.NOT_A_WORKBOOK);
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

    /** A part is large by leave of its name, and made a tree of or not by what the parcel says it is. */
    private static void requireSmallTrees(OPCPackage parcel) throws IOException, OpenXML4JException {
        var named = parcel.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        PackagePart book = named.isEmpty() ? null : parcel.getPart(named.getRelationship(0));
        PackagePartName bookName = book == null ? null : book.getPartName();
        for (PackagePart part : parcel.getParts()) {
            if ((!part.getPartName().equals(bookName) && STREAMED.contains(part.getContentType()))
                    // Read already; the parcel was asked beforehand.
                    || part instanceof PackageProperties) {
                continue;
            }
            try (InputStream content = part.getInputStream()) {
                Parcel.length(content, Parcel.MOST_OF_A_TREE);
            }
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
