package vn.antin.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.antin.compose.Composer;

/** What a template may say, element by element, read from the composer's own schema so that none is forgotten. */
@Component
class Vocabulary {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final List<Word> words;

    /**
     * One element; public because pages read it.
     *
     * @param meaning in Vietnamese; empty where nobody has written one
     */
    public record Word(String element, List<String> attributes, String meaning) {}

    Vocabulary(MessageSource messages) {
        words = elements().stream()
                .map(it -> new Word(
                        it.element(),
                        it.attributes(),
                        Objects.requireNonNullElse(
                                messages.getMessage("vocabulary." + it.element(), null, "", VIETNAMESE), "")))
                .toList();
    }

    List<Word> words() {
        return words;
    }

    private static List<Word> elements() {
        try (InputStream schema =
                Objects.requireNonNull(Composer.class.getResourceAsStream("document.xsd"), "document.xsd")) {
            var parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            var found = parsers.newDocumentBuilder()
                    .parse(schema)
                    .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "element");
            var words = new ArrayList<Word>();
            for (int i = 0; i < found.getLength(); i++) {
                var element = (Element) found.item(i);
                String name = element.getAttribute("name");
                if (!name.isEmpty()
                        && words.stream().noneMatch(it -> it.element().equals(name))) {
                    words.add(new Word(name, attributes(element), ""));
                }
            }
            return words;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The vocabulary cannot be read", e);
        }
    }

    /** Of the element itself, not of those inside it. */
    private static List<String> attributes(Element element) {
        var attributes = new ArrayList<String>();
        var found = element.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "attribute");
        for (int i = 0; i < found.getLength(); i++) {
            var attribute = (Element) found.item(i);
            var owner = attribute.getParentNode();
            while (owner != null && !"element".equals(owner.getLocalName())) {
                owner = owner.getParentNode();
            }
            if (element.isSameNode(owner)) {
                attributes.add(attribute.getAttribute("name"));
            }
        }
        return attributes;
    }
}
