package vn.antin.word;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.agency.Agency;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;

/** {@code document.xml}: the components of a document in their order, each in its style. Lengths in twentieths of a point. */
final class MainText {
    private static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    private static final double RIGHT_COLUMN = 0.56;
    private static final double SIGNATURE_COLUMN = 0.6;
    private static final double RULE_SHARE = 0.4;
    private static final int SIGNATURE_ROOM = 1701;
    private static final int SPACE_OVER_CLOSING = 280;
    private static final String GAP_UNDER = "120";

    /** Blank room for the number, which the records clerk gives. */
    private static final String NO_NUMBER = "\u00a0".repeat(10);

    private final AdministrativeDocument document;
    private final WordWriter.Standing standing;
    private final Lists lists = new Lists();
    private final Notes notes = new Notes();
    private final PagesOfWord pages;
    private final Measure measure = Measure.shared();

    MainText(AdministrativeDocument document, WordWriter.Standing standing) {
        this.document = document;
        this.standing = standing;
        this.pages = new PagesOfWord(document, standing);
    }

    Lists lists() {
        return lists;
    }

    Notes notes() {
        return notes;
    }

    PagesOfWord pages() {
        return pages;
    }

    byte[] part() {
        return Markup.part(
                "w:document",
                root -> root.in("w:body", body -> {
                    opening(body);
                    heading(body);
                    blocks(body, document.body(), false, true);
                    closing(body);
                    List<Annex> annexes = document.annexes();
                    for (int i = 0; i < annexes.size(); i++) {
                        boolean main = i == 0;
                        boolean landscape = !main && annexes.get(i - 1).landscape();
                        body.in(
                                "w:p",
                                end -> end.in("w:pPr", it -> {
                                    it.empty("w:spacing", "w:line", "20", "w:lineRule", "exact");
                                    it.in("w:rPr", run -> run.value("w:sz", 2));
                                    pages.section(it, main, landscape);
                                }));
                        annex(body, annexes.get(i));
                    }
                    pages.section(
                            body,
                            annexes.isEmpty(),
                            !annexes.isEmpty() && annexes.getLast().landscape());
                }));
    }

    private void opening(Markup body) {
        int width = PagesOfWord.textWidth(false);
        int right = (int) (width * RIGHT_COLUMN);
        int left = width - right;
        boolean letter = document.particulars().kind() == DocumentKind.LETTER;
        plainTable(body, List.of(left, right), table -> {
            table.in("w:tr", row -> {
                cell(row, left, it -> issuer(it, left));
                cell(row, right, it -> {
                    line(it, WordStyle.NATIONAL_NAME, NATION);
                    line(it, WordStyle.MOTTO, MOTTO);
                    rule(it, right, measure.width(MOTTO, WordStyle.MOTTO.size(), true));
                });
            });
            table.in("w:tr", row -> {
                cell(row, left, it -> {
                    line(it, WordStyle.NUMBER, "Số: " + number());
                    if (letter) {
                        balanced(it, WordStyle.LETTER_SUBJECT, letterSubject(), left, "");
                    }
                    var urgency = document.marks().urgency();
                    if (urgency != null) {
                        framed(it, WordStyle.URGENCY, urgency.words(), left, urgency.widthMillimetres() * 57, "FF0000");
                    }
                });
                cell(row, right, it -> line(it, WordStyle.DATE, date()));
            });
        });
    }

    private void issuer(Markup cell, int width) {
        Agency issuer = document.issuer();
        if (issuer.superior() != null) {
            balanced(cell, WordStyle.SUPERIOR, issuer.superior(), width, "");
        }
        double last = balanced(cell, WordStyle.ISSUER, issuer.name(), width, "");
        rule(cell, width, last * RULE_SHARE);
    }

    private String number() {
        return switch (standing) {
            case WordWriter.Standing.Draft draft ->
                NO_NUMBER + "/" + document.particulars().symbol();
            case WordWriter.Standing.Copy copy -> copy.number();
        };
    }

