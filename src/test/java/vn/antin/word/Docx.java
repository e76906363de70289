package vn.antin.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.antin.kernel.Content;

/** A Word file put together by hand, part by part. */
final class Docx {
    static final String NAMES = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
            + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
            + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
            + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
            + " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'"
            + " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"
            + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
            + " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder types = new StringBuilder();
    private String mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    static Docx of(String body) {
        return new Docx()
                .part("word/document.xml", "<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>");
    }

    Docx part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    Docx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Docx mainType(String type) {
        mainType = type;
        return this;
    }

    /** A part of its own type that the main part knows by that id. */
    Docx related(String id, String sort, String name, String xml) {
        relation(id, sort, name, false);
        types.append("<Override PartName='/word/")
                .append(name)
                .append("' ContentType='")
                .append(
                        sort.equals("chart")
                                ? "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
                                : "application/vnd.openxmlformats-officedocument.wordprocessingml." + sort + "+xml")
                .append("'/>");
        return part("word/" + name, xml);
    }

    Docx relation(String id, String sort, String target, boolean outside) {
        relations
                .append("<Relationship Id='")
                .append(id)
                .append("' Type='")
                .append(RELATIONS)
                .append(sort)
                .append("' Target='")
                .append(target)
                .append(outside ? "' TargetMode='External'/>" : "'/>");
        return this;
    }

    Content file() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                    + "<Default Extension='xml' ContentType='application/xml'/><Default Extension='png' ContentType='image/png'/>"
                                    + "<Default Extension='bin' ContentType='application/vnd.openxmlformats-officedocument.oleObject'/>"
                                    + "<Override PartName='/word/document.xml' ContentType='" + mainType + "'/>" + types
                                    + "</Types>")
                            .getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "_rels/.rels",
                    rels("<Relationship Id='rId1' Type='" + RELATIONS
                            + "officeDocument' Target='word/document.xml'/>"));
            put(zip, "word/_rels/document.xml.rels", rels(relations.toString()));
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Content.of(bytes.toByteArray());
    }

    private static byte[] rels(String relations) {
        return ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                        + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** A paragraph of plain text. */
    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String p(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    static String cell(String content) {
        return "<w:tc><w:tcPr/>" + content + "</w:tc>";
    }
}
