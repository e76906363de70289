package vn.antin.copy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import vn.antin.kernel.Content;
import vn.antin.render.PageAsPicture;

/** The new file that a scan's pictures are put into, page after page. */
final class ScanFile implements AutoCloseable {
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about=""
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bản sao điện tử</rdf:li></rdf:Alt></dc:title>
               <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
               <pdfaid:part>2</pdfaid:part>
               <pdfaid:conformance>B</pdfaid:conformance>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private final PDDocument document = new PDDocument();
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean archival = true;

    PDDocument document() {
        return document;
    }

    int pages() {
        return sheets.size();
    }

    /** A page that is one picture; {@code place} takes the unit square to where it lies, points. */
    void add(Sheet sheet, PDImageXObject picture, Matrix place, float width, float height) throws IOException {
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (var canvas = new PDPageContentStream(document, page)) {
            canvas.drawImage(picture, place);
        }
        sheets.add(sheet);
    }

    /** A page taken over as it is, without annotations; it may hold what PDF/A does not. */
    void addAsItIs(Sheet sheet, PDDocument source, int index) throws IOException {
        PageAsPicture.add(document, source, index);
        archival = false;
        sheets.add(sheet);
    }

    Digitised finished() throws IOException {
        document.getDocument().setVersion(1.7f);
        document.getDocumentCatalog().setLanguage("vi-VN");
        if (archival) {
            var sRgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
            var intent = new PDOutputIntent(document, new ByteArrayInputStream(sRgb));
            intent.setInfo("sRGB IEC61966-2.1");
            intent.setOutputCondition("sRGB IEC61966-2.1");
            intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
            intent.setRegistryName("http://www.color.org");
            document.getDocumentCatalog().addOutputIntent(intent);
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(PACKET.getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
        }
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return new Digitised(Content.of(bytes.toByteArray()), sheets, archival);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