    private String date() {
        String blank = "\u00a0".repeat(5);
        return switch (standing) {
            case WordWriter.Standing.Draft draft ->
                document.particulars().place() + ", ngày" + blank + "tháng" + blank + "năm" + blank;
            case WordWriter.Standing.Copy copy -> copy.placeAndDate();
        };
    }

    private String letterSubject() {
        String subject = document.particulars().subject();
        return subject.startsWith("V/v") ? subject : "V/v " + subject;
    }

    private void heading(Markup body) {
        int width = PagesOfWord.textWidth(false);
        var particulars = document.particulars();
        if (particulars.kind() != DocumentKind.LETTER) {
            line(body, WordStyle.HEADING, particulars.kind().heading());
            double last = balanced(body, WordStyle.SUBJECT, particulars.subject(), width, "");
            rule(body, width, last * RULE_SHARE);
        }
        addressees(body, width);
        if (document.enactedBy() != null) {
            balanced(body, WordStyle.ENACTED_BY, document.enactedBy(), width, "");
        }
        document.legalBases().forEach(it -> paragraph(body, WordStyle.BASIS, it));
    }

    /** One on the line of {@code Kính gửi:}, several under one another with their dashes under the colon (II.9.d). */
    private void addressees(Markup body, int width) {
        List<String> addressees = document.addressees();
        if (addressees.isEmpty()) {
            return;
        }
        if (addressees.size() == 1) {
            styled(
                    body,
                    WordStyle.ADDRESSEE,
                    it -> it.empty("w:spacing", "w:after", GAP_UNDER).value("w:jc", "center"),
                    it -> Runs.write(it, "Kính gửi: " + addressees.getFirst(), false, false));
            return;
        }
        double longest = addressees.stream()
                .mapToDouble(it -> measure.width("- " + it, WordStyle.ADDRESSEE.size(), false))
                .max()
                .orElse(0);
        double toColon = measure.width("Kính gửi", WordStyle.ADDRESSEE.size(), false);
        int left = (int) Math.max(0, width / 2.0 - (toColon + longest) * 10);
        styled(
                body,
                WordStyle.ADDRESSEE,
                it -> it.empty("w:ind", "w:left", String.valueOf(left)),
                it -> Runs.write(it, "Kính gửi:", false, false));
        for (int i = 0; i < addressees.size(); i++) {
            String addressee = addressees.get(i);
            boolean last = i == addressees.size() - 1;
            styled(
                    body,
                    WordStyle.ADDRESSEE_LINE,
                    it -> {
                        list(it, Lists.PLAIN_DASHES, 0);
                        if (last) {
                            it.empty("w:spacing", "w:after", GAP_UNDER);
                        }
                        it.empty("w:ind", "w:left", String.valueOf(left + (int) (toColon * 20)), "w:firstLine", "0");
                    },
                    it -> Runs.write(it, addressee, false, false));
        }
    }

    private void blocks(Markup body, List<Block> blocks, boolean landscape, boolean main) {
        lists.begin();
        for (int i = 0; i < blocks.size(); i++) {
            boolean closes = main && i == blocks.size() - 1;
            switch (blocks.get(i)) {
                case Block.Paragraph it
                when closes ->
                    styled(
                            body,
                            WordStyle.BODY,
                            look -> look.empty("w:keepNext"),
                            p -> Runs.write(p, it.text(), notes));
                case Block.Paragraph it -> paragraph(body, WordStyle.BODY, it.text());
                case Block.Centred it -> paragraph(body, WordStyle.CENTRED, it.text());
                case Block.Table it -> {
                    gap(body, 160);
                    new TableText(measure, notes).write(body, it, PagesOfWord.textWidth(landscape));
                    gap(body, 80);
                }
                case Block.Item it -> item(body, it, closes);
            }
        }
    }

