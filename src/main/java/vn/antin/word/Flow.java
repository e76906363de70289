package vn.antin.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.antin.word.Item.Para;
import vn.antin.word.Item.Piece;

/**
 * Walks through a file's text in reading order. Tracked changes are read as if accepted; what is no text is told to the
 * account; of each thing that two renderings are kept of, one is read.
 */
final class Flow {
    private final WordPackage file;
    private final WordStyles styles;
    private final WordNumbers numbers;
    private final Map<String, Element> footnotes;
    private final Map<String, Element> endnotes;
    private final Account account;
    private final Letters letters;
    private final Deque<StringBuilder> fields = new ArrayDeque<>();
    private final Deque<Boolean> inCode = new ArrayDeque<>();
    private final List<Element> boxes = new ArrayList<>();
    private int paragraphs;
    private int tables;
    private int section;

    Flow(
            WordPackage file,
            WordStyles styles,
            WordNumbers numbers,
            @Nullable Element footnotes,
            @Nullable Element endnotes,
            Account account) {
        this.file = file;
        this.styles = styles;
        this.numbers = numbers;
        this.footnotes = byId(footnotes);
        this.endnotes = byId(endnotes);
        this.account = account;
        this.letters = new Letters(account);
    }

    private static Map<String, Element> byId(@Nullable Element part) {
        var notes = new HashMap<String, Element>();
        for (Element it : Xml.children(part)) {
            String type = Xml.attribute(it, "type");
            if (type.isEmpty() || type.equals("normal")) {
                notes.putIfAbsent(Xml.attribute(it, "id"), it);
            }
        }
        return notes;
    }

    /** Everything under {@code parent}: paragraphs and tables. */
    List<Item> read(Element parent) {
        var items = new ArrayList<Item>();
        readInto(parent, items);
        return items;
    }

    private void readInto(Element parent, List<Item> items) {
        for (Element it : Xml.children(parent)) {
            switch (String.valueOf(it.getLocalName())) {
                case "p" -> {
                    paragraphs++;
                    account.at("đoạn " + paragraphs);
                    add(items, paragraph(it));
                    addBoxes(items);
                    if (Xml.child(Xml.child(it, "pPr"), "sectPr") != null) {
                        section++;
                    }
                }
                case "tbl" -> {
                    tables++;
                    items.add(table(it, "bảng " + tables));
                    addBoxes(items);
                }
                case "sdt" -> {
                    account.tell(Remark.Sort.CONTROL, "");
                    Element content = Xml.child(it, "sdtContent");
                    if (content != null) {
                        readInto(content, items);
                    }
                }
                case "customXml", "smartTag", "ins", "moveTo" -> readInto(it, items);
                case "del", "moveFrom" -> account.tell(Remark.Sort.DELETION, text(it));
                case "altChunk" -> account.tell(Remark.Sort.OTHER_FILE, "");
                case "AlternateContent" -> readInto(alternative(it), items);
                case "oMathPara", "oMath" -> account.tell(Remark.Sort.EQUATION, text(it));
                default -> {}
            }
        }
    }

    /** When a paragraph's mark was deleted, what follows belongs to it. */
    private static void add(List<Item> items, Para next) {
        if (!items.isEmpty()
                && items.getLast() instanceof Para before
                && Xml.child(Xml.child(Xml.child(before.source(), "pPr"), "rPr"), "del") != null) {
            var joined = new ArrayList<>(before.pieces());
            joined.addAll(next.pieces());
            items.removeLast();
            items.add(new Para(
                    next.source(),
                    before.blank() ? next.style() : before.style(),
                    before.blank() ? next.marker() : before.marker(),
                    before.blank() ? next.bullet() : before.bullet(),
                    joined,
                    next.alignment(),
                    next.left(),
                    next.section(),
                    before.where()));
        } else {
            items.add(next);
        }
    }

    private void addBoxes(List<Item> items) {
        var waiting = new ArrayList<>(boxes);
        boxes.clear();
        for (Element box : waiting) {
            String where = account.where();
            account.tell(Remark.Sort.TEXT_BOX, text(box));
            readInto(box, items);
            account.at(where);
        }
    }

