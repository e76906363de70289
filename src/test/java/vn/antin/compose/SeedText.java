package vn.antin.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.antin.agency.Signatory;
import vn.antin.kernel.DocumentKind;

/**
 * The words of one of the five documents in an order that does not depend on where they came from: its scan, our
 * document, or the text taken from our PDF.
 *
 * <p>The normalisation, all of it:
 *
 * <ol>
 *   <li>Unicode NFC.
 *   <li>The scan's own notation is taken away: heading signs, stars of bold and italic, {@code <sup>}, {@code <url>},
 *       links, {@code $\geq 80\%$}, rules of hyphens; {@code - +} at the beginning of a line is {@code +}.
 *   <li>What {@code corrections.json} lists for the seed: slips of the scan are corrected, marks that are not text are
 *       left out of the scan, words that the scan lost are left out of ours.
 *   <li>Words are parted by white space of any kind; there is none before {@code : ; , . )}; a year range broken after
 *       its hyphen is joined. Of a printed page its artifacts (page numbers, repeated header rows) and the look-up line
 *       are left out.
 *   <li>Reading order: the words are sorted into opening, text, footnotes in their order, closing, annexes. Opening and
 *       closing stand in two columns, which each source reads in its own order, so their words are compared sorted.
 *   <li>The number before the slash and the line of place and date come from the register at issue and are left out.
 * </ol>
 */