    private void item(Markup body, Block.Item item, boolean kept) {
        WordStyle style = WordStyle.of(item.level(), item.titled());
        if (!Lists.automatic(item.level())) {
            styled(body, style, it -> kept(it, kept), it -> {
                Runs.write(it, item.marker() + " ", false, false);
                Runs.write(it, item.text(), notes);
            });
            return;
        }
        int list = lists.of(item);
        styled(body, style, it -> list(kept(it, kept), list, Lists.depth(item.level())), it -> {
            if (item.level().overItsTitle()) {
                it.in("w:r", run -> run.empty("w:br"));
            }
            Runs.write(it, item.text(), notes);
        });
    }

    /** White between text and a table; its height in twentieths of a point. */
    private static void gap(Markup body, int height) {
        body.in(
                "w:p",
                p -> p.in("w:pPr", it -> {
                    it.empty("w:keepNext")
                            .empty("w:spacing", "w:line", String.valueOf(height), "w:lineRule", "exact")
                            .in("w:rPr", run -> run.value("w:sz", 2));
                }));
    }

    /** Recipients beside the signature (II.7–9), on one page. */
    private void closing(Markup body) {
        int width = PagesOfWord.textWidth(false);
        int right = (int) (width * SIGNATURE_COLUMN);
        int left = width - right;
        boolean cosigned = !document.cosigners().isEmpty();
        plainTable(
                body,
                List.of(left, right),
                table -> table.in("w:tr", row -> {
                    row.in("w:trPr", it -> it.empty("w:cantSplit"));
                    cell(row, left, it -> {
                        if (cosigned) {
                            document.cosigners().forEach(by -> signature(it, List.of(by.capacity()), by.fullName()));
                        } else {
                            recipients(it);
                        }
                    });
                    cell(
                            row,
                            right,
                            it -> signature(it, capacity(), document.signatory().fullName()));
                }));
        if (cosigned) {
            recipients(body);
        }
    }

    /** {@code CHỦ TỌA} and the like stand over the line of authority. */
    private List<String> capacity() {
        var lines = new java.util.ArrayList<String>();
        if (!document.signatoryCapacity().isEmpty()) {
            lines.add(document.signatoryCapacity());
        }
        lines.addAll(document.signatory().authority().lines());
        return lines;
    }

    private void recipients(Markup at) {
        if (document.recipients().isEmpty()) {
            at.in("w:p", it -> {});
            return;
        }
        line(at, WordStyle.RECIPIENTS, "Nơi nhận:");
        for (String recipient : document.recipients()) {
            styled(
                    at,
                    WordStyle.RECIPIENT,
                    it -> {
                        list(it, Lists.PLAIN_DASHES, 0);
                        it.empty("w:ind", "w:firstLine", "0");
                    },
                    it -> Runs.write(it, recipient, false, false));
        }
        if (!document.marks().drafter().isEmpty()) {
            line(at, WordStyle.DRAFTER, document.marks().drafter());
        }
    }

    private static void signature(Markup cell, List<String> capacity, String fullName) {
        for (int i = 0; i < capacity.size(); i++) {
            int over = i == 0 ? SPACE_OVER_CLOSING : 0;
            String words = capacity.get(i);
            styled(
                    cell,
                    WordStyle.AUTHORITY,
                    it -> it.empty("w:spacing", "w:before", String.valueOf(over)),
                    it -> Runs.write(it, words, false, false));
        }
        styled(
                cell,
                WordStyle.SIGNATORY,
                it -> it.empty("w:spacing", "w:before", String.valueOf(SIGNATURE_ROOM)),
                it -> Runs.write(it, fullName, false, false));
    }

    private void annex(Markup body, Annex annex) {
        int width = PagesOfWord.textWidth(annex.landscape());
        line(body, WordStyle.ANNEX, annex.heading());
        balanced(body, WordStyle.ANNEX_TITLE, annex.title(), width, "");
        if (!annex.reference().isBlank()) {
            double last = balanced(body, WordStyle.ANNEX_REFERENCE, annex.reference(), width, "");
            rule(body, width, last * RULE_SHARE);
        }
        blocks(body, annex.body(), annex.landscape(), false);
    }

    private void paragraph(Markup body, WordStyle style, Inline.Text text) {
        styled(body, style, it -> {}, it -> Runs.write(it, text, notes));
    }