    Para paragraph(Element p) {
        Element pPr = Xml.child(p, "pPr");
        List<Element> chain = styles.paragraphChain(pPr);
        var pieces = new ArrayList<Piece>();
        if (Xml.child(pPr, "pPrChange") != null) {
            account.tell(Remark.Sort.FORMAT_CHANGE, "");
        }
        WordNumbers.@Nullable Marker marker = marker(pPr, chain);
        runs(p, chain, pieces, 0);
        String style = Xml.value(pPr, "pStyle");
        Element jc = styles.paragraphProperty(pPr, chain, "jc");
        Element ind = styles.paragraphProperty(pPr, chain, "ind");
        int left = Xml.number(Xml.attribute(ind, "left"), Xml.number(Xml.attribute(ind, "start"), 0));
        String label = marker == null ? "" : marker.bullet() ? bullet(marker.text(), pPr) : marker.text();
        return new Para(
                p,
                style,
                label.strip(),
                marker != null && marker.bullet(),
                pieces,
                Xml.attribute(jc, "val"),
                left,
                section,
                account.where());
    }

    /** A bullet is a dash to us, whatever its shape; a plus and a hollow one are the level under it. */
    private static String bullet(String sign, @Nullable Element pPr) {
        if (sign.equals("+")
                || sign.equals("o")
                || Xml.number(Xml.value(Xml.child(pPr, "numPr"), "ilvl"), 0) % 2 == 1) {
            return sign.equals("-") ? "-" : "+";
        }
        return "-";
    }

    private WordNumbers.@Nullable Marker marker(@Nullable Element pPr, List<Element> chain) {
        String id = "";
        String depth = "";
        var sources = new ArrayList<Element>();
        if (pPr != null) {
            sources.add(pPr);
        }
        chain.forEach(it -> {
            Element own = Xml.child(it, "pPr");
            if (own != null) {
                sources.add(own);
            }
        });
        for (Element source : sources) {
            Element numPr = Xml.child(source, "numPr");
            id = id.isEmpty() ? Xml.value(numPr, "numId") : id;
            depth = depth.isEmpty() ? Xml.value(numPr, "ilvl") : depth;
        }
        return id.isEmpty() || id.equals("0") ? null : numbers.next(id, Xml.number(depth, 0));
    }

    private void runs(Element parent, List<Element> chain, List<Piece> pieces, int deep) {
        for (Element it : Xml.children(parent)) {
            switch (String.valueOf(it.getLocalName())) {
                case "r" -> run(it, chain, pieces);
                case "ins" -> {
                    account.tell(Remark.Sort.INSERTION, text(it));
                    runs(it, chain, pieces, deep + 1);
                }
                case "moveTo" -> {
                    account.tell(Remark.Sort.MOVE, text(it));
                    runs(it, chain, pieces, deep + 1);
                }
                case "del" -> account.tell(Remark.Sort.DELETION, text(it));
                case "moveFrom" -> {}
                case "hyperlink" -> {
                    file.relation(Xml.attribute(it, "id"))
                            .ifPresent(link -> account.tell(Remark.Sort.LINK, String.valueOf(link.getTargetURI())));
                    runs(it, chain, pieces, deep + 1);
                }
                case "fldSimple" -> {
                    tellField(Xml.attribute(it, "instr"));
                    runs(it, chain, pieces, deep + 1);
                }
                case "sdt" -> {
                    account.tell(Remark.Sort.CONTROL, "");
                    Element content = Xml.child(it, "sdtContent");
                    if (content != null) {
                        runs(content, chain, pieces, deep + 1);
                    }
                }
                case "smartTag", "customXml", "dir", "bdo" -> runs(it, chain, pieces, deep + 1);
                case "oMath", "oMathPara" -> account.tell(Remark.Sort.EQUATION, text(it));
                case "AlternateContent" -> runs(alternative(it), chain, pieces, deep + 1);
                default -> {}
            }
        }
    }

    private void run(Element run, List<Element> chain, List<Piece> pieces) {
        Element rPr = Xml.child(run, "rPr");
        Look look = styles.look(rPr, chain);
        if (Xml.child(rPr, "rPrChange") != null) {
            account.tell(Remark.Sort.FORMAT_CHANGE, "");
        }
        if (look.hidden()) {
            account.tell(Remark.Sort.HIDDEN, text(run));
            return;
        }
        content(run, run, look, chain, pieces);
    }