public record SeedText(
        List<String> opening, List<String> text, List<String> notes, List<String> closing, List<String> annexes) {
    private static final Pattern NOTE = Pattern.compile("(?m)^<sup>(\\d+)</sup> (.*(?:\\n(?!\\n).+)*)\\n?");

    /** What the scan read of one seed. */
    public static SeedText scanned(Seed seed) {
        String scan = Normalizer.normalize(seed.scan(), Normalizer.Form.NFC);
        for (var it : seed.known().path("notText")) {
            scan = scan.replace(it.asString(), "");
        }
        for (var it : seed.known().path("corrections")) {
            scan = scan.replace(
                    it.path("scanned").asString(), it.path("corrected").asString());
        }
        var notes = new StringBuilder();
        String text = seed.name().equals("001") ? withoutTypedNotes(scan, notes) : withoutNotes(scan, notes);
        AdministrativeDocument document = seed.document();
        return arranged(plain(text), plain(notes.toString()), document);
    }

    /** What our document says, numbers and marks included. */
    public static SeedText of(AdministrativeDocument document) {
        var text = new StringBuilder();
        var notes = new TreeMap<Integer, Inline.Text>();
        if (document.issuer().superior() != null) {
            text.append(document.issuer().superior()).append('\n');
        }
        text.append(document.issuer().name()).append('\n');
        text.append("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
        var particulars = document.particulars();
        text.append("Số: /").append(particulars.symbol()).append('\n');
        if (particulars.kind() == DocumentKind.LETTER) {
            text.append("V/v ").append(particulars.subject()).append("\nKính gửi:\n");
            for (String it : document.addressees()) {
                text.append(document.addressees().size() > 1 ? "- " : "")
                        .append(it)
                        .append('\n');
            }
        } else {
            text.append(particulars.kind().heading()).append('\n');
            text.append(particulars.subject()).append('\n');
        }
        document.legalBases().forEach(it -> append(it, text, notes));
        blocks(document.body(), text, notes);
        text.append("Nơi nhận:\n");
        document.recipients().forEach(it -> text.append("- ").append(it).append('\n'));
        document.signatory().authority().lines().forEach(it -> text.append(it).append('\n'));
        text.append(document.signatory().fullName()).append('\n');
        for (Annex annex : document.annexes()) {
            text.append(annex.heading()).append('\n');
            text.append(annex.title()).append('\n');
            text.append(annex.reference()).append('\n');
            blocks(annex.body(), text, notes);
        }
        var allNotes = new StringBuilder();
        notes.forEach((number, note) ->
                allNotes.append(number).append(' ').append(note.plain()).append('\n'));
        return arranged(text.toString(), allNotes.toString(), document);
    }

    /** What a reader of our PDF gets from its pages. */
    public static SeedText printed(PDDocument pdf, AdministrativeDocument document) {
        try {
            var pages = new PageReader();
            pages.getText(pdf);
            String text = pages.text.toString().replaceAll("Mã tra cứu: [0-9A-Z-]{14}", " ");
            return arranged(text, pages.notes.toString(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours without the words that the scan lost. */
    public SeedText without(List<String> lost) {
        var left = new ArrayList<>(opening);
        for (String it : lost) {
            words(it).forEach(left::remove);
        }
        return new SeedText(left, text, notes, closing, annexes);
    }

    int size() {
        return all().size();
    }

    List<String> all() {
        var all = new ArrayList<String>();
        List.of(opening, text, notes, closing, annexes).forEach(all::addAll);
        return all;
    }

    /** Sorts running text into its parts by what every document has: its heading, and the signatory's block. */
    private static SeedText arranged(String text, String notes, AdministrativeDocument document) {
        String flat = String.join(" ", words(text));
        String place = Pattern.quote(document.issuer().place());
        flat = flat.replaceFirst(place + ", ngày( \\d+)? tháng( \\d+)? năm( \\d+)?", "")
                .replaceFirst("Số: ?\\d* ?/", "Số: /");
        Signatory signatory = document.signatory();
        int recipients = flat.lastIndexOf("Nơi nhận");
        int authority = flat.lastIndexOf(signatory.authority().lines().getFirst());
        int from = Math.min(recipients, authority);
        int name =
                flat.indexOf(signatory.fullName(), from) + signatory.fullName().length();
        String lastRecipient = document.recipients().getLast();
        int to = Math.max(name, flat.indexOf(lastRecipient, from) + lastRecipient.length());
        // Seeds 000's closing was scanned before the last paragraphs; annexes begin with their heading.
        String after = flat.substring(to);
        int annex = document.annexes().isEmpty() ? after.length() : after.indexOf("Phụ lục");
        String main = flat.substring(0, from) + " " + after.substring(0, annex);
        String anchor = document.particulars().kind() == DocumentKind.LETTER
                ? "Kính gửi"
                : document.particulars().kind().heading();
        int heading = main.indexOf(anchor);
        int bodyFrom = heading < 0
                ? 0
                : heading + (document.particulars().kind() == DocumentKind.LETTER ? 0 : anchor.length());
        return new SeedText(
                words(main.substring(0, bodyFrom)).stream().sorted().toList(),
                words(main.substring(bodyFrom)),
                words(notes),
                words(flat.substring(from, to)).stream().sorted().toList(),
                words(after.substring(annex)));
    }

    private static List<String> words(String text) {
        String spaced = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("(\\d-)\\s*\\n\\s*(?=\\d)", "$1")
                .replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll(" (?=[:;,.)](\\s|$))", "")
                .strip();
        return spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split(" "));
    }

    private static void blocks(List<Block> blocks, StringBuilder text, TreeMap<Integer, Inline.Text> notes) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph it -> append(it.text(), text, notes);
                case Block.Centred it -> append(it.text(), text, notes);
                case Block.Item it -> {
                    text.append(it.marker()).append(' ');
                    append(it.text(), text, notes);
                }
                case Block.Table it ->
                    it.rows().forEach(row -> row.cells().forEach(cell -> append(cell.text(), text, notes)));
            }
        }
    }

    private static void append(Inline.Text source, StringBuilder text, TreeMap<Integer, Inline.Text> notes) {
        for (Inline part : source.parts()) {
            switch (part) {
                case Inline.Run run -> text.append(run.text());
                case Inline.Break line -> text.append('\n');
                case Inline.Footnote note -> {
                    text.append(note.number());
                    notes.put(note.number(), note.note());
                }
            }
        }
        text.append('\n');
    }

    private static String withoutNotes(String scan, StringBuilder notes) {
        Matcher matcher = NOTE.matcher(scan);
        while (matcher.find()) {
            notes.append(matcher.group(1)).append(' ').append(matcher.group(2)).append('\n');
        }
        return matcher.replaceAll("");
    }

    /** In seed 001 a line of spaces parts a page's notes from its text, and the next page begins with a space. */
    private static String withoutTypedNotes(String scan, StringBuilder notes) {
        var text = new StringBuilder();
        boolean inNotes = false;
        for (String line : scan.split("\n", -1)) {
            if (line.matches(" {15,}")) {
                inNotes = true;
            } else if (inNotes && line.matches(" \\S.*")) {
                inNotes = false;
            }
            (inNotes ? notes : text).append(line).append('\n');
        }
        return text.toString();
    }

    private static String plain(String scan) {
        return scan.replaceAll("(?m)^#+ ", "")
                .replaceAll("(?m)^---$", "")
                .replaceAll("(?m)^- \\+ ", "+ ")
                .replaceAll("\\[([^\\]]+)]\\(https?://[^)]+\\)", "$1")
                .replaceAll("<(https?://[^>]+)>", "$1")
                .replaceAll("</?sup>", "")
                .replaceAll("\\$\\\\geq ([\\d,]+)\\\\%\\$", "≥ $1%")
                .replace("\\*", "\u0001")
                .replaceAll("(?m)^\\*\\*\\* ", "\u0001 ")
                .replace("*", "")
                .replace("\u0001", "*");
    }

    /**
     * Reads pages in the order in which they were written; a small raised number that opens a line at the foot of a
     * page begins the notes of that page.
     */
    private static final class PageReader extends PDFTextStripper {
        private static final float LARGEST_MARK = 9;

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder notes = new StringBuilder();
        private final Deque<COSName> open = new ArrayDeque<>();
        private int nextNote = 1;
        private boolean inNotes;
        private boolean lineBegins = true;

        PageReader() {
            addOperator(new BeginMarkedContentSequence(this));
            addOperator(new BeginMarkedContentSequenceWithProperties(this));
            addOperator(new EndMarkedContentSequence(this));
        }

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            open.push(tag);
        }

        @Override
        public void endMarkedContentSequence() {
            open.pop();
        }

        @Override
        protected void processTextPosition(TextPosition position) {
            if (!open.contains(COSName.ARTIFACT)) {
                super.processTextPosition(position);
            }
        }

        @Override
        protected void startPage(PDPage page) {
            inNotes = false;
            lineBegins = true;
            text.append('\n');
            notes.append('\n');
        }

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            TextPosition first = positions.getFirst();
            String mark = String.valueOf(nextNote);
            if (lineBegins && first.getFontSizeInPt() < LARGEST_MARK && string.startsWith(mark)) {
                inNotes = true;
                nextNote++;
            }
            if (string.startsWith("Mã tra cứu")) {
                text.append(string).append('\n');
            } else {
                (inNotes ? notes : text).append(string);
            }
            lineBegins = false;
        }

        @Override
        protected void writeWordSeparator() {
            (inNotes ? notes : text).append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            (inNotes ? notes : text).append('\n');
            lineBegins = true;
        }
    }
}
