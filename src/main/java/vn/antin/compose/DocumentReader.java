package vn.antin.compose;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;

/**
 * Reads what a template yields (vocabulary: {@code document.xsd}) into text and blocks. The parser knows no document
 * type, no entity and nothing outside the text it is given.
 */
final class DocumentReader {
    private static final int LONGEST = 4_000_000;
    private static final Schema SCHEMA = schema();
    private static final DocumentBuilderFactory PARSERS = parsers();

    /** What a template says, numbered. */
    record Filled(
            String subject,
            String unit,
            Marks marks,
            List<Inline.Text> bases,
            @Nullable String enactedBy,
            List<String> addressees,
            List<Block> body,
            List<Cosigner> cosigners,
            List<String> recipients,
            List<FilledAnnex> annexes) {}

    /** @param reference empty when the template leaves it to the composer */
    record FilledAnnex(
            @Nullable DocumentKind enacted, boolean landscape, String title, String reference, List<Block> body) {}

    private final InlineNotation inline = new InlineNotation();

    private DocumentReader() {}

    /** Reads one document; a refusal that names the template when it is none. */
    static Filled read(String template, String xml) {
        if (xml.length() > LONGEST) {
            throw new Refusal(ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT, template, 1);
        }
        try {
            var parser = PARSERS.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            var document = parser.parse(new InputSource(new StringReader(xml)));
            return new DocumentReader().filled(document.getDocumentElement());
        } catch (SAXParseException e) {
            throw new Refusal(ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT, e, template, e.getLineNumber());
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new Refusal(ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT, e, template, 1);
        }
    }

    private Filled filled(Element document) {
        // In reading order, because footnotes are numbered as they are met.
        List<Inline.Text> bases = children(document, "basis").stream()
                .map(it -> inline.read(oneLine(it), "phần căn cứ"))
                .toList();
        Element bodyElement = children(document, "body").getFirst();
        List<Block> body = blocks(bodyElement, new OutlineNotation(inline, new Numbering(), "nội dung"));
        var annexes = new ArrayList<FilledAnnex>();
        for (Element annex : children(document, "annex")) {
            var outline = new OutlineNotation(inline, new Numbering(), "phụ lục thứ " + (annexes.size() + 1));
            List<Block> annexBody = blocks(children(annex, "body").getFirst(), outline);
            String enacted = annex.getAttribute("enacted");
            annexes.add(new FilledAnnex(
                    enacted.isEmpty() ? null : DocumentKind.valueOf(enacted),
                    outline.landscape()
                            || annex.getAttribute("landscape").strip().matches("true|1"),
                    only(annex, "title"),
                    only(annex, "reference"),
                    annexBody));
        }
        String enactedBy = only(document, "enacted-by");
        return new Filled(
                only(document, "subject"),
                only(document, "unit"),
                marks(document),
                bases,
                enactedBy.isEmpty() ? null : enactedBy,
                children(document, "addressee").stream()
                        .map(DocumentReader::oneLine)
                        .toList(),
                body,
                children(document, "cosigner").stream()
                        .map(it -> new Cosigner(it.getAttribute("capacity").strip(), oneLine(it)))
                        .toList(),
                children(document, "recipient").stream()
                        .map(DocumentReader::oneLine)
                        .toList(),
                annexes);
    }

    private static Marks marks(Element document) {
        String urgency = only(document, "urgency");
        String circulation = only(document, "circulation");
        return new Marks(
                Arrays.stream(Marks.Urgency.values())
                        .filter(it -> it.words().equals(urgency))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Marks.Circulation.values())
                        .filter(it -> it.words().equals(circulation))
                        .findFirst()
                        .orElse(null),
                only(document, "drafter"));
    }

    private List<Block> blocks(Element body, OutlineNotation outline) {
        String part = outline.part();
        var blocks = new ArrayList<Block>();
        for (Element it : children(body)) {
            switch (it.getLocalName()) {
                case "outline" -> blocks.addAll(outline.read(it.getTextContent()));
                case "paragraph" -> blocks.add(new Block.Paragraph(inline.read(oneLine(it), part)));
                case "centred" -> blocks.add(new Block.Centred(inline.read(oneLine(it), part)));
                case "item" -> {
                    var level = Level.valueOf(it.getAttribute("level").toUpperCase(Locale.ROOT));
                    blocks.add(outline.item(level, "", inline.read(oneLine(it), part)));
                }
                case "table" -> blocks.add(table(it, part));
                default -> throw new IllegalStateException("Not in the schema: " + it.getLocalName());
            }
        }
        return blocks;
    }

    private Block.Table table(Element table, String part) {
        List<Integer> widths = numbers(table.getAttribute("widths"));
        Set<Integer> centred = new HashSet<>(numbers(table.getAttribute("centred")));
        var rows = new ArrayList<Block.Row>();
        int headerRows = 0;
        for (Element row : children(table)) {
            boolean header = row.getLocalName().equals("header");
            headerRows += header ? 1 : 0;
            var cells = new ArrayList<Block.Cell>();
            int column = 1;
            for (Element cell : children(row)) {
                int span = Integer.parseInt(cell.getAttribute("span"));
                Block.Alignment alignment = centred.contains(column) ? Block.Alignment.CENTRED : Block.Alignment.LEFT;
                cells.add(TableNotation.cell(inline.read(oneLine(cell), part), span, 1, header, alignment));
                column += span;
            }
            rows.add(new Block.Row(cells));
        }
        return TableNotation.table(widths, headerRows, rows, part);
    }

    private static List<Integer> numbers(String list) {
        return list.isBlank()
                ? List.of()
                : Arrays.stream(list.strip().split("\\s+"))
                        .map(Integer::valueOf)
                        .toList();
    }

    private static String only(Element parent, String name) {
        return Optional.of(children(parent, name))
                .filter(it -> !it.isEmpty())
                .map(it -> oneLine(it.getFirst()))
                .orElse("");
    }

    private static String oneLine(Element element) {
        return element.getTextContent().strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(it -> it.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node it = parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Schema schema() {
        try {
            // The platform's own, whatever other implementation lies on the class path.
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            try (var stream = DocumentReader.class.getResourceAsStream("document.xsd")) {
                return factory.newSchema(new javax.xml.transform.stream.StreamSource(stream));
            }
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The vocabulary's own schema cannot be read", e);
        }
    }

    private static DocumentBuilderFactory parsers() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            factory.setSchema(SCHEMA);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's parser cannot be hardened", e);
        }
    }

    /** The first departure from the vocabulary ends the reading. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