    private void content(Element parent, Element run, Look look, List<Element> chain, List<Piece> pieces) {
        boolean ours =
                chain.stream().anyMatch(it -> Xml.attribute(it, "styleId").equals(WordStyle.ANNEX_TITLE.id()));
        for (Element it : Xml.children(parent)) {
            switch (String.valueOf(it.getLocalName())) {
                case "t" -> add(letters.read(it.getTextContent(), look, look.capitals() && !ours), look, run, pieces);
                case "noBreakHyphen" -> add("-", look, run, pieces);
                case "softHyphen" ->
                    // In TCVN3 its code is a letter.
                    add(letters.read("\u00ad", look, false), look, run, pieces);
                case "tab", "ptab" -> pieces.add(new Piece.Tab());
                case "br", "cr" -> {
                    String type = Xml.attribute(it, "type");
                    if (type.isEmpty() || type.equals("textWrapping")) {
                        pieces.add(new Piece.Break());
                    } else {
                        account.tell(Remark.Sort.PAGE_BREAK, "");
                    }
                }
                case "sym" -> {
                    int code = symbolCode(Xml.attribute(it, "char"));
                    String font = Xml.attribute(it, "font");
                    add(letters.symbol(font, code), look, run, pieces);
                }
                case "footnoteReference" -> note(it, footnotes, pieces);
                case "endnoteReference" -> {
                    account.tell(Remark.Sort.ENDNOTE, "");
                    note(it, endnotes, pieces);
                }
                case "fldChar" -> field(Xml.attribute(it, "fldCharType"));
                case "instrText" -> {
                    if (!fields.isEmpty()) {
                        fields.peek().append(it.getTextContent());
                    }
                }
                case "drawing", "pict", "object" -> Drawings.tell(it, file, account, boxes);
                case "AlternateContent" -> content(alternative(it), run, look, chain, pieces);
                case "ruby" -> {
                    Element base = Xml.child(it, "rubyBase");
                    if (base != null) {
                        runs(base, chain, pieces, 0);
                    }
                    account.tell(Remark.Sort.HIDDEN, text(Xml.child(it, "rt")));
                }
                case "delText" -> account.tell(Remark.Sort.DELETION, it.getTextContent());
                default -> {}
            }
        }
    }

