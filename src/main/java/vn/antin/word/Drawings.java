package vn.antin.word;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What is drawn or embedded: text boxes are read, everything else is told with whatever words it bears. */
final class Drawings {
    private Drawings() {}

    /** @param boxes where the contents of text boxes are put */
    static void tell(Element drawing, WordPackage file, Account account, List<Element> boxes) {
        List<Element> texts = Xml.descendants(drawing, "txbxContent").stream()
                // A box of an old rendering beside the new one, or within another box, is read with that one.
                .filter(it -> !within(it, drawing, "Fallback") && !within(it, drawing, "txbxContent"))
                .toList();
        if (!texts.isEmpty()) {
            boxes.addAll(texts);
            return;
        }
        String words = alternative(drawing);
        if (Xml.is(drawing, "object") || !Xml.descendants(drawing, "OLEObject").isEmpty()) {
            String program = Xml.descendants(drawing, "OLEObject").stream()
                    .map(it -> Xml.attribute(it, "ProgID"))
                    .collect(Collectors.joining(" "));
            account.tell(Remark.Sort.OBJECT, (program + " " + words).strip());
        } else if (!Xml.descendants(drawing, "chart").isEmpty()) {
            String id = Xml.attribute(Xml.descendants(drawing, "chart").getFirst(), "id");
            account.tell(Remark.Sort.CHART, (words + " " + related(file, id)).strip());
        } else if (!Xml.descendants(drawing, "relIds").isEmpty()) {
            String id = Xml.attribute(Xml.descendants(drawing, "relIds").getFirst(), "dm");
            account.tell(Remark.Sort.DIAGRAM, (words + " " + related(file, id)).strip());
        } else if (!Xml.descendants(drawing, "blip").isEmpty()
                || !Xml.descendants(drawing, "imagedata").isEmpty()) {
            account.tell(Remark.Sort.IMAGE, words);
        } else {
            account.tell(Remark.Sort.DRAWING, words);
        }
    }

    private static boolean within(Element it, Element top, String name) {
        for (var up = it.getParentNode(); up != null && !up.isSameNode(top); up = up.getParentNode()) {
            if (Xml.is(up, name)) {
                return true;
            }
        }
        return false;
    }

    /** What its author wrote for those who do not see it. */
    private static String alternative(Element drawing) {
        return Xml.descendants(drawing, "docPr").stream()
                .flatMap(it -> Stream.of(Xml.attribute(it, "title"), Xml.attribute(it, "descr")))
                .filter(it -> !it.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The words of the part that a chart or a diagram is kept in. */
    private static String related(WordPackage file, String id) {
        return file.byId(id)
                .filter(it -> it.getContentType().endsWith("xml"))
                .map(it -> Xml.parse(file.bytes(it)).getDocumentElement())
                .map(it -> Xml.descendants(it, "*").stream()
                        .filter(e -> Xml.is(e, "t") || Xml.is(e, "v"))
                        .map(Element::getTextContent)
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }
}
