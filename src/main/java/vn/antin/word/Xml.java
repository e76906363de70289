package vn.antin.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.antin.kernel.Refusal;

/** The XML of a part that was read: names without prefixes, so that both of the standard's vocabularies are understood. */
final class Xml {
    private static final DocumentBuilderFactory PARSERS = parsers();

    private Xml() {}

    /** A part that {@link WordPackage} has counted already. */
    static Document parse(byte[] part) {
        try {
            var parser = PARSERS.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new ByteArrayInputStream(part));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    static byte[] bytes(Document document) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            document.setXmlStandalone(true);
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(@Nullable Node parent) {
        var children = new ArrayList<Element>();
        for (Node it = parent == null ? null : parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(@Nullable Node parent, String name) {
        return children(parent).stream().filter(it -> is(it, name)).toList();
    }

    static @Nullable Element child(@Nullable Node parent, String name) {
        for (Node it = parent == null ? null : parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element && is(element, name)) {
                return element;
            }
        }
        return null;
    }

    static boolean is(Node node, String name) {
        return name.equals(node.getLocalName());
    }

    /** All elements of that name under the node, in reading order. */
    static List<Element> descendants(@Nullable Element parent, String name) {
        var found = new ArrayList<Element>();
        if (parent != null) {
            var all = parent.getElementsByTagNameNS("*", name);
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
        }
        return found;
    }

    /** An attribute whatever its namespace; empty when absent. */
    static String attribute(@Nullable Element element, String name) {
        if (element == null) {
            return "";
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node it = attributes.item(i);
            String local = Optional.ofNullable(it.getLocalName()).orElse(it.getNodeName());
            if (local.equals(name)) {
                return it.getNodeValue();
            }
        }
        return "";
    }

    /** {@code w:val} of a child; empty when there is none. */
    static String value(@Nullable Element parent, String child) {
        return attribute(child(parent, child), "val");
    }

    static int number(String digits, int otherwise) {
        try {
            return digits.isEmpty() ? otherwise : (int) Math.round(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return otherwise;
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
            factory.setAttribute(WordPackage.PLATFORM_DEPTH, WordPackage.DEEPEST + 1);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's parser cannot be hardened", e);
        }
    }
}
