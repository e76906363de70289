package vn.antin.copy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
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

    /** One picture may stand on every page of a small file, and is a picture of its own on each page here. */
    private static final long MOST_BYTES = 128L << 20;
    /** Each pixel is unpacked once: so many as 300 pages of A4 at 300 dots an inch have. */
    private static final long MOST_PIXELS = 300L * 2480 * 3508;

    private final PDDocument document = new PDDocument();
    private long bytes;
    private long pixels;
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
        count(picture.getCOSObject());
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (var canvas = new PDPageContentStream(document, page)) {
            canvas.drawImage(picture, place);
        }
        sheets.add(sheet);
    }

    /** A page taken over as it is, without annotations; it may hold what PDF/A does not. */
    void addAsItIs(Sheet sheet, PDDocument source, int index) throws IOException {
        count(source.getPage(index).getCOSObject());
        PageAsPicture.add(document, source, index);
        archival = false;
        sheets.add(sheet);
    }

    /** Refused before a picture of that size is unpacked, when all together would be too much work. */
    void announce(int width, int height) {
        pixels += (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new Refusal(CopyReason.TOO_HEAVY);
        }
    }

    /** What the object holds, and all that it leads to but other pages. */
    private void count(COSDictionary object) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> waiting = new ArrayDeque<>();
        waiting.add(object);
        while (!waiting.isEmpty()) {
            COSBase it = waiting.removeLast();
            if (!seen.add(it)) {
                continue;
            }
            if (it instanceof COSStream stream) {
                bytes += stream.getLength();
            }
            if (it instanceof COSDictionary dictionary) {
                dictionary.keySet().stream()
                        .filter(key -> !key.equals(COSName.PARENT) && !key.equals(COSName.ANNOTS))
                        .map(dictionary::getDictionaryObject)
                        .filter(Objects::nonNull)
                        .forEach(waiting::add);
            } else if (it instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    COSBase child = array.getObject(i);
                    if (child != null) {
                        waiting.add(child);
                    }
                }
            }
        }
        if (bytes > MOST_BYTES) {
            throw new Refusal(CopyReason.TOO_HEAVY);
        }
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
        var saved = new ByteArrayOutputStream();
        document.save(saved);
        return new Digitised(Content.of(saved.toByteArray()), sheets, archival);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
