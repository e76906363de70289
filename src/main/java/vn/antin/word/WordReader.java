package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.antin.check.Appearance;
import vn.antin.compose.Marks;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Reads a draft from a Word file ({@code .docx}), with an account of everything in it that is not in the draft. */
public final class WordReader {
    /** The largest file asks for about 300 MB while it is read. */
    private static final Semaphore ROOM = new Semaphore(2);

    private static final int WAIT_SECONDS = 10;

    private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;

    private WordReader() {}

    /** The draft, or a refusal with a {@link WordReason}; takes time and memory in proportion to the file, up to a bound. */
    public static WordDraft read(Content content) {
        return inTurn(() -> {
            try (WordPackage file = WordPackage.open(content)) {
                return read(file, Xml.parse(file.bytes(file.main())).getDocumentElement());
            }
        });
    }

    /** Few files at a time; whoever does not get a turn is told to come again. */
    static <T> T inTurn(Supplier<T> reading) {
        try {
            if (!ROOM.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(WordReason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(WordReason.BUSY, e);
        }
        try {
            return reading.get();
        } finally {
            ROOM.release();
        }
    }

    static WordDraft read(WordPackage file, Element document) {
        Element body = Xml.child(document, "body");
        if (body == null) {
            throw new Refusal(WordReason.NOT_A_WORD_FILE);
        }
        var account = new Account();
        var styles = new WordStyles(root(file, "styles"), account);
        var numbers = new WordNumbers(root(file, "numbering"), styles, account);
        var flow = new Flow(file, styles, numbers, root(file, "footnotes"), root(file, "endnotes"), account);
        List<Item> items = flow.read(body);
        List<Element> sections = Xml.descendants(body, "sectPr");
        Optional<Marks.Circulation> circulation = edges(file, flow, account);
        comments(file, account);
        outside(file, account);
        account.at("trang");
        layout(sections, account);
        return new Components(
                        items,
                        sections.stream().map(WordReader::landscape).toList(),
                        circulation.orElse(null),
                        account,
                        new Running(account))
                .read(sheets(sections));
    }

    private static @Nullable Element root(WordPackage file, String sort) {
        return file.related(sort)
                .map(it -> Xml.parse(file.bytes(it)).getDocumentElement())
                .orElse(null);
    }

    /** Headers and footers; a circulation mark over the text (III.2.c) is the document's own. */
    private static Optional<Marks.Circulation> edges(WordPackage file, Flow flow, Account account) {
        Optional<Marks.Circulation> found = Optional.empty();
        var parts = new ArrayList<String>();
        for (PackageRelationship relation : file.relations().toList()) {
            boolean header = relation.getRelationshipType().endsWith("/header");
            boolean footer = relation.getRelationshipType().endsWith("/footer");
            Optional<PackagePart> part =
                    header || footer ? WordPackage.target(file.main(), relation) : Optional.empty();
            if (part.isEmpty() || parts.contains(part.get().getPartName().getName())) {
                continue;
            }
            parts.add(part.get().getPartName().getName());
            Element root = Xml.parse(file.bytes(part.get())).getDocumentElement();
            for (Item item : flow.read(root)) {
                account.at(header ? "đầu trang" : "chân trang");
                for (String words : words(item)) {
                    Optional<Marks.Circulation> mark = Components.circulationOf(words);
                    if (mark.isPresent()) {
                        found = mark;
                    } else if (!words.matches("[-–—\\s]*\\d*[-–—\\s]*")) {
                        account.tell(header ? Remark.Sort.HEADER : Remark.Sort.FOOTER, words);
                    } else if (words.matches(".*\\d.*")) {
                        account.tell(Remark.Sort.PAGE_NUMBER, "");
                    }
                }
            }
        }
        return found;
    }

    private static List<String> words(Item item) {
        return switch (item) {
            case Item.Para para -> para.blank() ? List.of() : List.of(para.seen());
            case Item.Table table ->
                table.rows().stream()
                        .flatMap(it -> it.cells().stream())
                        .map(Item.Cell::plain)
                        .filter(it -> !it.isEmpty())
                        .toList();
        };
    }

    private static void comments(WordPackage file, Account account) {
        for (Element comment : Xml.children(root(file, "comments"), "comment")) {
            account.at("lời bình của " + Xml.attribute(comment, "author"));
            account.tell(Remark.Sort.COMMENT, Flow.text(comment));
        }
    }

    /** What the file would fetch from elsewhere; links that people follow are told where they stand. */
    private static void outside(WordPackage file, Account account) {
        account.at("tệp");
        for (PackagePart part : parts(file)) {
            WordPackage.relations(part)
                    .filter(it -> it.getTargetMode() == TargetMode.EXTERNAL)
                    .filter(it -> !it.getRelationshipType().endsWith("/hyperlink"))
                    .forEach(it -> account.tell(Remark.Sort.OUTSIDE, String.valueOf(it.getTargetURI())));
        }
    }

    private static List<PackagePart> parts(WordPackage file) {
        try {
            return file.file().getParts().stream()
                    .filter(it -> !it.isRelationshipPart())
                    .toList();
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    private static void layout(List<Element> sections, Account account) {
        for (Element section : sections) {
            if (Xml.number(Xml.attribute(Xml.child(section, "cols"), "num"), 1) > 1) {
                account.tell(Remark.Sort.COLUMNS, "");
            }
            if (Xml.child(section, "pgBorders") != null) {
                account.tell(Remark.Sort.PAGE_BORDER, "");
            }
        }
    }

    private static boolean landscape(Element section) {
        Element size = Xml.child(section, "pgSz");
        return Xml.number(Xml.attribute(size, "w"), 0) > Xml.number(Xml.attribute(size, "h"), 1);
    }

    /** Paper and margins of each section, in millimetres. */
    private static List<Appearance.Sheet> sheets(List<Element> sections) {
        var sheets = new ArrayList<Appearance.Sheet>();
        for (Element section : sections) {
            Element size = Xml.child(section, "pgSz");
            Element margins = Xml.child(section, "pgMar");
            if (size != null && margins != null) {
                sheets.add(new Appearance.Sheet(
                        0,
                        millimetres(size, "w"),
                        millimetres(size, "h"),
                        millimetres(margins, "top"),
                        millimetres(margins, "bottom"),
                        millimetres(margins, "left"),
                        millimetres(margins, "right")));
            }
        }
        return sheets;
    }

    private static double millimetres(Element element, String name) {
        return Math.abs(Xml.number(Xml.attribute(element, name), 0)) / TWIPS_A_MILLIMETRE;
    }
}
