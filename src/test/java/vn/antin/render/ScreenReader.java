package vn.antin.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a screen reader makes of a file: its structure tree from the root on, one element a line, with role, text, alternate
 * text and the spans of cells. Nothing outside the tree is read, as no screen reader reads it.
 */
final class ScreenReader {
    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private ScreenReader() {}

    static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var reader = new ScreenReader();
            var catalog = document.getDocumentCatalog();
            reader.out
                    .append("[")
                    .append(catalog.getLanguage())
                    .append("] ")
                    .append(document.getDocumentInformation().getTitle())
                    .append('\n');
            for (PDPage page : document.getPages()) {
                reader.listen(page);
            }
            COSDictionary root = catalog.getStructureTreeRoot().getCOSObject();
            reader.kids(root.getDictionaryObject(COSName.K), root, 0);
            return reader.out.toString().replaceAll(" +\n", "\n");
        }
    }

    private void listen(PDPage page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        var texts = new HashMap<Integer, String>();
        extractor.getMarkedContents().forEach(it -> collect(it, texts));
        pages.put(page.getCOSObject(), texts);
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        var text = new StringBuilder();
        for (Object it : content.getContents()) {
            if (it instanceof TextPosition letter) {
                text.append(letter.getUnicode());
            } else if (it instanceof PDMarkedContent inner) {
                collect(inner, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    /** Pieces of one element's text are read as one. */
    private void kids(COSBase kids, COSDictionary parent, int depth) {
        if (kids instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                kid(several.getObject(i), parent, depth);
            }
        } else if (kids != null) {
            kid(kids, parent, depth);
        }
    }

    private void kid(COSBase kid, COSDictionary parent, int depth) {
        if (kid instanceof COSInteger mcid) {
            say(text(parent.getCOSDictionary(COSName.PG), mcid.intValue()), depth);
        } else if (kid instanceof COSDictionary it && "MCR".equals(it.getNameAsString(COSName.TYPE))) {
            COSDictionary page = it.getCOSDictionary(COSName.PG);
            say(text(page == null ? parent.getCOSDictionary(COSName.PG) : page, it.getInt(COSName.MCID)), depth);
        } else if (kid instanceof COSDictionary it && "OBJR".equals(it.getNameAsString(COSName.TYPE))) {
            COSDictionary widget = it.getCOSDictionary(COSName.getPDFName("Obj"));
            say("(ô trống: " + widget.getString("TU") + ")", depth);
        } else if (kid instanceof COSDictionary element) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
            out.append("  ".repeat(depth)).append(element.getNameAsString(COSName.S));
            out.append(attributes(element)).append(':');
            if (element.containsKey("Alt")) {
                say("(" + element.getString("Alt") + ")", depth);
            }
            kids(element.getDictionaryObject(COSName.K), element, depth + 1);
            if (out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
        }
    }

    private static String attributes(COSDictionary element) {
        COSDictionary attributes = element.getCOSDictionary(COSName.A);
        if (attributes == null) {
            return "";
        }
        var said = new StringBuilder();
        for (String name : new String[] {"Scope", "ColSpan", "RowSpan", "ListNumbering"}) {
            COSBase value = attributes.getDictionaryObject(COSName.getPDFName(name));
            if (value instanceof COSName it) {
                said.append(' ').append(it.getName());
            } else if (value instanceof COSInteger it) {
                said.append(' ').append(name).append('=').append(it.intValue());
            }
        }
        return said.toString();
    }

    private void say(String text, int depth) {
        if (!text.isBlank()) {
            char before = out.charAt(out.length() - 1);
            out.append(before == '\n' ? "  ".repeat(depth) : before == ':' ? " " : "");
            out.append(text.replaceAll("\\s+", " "));
        }
    }

    private String text(COSDictionary page, int mcid) {
        return pages.getOrDefault(page, Map.of()).getOrDefault(mcid, "");
    }
}
