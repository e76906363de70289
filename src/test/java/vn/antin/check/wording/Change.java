package vn.antin.check.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;

/** Changes of one thing in a finished document. A change that finds nothing to change gives it back as it is. */
public final class Change {
    private Change() {}

    /** A paragraph more, where no list is torn apart. */
    public static UnaryOperator<AdministrativeDocument> paragraph(String text) {
        return blocks(new Block.Paragraph(Inline.Text.plain(text)));
    }

    /** Blocks more, where no list is torn apart. */
    public static UnaryOperator<AdministrativeDocument> blocks(Block... more) {
        return document -> {
            List<Block> body = document.body();
            for (int i = 1; i < body.size(); i++) {
                String before = plain(body.get(i - 1)).strip();
                if (!before.endsWith(":") && before.matches("(?s).*[.;]") && !(body.get(i) instanceof Block.Table)) {
                    var changed = new ArrayList<>(body);
                    changed.addAll(i, List.of(more));
                    return withBody(document, changed);
                }
            }
            return document;
        };
    }

    /** A paragraph with a note to its last word. */
    public static Block noted(String text, String note) {
        return new Block.Paragraph(new Inline.Text(List.of(
                new Inline.Run(text, false, false),
                new Inline.Footnote(1, Inline.Text.plain(note)),
                new Inline.Run(".", false, false))));
    }

    public static Block dash(String text) {
        return new Block.Item(Level.DASH, 0, false, Inline.Text.plain(text));
    }

    /** A table of that header and those rows, cells parted by {@code |}. */
    public static Block.Table table(String header, String... rows) {
        var all = new ArrayList<Block.Row>();
        all.add(row(header));
        for (String it : rows) {
            all.add(row(it));
        }
        int columns = all.getFirst().cells().size();
        return new Block.Table(java.util.Collections.nCopies(columns, 1), 1, all);
    }

    private static Block.Row row(String cells) {
        var row = new ArrayList<Block.Cell>();
        for (String it : cells.split("\\|", -1)) {
            row.add(new Block.Cell(Inline.Text.plain(it.strip()), 1, false, false));
        }
        return new Block.Row(row);
    }

    /** A ground more, before the others; only for a document that has grounds. */
    public static UnaryOperator<AdministrativeDocument> ground(String text) {
        return document -> {
            if (document.legalBases().isEmpty()) {
                return document;
            }
            var bases = new ArrayList<Inline.Text>();
            bases.add(Inline.Text.plain(text));
            bases.addAll(document.legalBases());
            return with(document, document.particulars(), bases, document.body(), document.recipients());
        };
    }

    /** Words in the place of others, the first time that they stand in grounds or text. */
    public static UnaryOperator<AdministrativeDocument> words(String old, String words) {
        return document -> {
            var bases = new ArrayList<>(document.legalBases());
            for (int i = 0; i < bases.size(); i++) {
                if (has(bases.get(i), old)) {
                    bases.set(i, replaced(bases.get(i), old, words));
                    return with(document, document.particulars(), bases, document.body(), document.recipients());
                }
            }
            var body = new ArrayList<>(document.body());
            for (int i = 0; i < body.size(); i++) {
                Block changed = switch (body.get(i)) {
                    case Block.Paragraph it
                    when has(it.text(), old) -> new Block.Paragraph(replaced(it.text(), old, words));
                    case Block.Item it
                    when has(it.text(), old) ->
                        new Block.Item(
                                it.level(), it.ordinal(), it.titled(), it.typed(), replaced(it.text(), old, words));
                    default -> body.get(i);
                };
                if (!changed.equals(body.get(i))) {
                    body.set(i, changed);
                    return withBody(document, body);
                }
            }
            return document;
        };
    }

    public static UnaryOperator<AdministrativeDocument> recipient(UnaryOperator<List<String>> change) {
        return document -> with(
                document,
                document.particulars(),
                document.legalBases(),
                document.body(),
                change.apply(document.recipients()));
    }

    /** The change only for documents of that kind. */
    public static UnaryOperator<AdministrativeDocument> only(
            DocumentKind kind, UnaryOperator<AdministrativeDocument> change) {
        return document -> document.particulars().kind() == kind ? change.apply(document) : document;
    }

    public static UnaryOperator<AdministrativeDocument> signedBy(UnaryOperator<String> change) {
        return document -> {
            Signatory it = document.signatory();
            return new AdministrativeDocument(
                    document.particulars(),
                    document.issuer(),
                    new Signatory(it.person(), change.apply(it.fullName()), it.agency(), it.authority()),
                    document.marks(),
                    document.addressees(),
                    document.legalBases(),
                    document.enactedBy(),
                    document.body(),
                    document.cosigners(),
                    document.recipients(),
                    document.annexes(),
                    document.answers());
        };
    }

    /** An annex more. */
    public static UnaryOperator<AdministrativeDocument> annex(String title, Block... blocks) {
        return document -> {
            var annexes = new ArrayList<>(document.annexes());
            annexes.add(new Annex(annexes.isEmpty() ? 0 : annexes.size() + 1, title, "(Kèm theo)", List.of(blocks)));
            return new AdministrativeDocument(
                    document.particulars(),
                    document.issuer(),
                    document.signatory(),
                    document.marks(),
                    document.addressees(),
                    document.legalBases(),
                    document.enactedBy(),
                    document.body(),
                    document.cosigners(),
                    document.recipients(),
                    annexes,
                    document.answers());
        };
    }

    static String plain(Block block) {
        return switch (block) {
            case Block.Paragraph it -> it.text().plain();
            case Block.Item it -> it.text().plain();
            case Block.Centred it -> "";
            case Block.Table it -> "";
        };
    }

    private static boolean has(Inline.Text text, String words) {
        return text.parts().stream()
                .anyMatch(it -> it instanceof Inline.Run run && run.text().contains(words));
    }

    private static Inline.Text replaced(Inline.Text text, String old, String words) {
        var parts = new ArrayList<Inline>();
        boolean done = false;
        for (Inline it : text.parts()) {
            if (!done && it instanceof Inline.Run run && run.text().contains(old)) {
                int at = run.text().indexOf(old);
                parts.add(new Inline.Run(
                        run.text().substring(0, at) + words + run.text().substring(at + old.length()),
                        run.bold(),
                        run.italic()));
                done = true;
            } else {
                parts.add(it);
            }
        }
        return new Inline.Text(parts);
    }

    private static AdministrativeDocument withBody(AdministrativeDocument document, List<Block> body) {
        return with(document, document.particulars(), document.legalBases(), body, document.recipients());
    }

    private static AdministrativeDocument with(
            AdministrativeDocument it,
            Particulars particulars,
            List<Inline.Text> bases,
            List<Block> body,
            List<String> recipients) {
        return new AdministrativeDocument(
                particulars,
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                bases,
                it.enactedBy(),
                body,
                it.cosigners(),
                recipients,
                it.annexes(),
                it.answers());
    }
}
