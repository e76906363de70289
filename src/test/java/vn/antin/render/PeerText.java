package vn.antin.render;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;

/** The same text and tables in the languages of other engines: same paper, margins, typeface and sizes. */
final class PeerText {
    private static final Path FONTS = Path.of("src/main/resources/fonts").toAbsolutePath();

    private PeerText() {}

    static String html(AdministrativeDocument document) {
        return """
                <html><head><title>t</title><style>
                @font-face { font-family: Tinos; src: url(file://%1$s/Tinos-Regular.ttf); }
                @font-face { font-family: Tinos; font-weight: bold; src: url(file://%1$s/Tinos-Bold.ttf); }
                @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
                body { font: 14pt Tinos; text-align: justify; }
                p { margin: 6pt 0 0 0; text-indent: 1cm; }
                table { border-collapse: collapse; width: 100%%; font-size: 13pt; -fs-table-paginate: paginate; }
                td, th { border: 0.5pt solid black; padding: 3pt 4pt; text-align: left; }
                </style></head><body>
                """.formatted(FONTS)
                + parts(document).stream().map(PeerText::html).collect(Collectors.joining("\n"))
                + "</body></html>";
    }

    private static List<Block> parts(AdministrativeDocument document) {
        var parts = new java.util.ArrayList<Block>();
        document.legalBases().forEach(it -> parts.add(new Block.Paragraph(it)));
        parts.addAll(document.body());
        for (Annex annex : document.annexes()) {
            parts.addAll(annex.body());
        }
        return parts;
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph it -> it.text().plain();
            case Block.Item it -> it.marker() + " " + it.text().plain();
            case Block.Centred it -> it.text().plain();
            case Block.Table it -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String html(Block block) {
        if (!(block instanceof Block.Table table)) {
            return "<p>" + escaped(text(block)) + "</p>";
        }
        var out = new StringBuilder("<table><thead>");
        for (int i = 0; i < table.rows().size(); i++) {
            String cell = i < table.headerRows() ? "th" : "td";
            out.append(i == table.headerRows() ? "</thead><tbody>" : "").append("<tr>");
            table.rows()
                    .get(i)
                    .cells()
                    .forEach(it -> out.append("<")
                            .append(cell)
                            .append(" colspan=\"" + it.columnSpan() + "\">")
                            .append(escaped(it.text().plain()))
                            .append("</")
                            .append(cell)
                            .append(">"));
            out.append("</tr>");
        }
        return out.append("</tbody></table>").toString();
    }

    static String fo(AdministrativeDocument document) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Tinos" font-size="14pt">
                <fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm"
                 margin="20mm 15mm 20mm 30mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
                <fo:page-sequence master-reference="a4"><fo:flow flow-name="xsl-region-body" text-align="justify">
                """
                + parts(document).stream().map(PeerText::fo).collect(Collectors.joining("\n"))
                + "</fo:flow></fo:page-sequence></fo:root>";
    }

    private static String fo(Block block) {
        if (!(block instanceof Block.Table table)) {
            return "<fo:block space-before=\"6pt\" text-indent=\"1cm\">" + escaped(text(block)) + "</fo:block>";
        }
        var out = new StringBuilder("<fo:table table-layout=\"fixed\" width=\"100%\" font-size=\"13pt\">");
        for (int i = 0; i < table.widths().size(); i++) {
            out.append("<fo:table-column column-width=\"proportional-column-width(")
                    .append(i == 1 ? 6 : 2)
                    .append(")\"/>");
        }
        out.append(table.headerRows() > 0 ? "<fo:table-header>" : "<fo:table-body>");
        for (int i = 0; i < table.rows().size(); i++) {
            out.append(i > 0 && i == table.headerRows() ? "</fo:table-header><fo:table-body>" : "")
                    .append("<fo:table-row>");
            table.rows()
                    .get(i)
                    .cells()
                    .forEach(it -> out.append(
                                    "<fo:table-cell border=\"0.5pt solid black\" padding=\"3pt\" number-columns-spanned=\""
                                            + it.columnSpan() + "\"><fo:block text-align=\"left\">")
                            .append(escaped(it.text().plain()))
                            .append("</fo:block></fo:table-cell>"));
            out.append("</fo:table-row>");
        }
        return out.append("</fo:table-body></fo:table>").toString();
    }

    static String fodt(AdministrativeDocument document) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
                  office:mimetype="application/vnd.oasis.opendocument.text">
                <office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-top="6pt"
                  fo:text-align="justify" fo:text-indent="1cm"/><style:text-properties fo:font-size="14pt"
                  fo:font-family="'Liberation Serif'"/></style:default-style>
                <style:style style:name="Standard" style:family="paragraph"/>
                <style:style style:name="Cell" style:family="paragraph"><style:paragraph-properties fo:margin-top="0pt"
                  fo:text-align="left" fo:text-indent="0cm"/><style:text-properties fo:font-size="13pt"/></style:style></office:styles>
                <office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="210mm"
                  fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="30mm"
                  fo:margin-right="15mm"/></style:page-layout>
                <style:style style:name="full" style:family="table"><style:table-properties style:width="165mm"
                  table:align="left"/></style:style>
                <style:style style:name="box" style:family="table-cell"><style:table-cell-properties
                  fo:border="0.5pt solid #000000" fo:padding="3pt"/></style:style>
                <style:style style:name="narrow" style:family="table-column"><style:table-column-properties
                  style:column-width="23.5mm"/></style:style>
                <style:style style:name="wide" style:family="table-column"><style:table-column-properties
                  style:column-width="71mm"/></style:style></office:automatic-styles>
                <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>
                <office:body><office:text>
                """
                + parts(document).stream().map(PeerText::fodt).collect(Collectors.joining("\n"))
                + "</office:text></office:body></office:document>";
    }

    private static String fodt(Block block) {
        if (!(block instanceof Block.Table table)) {
            return "<text:p text:style-name=\"Standard\">" + escaped(text(block)) + "</text:p>";
        }
        var out = new StringBuilder("<table:table table:style-name=\"full\">");
        for (int i = 0; i < table.widths().size(); i++) {
            out.append("<table:table-column table:style-name=\"")
                    .append(i == 1 ? "wide" : "narrow")
                    .append("\"/>");
        }
        out.append(table.headerRows() > 0 ? "<table:table-header-rows>" : "");
        for (int i = 0; i < table.rows().size(); i++) {
            out.append(i > 0 && i == table.headerRows() ? "</table:table-header-rows>" : "")
                    .append("<table:table-row>");
            table.rows()
                    .get(i)
                    .cells()
                    .forEach(it -> out.append("<table:table-cell table:style-name=\"box\">")
                            .append("<text:p text:style-name=\"Cell\">")
                            .append(escaped(it.text().plain()))
                            .append("</text:p></table:table-cell>"));
            out.append("</table:table-row>");
        }
        return out.append("</table:table>").toString();
    }
}