    private static int symbolCode(String hex) {
        try {
            return Integer.parseInt(hex, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void add(String text, Look look, Element run, List<Piece> pieces) {
        boolean code = !inCode.isEmpty() && inCode.peek();
        if (!text.isEmpty() && !code) {
            if (look.decorated() && !text.isBlank()) {
                account.tell(Remark.Sort.DECORATION, "");
            }
            pieces.add(new Piece.Letters(text, look.bold(), look.italic(), look.font(), look.size(), run));
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> {
                fields.push(new StringBuilder());
                inCode.push(true);
            }
            case "separate" -> {
                if (!inCode.isEmpty()) {
                    inCode.pop();
                    inCode.push(false);
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    inCode.pop();
                    tellField(fields.pop().toString());
                }
            }
            default -> {}
        }
    }

    private void tellField(String code) {
        String shown = code.strip();
        if (shown.startsWith("PAGE") || shown.startsWith("NUMPAGES")) {
            account.tell(Remark.Sort.PAGE_NUMBER, "");
        } else {
            account.tell(shown.startsWith("HYPERLINK") ? Remark.Sort.LINK : Remark.Sort.FIELD, shown);
        }
    }

    private void note(Element reference, Map<String, Element> notes, List<Piece> pieces) {
        // Taken out, so that a note that refers to itself ends.
        Element note = notes.remove(Xml.attribute(reference, "id"));
        if (note == null) {
            return;
        }
        String where = account.where();
        account.at(where + ", chú thích");
        var paragraphs = new ArrayList<Para>();
        for (Element it : Xml.children(note)) {
            if (Xml.is(it, "p")) {
                paragraphs.add(paragraph(it));
            } else if (Xml.is(it, "tbl")) {
                account.tell(Remark.Sort.NOTE_TABLE, "");
                Xml.descendants(it, "p").forEach(p -> paragraphs.add(paragraph(p)));
            }
        }
        account.at(where);
        pieces.add(new Piece.Note(paragraphs));
    }

    private Item.Table table(Element tbl, String where) {
        account.at(where);
        var rows = new ArrayList<Item.Row>();
        readRows(tbl, rows, where);
        List<Integer> grid = Xml.children(Xml.child(tbl, "tblGrid"), "gridCol").stream()
                .map(it -> Xml.number(Xml.attribute(it, "w"), 0))
                .toList();
        String description = Xml.value(Xml.child(tbl, "tblPr"), "tblDescription");
        return new Item.Table(tbl, grid, rows, description, section, where);
    }

    private void readRows(Element parent, List<Item.Row> rows, String where) {
        for (Element it : Xml.children(parent)) {
            switch (String.valueOf(it.getLocalName())) {
                case "tr" -> {
                    Element trPr = Xml.child(it, "trPr");
                    if (Xml.child(trPr, "del") != null) {
                        account.tell(Remark.Sort.DELETION, text(it));
                        continue;
                    }
                    boolean header =
                            Xml.child(trPr, "tblHeader") != null && WordStyles.on(Xml.value(trPr, "tblHeader"), true);
                    var cells = new ArrayList<Item.Cell>();
                    readCells(it, cells, where + ", hàng " + (rows.size() + 1));
                    rows.add(new Item.Row(header, cells));
                }
                case "sdt" -> {
                    Element content = Xml.child(it, "sdtContent");
                    if (content != null) {
                        readRows(content, rows, where);
                    }
                }
                case "customXml", "ins" -> readRows(it, rows, where);
                default -> {}
            }
        }
    }

    private void readCells(Element parent, List<Item.Cell> cells, String where) {
        for (Element it : Xml.children(parent)) {
            switch (String.valueOf(it.getLocalName())) {
                case "tc" -> {
                    account.at(where + ", ô " + (cells.size() + 1));
                    Element tcPr = Xml.child(it, "tcPr");
                    Element vMerge = Xml.child(tcPr, "vMerge");
                    String merged = vMerge == null ? "" : Xml.attribute(vMerge, "val");
                    var paragraphs = new ArrayList<Para>();
                    readCell(it, paragraphs);
                    cells.add(new Item.Cell(
                            paragraphs,
                            Math.clamp(Xml.number(Xml.value(tcPr, "gridSpan"), 1), 1, 64),
                            vMerge != null && merged.isEmpty() ? "continue" : merged));
                }
                case "sdt" -> {
                    account.tell(Remark.Sort.CONTROL, "");
                    Element content = Xml.child(it, "sdtContent");
                    if (content != null) {
                        readCells(content, cells, where);
                    }
                }
                case "customXml" -> readCells(it, cells, where);
                default -> {}
            }
        }
    }

    private void readCell(Element cell, List<Para> paragraphs) {
        String where = account.where();
        for (Item item : read(cell)) {
            switch (item) {
                case Para para -> paragraphs.add(para);
                case Item.Table inner -> {
                    account.at(where);
                    account.tell(Remark.Sort.NESTED_TABLE, "");
                    for (Item.Row row : inner.rows()) {
                        paragraphs.add(flat(row, inner));
                    }
                }
            }
        }
        account.at(where);
    }

    /** A row of a table in a cell as one line. */
    private static Para flat(Item.Row row, Item.Table inner) {
        var pieces = new ArrayList<Piece>();
        for (Item.Cell cell : row.cells()) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece.Letters("; ", false, false, "", 0, null));
            }
            for (Para para : cell.paragraphs()) {
                if (!para.marker().isEmpty()) {
                    pieces.add(new Piece.Letters(para.marker() + " ", false, false, "", 0, null));
                }
                pieces.addAll(para.pieces());
            }
        }
        return new Para(inner.source(), "", "", false, pieces, "", 0, inner.section(), inner.where());
    }

    /** Of one thing drawn in two ways, the first that there is (ISO/IEC 29500-3, 10.2). */
    private static Element alternative(Element both) {
        Element choice = Xml.child(both, "Choice");
        Element fallback = Xml.child(both, "Fallback");
        return choice != null ? choice : fallback != null ? fallback : both;
    }

    /** All letters under an element, a space between paragraphs. */
    static String text(@Nullable Element element) {
        if (element == null) {
            return "";
        }
        var paragraphs = Xml.descendants(element, "p");
        List<Element> parents = paragraphs.isEmpty() ? List.of(element) : paragraphs;
        return parents.stream()
                .map(it -> Xml.descendants(it, "*").stream()
                        .filter(t -> Xml.is(t, "t") || Xml.is(t, "delText") || gap(t))
                        .map(t -> gap(t) ? " " : t.getTextContent())
                        .collect(Collectors.joining()))
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static boolean gap(Element it) {
        return Xml.is(it, "tab") || Xml.is(it, "br");
    }

    int sections() {
        return section + 1;
    }
}
