package vn.antin.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.antin.check.Finding;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.word.Item.Para;
import vn.antin.word.Item.Piece;

/** Writes findings as comments into a copy of a file, each at the very runs it speaks of; all other parts stay as they are. */
final class WordComments {
    private static final String AUTHOR = "Ấn Tín";

    private final Document document;
    private final Element root;
    private final Map<Place, List<Para>> anchors;
    private final Document comments;
    private int next;

    private WordComments(Document document, Map<Place, List<Para>> anchors, Document comments) {
        this.document = document;
        this.root = document.getDocumentElement();
        this.anchors = anchors;
        this.comments = comments;
        for (Element it : Xml.descendants(comments.getDocumentElement(), "comment")) {
            next = Math.max(next, Xml.number(Xml.attribute(it, "id"), 0) + 1);
        }
    }

    /** The copy; {@code document} is the main part as {@code draft} was read from it. */
    static Content written(WordPackage file, Document document, WordDraft draft, List<Finding> findings) {
        try {
            PackagePart part = file.related("comments").orElse(null);
            Document kept = Xml.parse(part != null ? file.bytes(part) : Markup.part("w:comments", it -> {}));
            var comments = new WordComments(document, draft.anchors(), kept);
            findings.forEach(comments::add);
            if (part == null) {
                PackagePartName name = freeName(file);
                file.main().addRelationship(name, TargetMode.INTERNAL, relation(file));
                part = file.file().createPart(name, WordWriter.TYPE + "comments+xml");
            }
            put(part, Xml.bytes(kept));
            put(file.main(), Xml.bytes(document));
            var copy = new ByteArrayOutputStream();
            file.file().save(copy);
            return Content.of(copy.toByteArray());
        } catch (InvalidFormatException | IOException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    private static PackagePartName freeName(WordPackage file) throws InvalidFormatException {
        for (int i = 0; ; i++) {
            PackagePartName name = PackagingURIHelper.createPartName("/word/comments" + (i == 0 ? "" : i) + ".xml");
            if (!file.file().containPart(name)) {
                return name;
            }
        }
    }

    /** Of the same vocabulary as the file's other relations (ISO/IEC 29500 has two). */
    private static String relation(WordPackage file) {
        return file.relations()
                .map(it -> it.getRelationshipType())
                .filter(it -> it.endsWith("/styles"))
                .map(it -> it.substring(0, it.length() - "styles".length()) + "comments")
                .findFirst()
                .orElse(WordWriter.RELATION + "comments");
    }

    private static void put(PackagePart part, byte[] content) throws IOException {
        part.clear();
        try (var out = part.getOutputStream()) {
            out.write(content);
        }
    }

    private void add(Finding finding) {
        String id = Integer.toString(next++);
        comment(id, finding);
        List<Para> paragraphs = paragraphs(finding.place());
        List<Element> runs = runs(paragraphs, finding.place().quote());
        Element start = element("commentRangeStart", id);
        Element end = element("commentRangeEnd", id);
        Element mark = document.createElementNS(root.getNamespaceURI(), "w:r");
        mark.appendChild(element("commentReference", id));
        if (runs.isEmpty()) {
            Element paragraph = paragraphs.isEmpty()
                    ? firstParagraph()
                    : paragraphs.getFirst().source();
            paragraph.appendChild(start);
            paragraph.appendChild(end);
            paragraph.appendChild(mark);
            return;
        }
        parent(runs.getFirst()).insertBefore(start, runs.getFirst());
        Node after = runs.getLast().getNextSibling();
        parent(runs.getLast()).insertBefore(end, after);
        parent(runs.getLast()).insertBefore(mark, after);
    }

    private static Node parent(Element run) {
        return java.util.Objects.requireNonNull(run.getParentNode());
    }

    private List<Para> paragraphs(Place place) {
        List<Place> nearer = List.of(
                place.at(""),
                new Place(place.part(), place.annex(), 0, ""),
                new Place(place.part(), place.annex(), -1, ""));
        return nearer.stream()
                .map(anchors::get)
                .filter(it -> it != null && !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Element firstParagraph() {
        Element body = Xml.child(root, "body");
        List<Element> all = Xml.descendants(body, "p");
        if (!all.isEmpty()) {
            return all.getFirst();
        }
        Element fresh = document.createElementNS(root.getNamespaceURI(), "w:p");
        return (Element) java.util.Objects.requireNonNull(body).insertBefore(fresh, body.getFirstChild());
    }

    /** The runs that bear the quoted words; all of the first paragraph's when nothing or something else is quoted. */
    private static List<Element> runs(List<Para> paragraphs, String quote) {
        List<Element> whole = List.of();
        for (Para para : paragraphs) {
            List<Piece.Letters> letters = para.pieces().stream()
                    .filter(it -> it instanceof Piece.Letters some && inFile(some.run()))
                    .map(Piece.Letters.class::cast)
                    .toList();
            if (whole.isEmpty()) {
                whole = letters.stream()
                        .map(Piece.Letters::run)
                        .filter(it -> it != null)
                        .toList();
            }
            List<Element> quoted = quote.isBlank() ? List.of() : bearing(letters, quote);
            if (!quoted.isEmpty()) {
                return quoted;
            }
        }
        return whole;
    }

    private static boolean inFile(@Nullable Element run) {
        return run != null && run.getParentNode() != null;
    }

    private static List<Element> bearing(List<Piece.Letters> letters, String quote) {
        var text = new StringBuilder();
        letters.forEach(it -> text.append(it.text()));
        int from = text.indexOf(quote);
        if (from < 0) {
            return List.of();
        }
        var runs = new ArrayList<Element>();
        int at = 0;
        for (Piece.Letters it : letters) {
            int end = at + it.text().length();
            if (end > from && at < from + quote.length() && it.run() != null) {
                runs.add(it.run());
            }
            at = end;
        }
        return runs;
    }

    private void comment(String id, Finding finding) {
        Element comment = comments.createElementNS(commentsNamespace(), "w:comment");
        comment.setAttributeNS(commentsNamespace(), "w:id", id);
        comment.setAttributeNS(commentsNamespace(), "w:author", AUTHOR);
        comment.setAttributeNS(commentsNamespace(), "w:initials", "AT");
        String severity = finding.severity() == Severity.ERROR ? "Phải sửa" : "Nên xem lại";
        paragraph(comment, severity + ": " + finding.what());
        paragraph(comment, "Cách sửa: " + finding.mend());
        if (!finding.replacement().isEmpty()) {
            paragraph(comment, "Thay “" + finding.place().quote() + "” bằng “" + finding.replacement() + "”.");
        }
        paragraph(comment, "Căn cứ: " + finding.citation());
        comments.getDocumentElement().appendChild(comment);
    }

    private String commentsNamespace() {
        return java.util.Objects.requireNonNull(comments.getDocumentElement().getNamespaceURI());
    }

    private void paragraph(Element comment, String words) {
        String names = commentsNamespace();
        Element p = comments.createElementNS(names, "w:p");
        Element r = comments.createElementNS(names, "w:r");
        Element t = comments.createElementNS(names, "w:t");
        t.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        t.setTextContent(words);
        r.appendChild(t);
        p.appendChild(r);
        comment.appendChild(p);
    }

    private Element element(String name, String id) {
        Element it = document.createElementNS(root.getNamespaceURI(), "w:" + name);
        it.setAttributeNS(root.getNamespaceURI(), "w:id", id);
        return it;
    }
}