    private static void line(Markup at, WordStyle style, String text) {
        styled(at, style, it -> {}, it -> Runs.write(it, text, false, false));
    }

    /** A centred text in lines of about one length; answers the width of the last in points. */
    private double balanced(Markup at, WordStyle style, String text, int room, String before) {
        boolean capitals = style == WordStyle.ANNEX_TITLE;
        String measured = capitals ? text.toUpperCase(java.util.Locale.ROOT) : text;
        List<String> lines = measure.balanced(before + measured, style.size(), style.bold(), room / 20.0);
        styled(at, style, it -> {}, it -> {
            int from = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    it.in("w:r", run -> run.empty("w:br"));
                }
                int to = i == lines.size() - 1
                        ? text.length()
                        : from + lines.get(i).length();
                Runs.write(
                        it, text.substring(Math.min(from, text.length()), Math.min(to, text.length())), false, false);
                from = to + 1;
            }
        });
        return measure.width(lines.getLast(), style.size(), style.bold());
    }

    /** A drawn line in the middle of {@code room}; a paragraph's border, because that stays where it is when text is added. */
    private static void rule(Markup at, int room, double points) {
        int side = (int) Math.max(0, (room - points * 20) / 2);
        styled(
                at,
                WordStyle.RULE,
                it -> it.in(
                                "w:pBdr",
                                border -> border.empty(
                                        "w:bottom", "w:val", "single", "w:sz", "6", "w:space", "0", "w:color", "auto"))
                        .empty("w:spacing", "w:after", "80", "w:line", "80", "w:lineRule", "exact")
                        .empty("w:ind", "w:left", String.valueOf(side), "w:right", String.valueOf(side)),
                it -> {});
    }

    /** A word in a frame of its own width in the middle of {@code room}. */
    static void framed(Markup at, WordStyle style, String words, int room, int width, String colour) {
        String side = String.valueOf(Math.max(0, (room - width) / 2));
        styled(
                at,
                style,
                it -> {
                    it.in("w:pBdr", border -> {
                        for (String edge : List.of("top", "left", "bottom", "right")) {
                            border.empty(
                                    "w:" + edge, "w:val", "single", "w:sz", "8", "w:space", "3", "w:color", colour);
                        }
                    });
                    it.empty("w:ind", "w:left", side, "w:right", side);
                },
                it -> Runs.write(it, words, false, false));
    }

    private static void styled(Markup at, WordStyle style, Consumer<Markup> more, Consumer<Markup> runs) {
        at.in("w:p", it -> {
            it.in("w:pPr", look -> {
                look.value("w:pStyle", style.id());
                more.accept(look);
            });
            runs.accept(it);
        });
    }

    /** The last lines of the content stand with the signature. */
    private static Markup kept(Markup look, boolean kept) {
        return kept ? look.empty("w:keepNext") : look;
    }

    private static void list(Markup look, int list, int depth) {
        look.in("w:numPr", it -> it.value("w:ilvl", depth).value("w:numId", list));
    }

    private static void plainTable(Markup body, List<Integer> widths, Consumer<Markup> rows) {
        body.in("w:tbl", table -> {
            table.in("w:tblPr", it -> {
                it.empty(
                        "w:tblW",
                        "w:w",
                        String.valueOf(widths.stream().mapToInt(w -> w).sum()),
                        "w:type",
                        "dxa");
                it.empty("w:tblLayout", "w:type", "fixed");
                it.in(
                        "w:tblCellMar",
                        margins -> margins.empty("w:left", "w:w", "0", "w:type", "dxa")
                                .empty("w:right", "w:w", "0", "w:type", "dxa"));
            });
            table.in("w:tblGrid", grid -> widths.forEach(it -> grid.empty("w:gridCol", "w:w", String.valueOf(it))));
            rows.accept(table);
        });
    }

    private static void cell(Markup row, int width, Consumer<Markup> content) {
        row.in("w:tc", cell -> {
            cell.in("w:tcPr", it -> it.empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa"));
            content.accept(cell);
        });
    }
}
