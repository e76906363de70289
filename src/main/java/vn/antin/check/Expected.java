package vn.antin.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/**
 * The words of a document's parts in reading order, against which lines found on pages are held: a line belongs to the
 * part whose next words it begins with. White space does not count.
 */
final class Expected {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u202F\\u00AD]+");
    private static final int SHORTEST_ANYWHERE = 4;

    private final List<Piece> pieces = new ArrayList<>();
    private int cursor;
    private @Nullable Piece last;

    /** What remains to be found of one entry of one part. */
    private static final class Piece {
        private final Place place;
        private final boolean note;
        private final String words;
        private int found;

        Piece(Place place, boolean note, String words) {
            this.place = place;
            this.note = note;
            this.words = words;
        }

        boolean takes(String line) {
            // The renderer sets an annex's title in capitals, however it was typed.
            boolean anyCase = place.part() == Place.Part.ANNEX && place.index() < 0;
            return found < words.length() && words.regionMatches(anyCase, found, line, 0, line.length());
        }
    }

    /** Where a line belongs. */
    record Match(Place place, boolean note) {}

    Expected(AdministrativeDocument document) {
        boolean letter = document.particulars().kind() == DocumentKind.LETTER;
        String subject = document.particulars().subject();
        if (document.issuer().superior() != null) {
            add(Place.of(Place.Part.ISSUER, 0), document.issuer().superior());
        }
        add(Place.of(Place.Part.ISSUER, 1), document.issuer().name());
        add(Place.of(Place.Part.NUMBER), "Số: /" + document.particulars().symbol());
        if (letter) {
            add(Place.of(Place.Part.SUBJECT), subject.startsWith("V/v") ? subject : "V/v " + subject);
        }
        add(Place.of(Place.Part.NATIONAL_NAME, 0), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        add(Place.of(Place.Part.NATIONAL_NAME, 1), "Độc lập - Tự do - Hạnh phúc");
        addMarks(document);
        if (!letter) {
            add(Place.of(Place.Part.HEADING), document.particulars().kind().heading());
            add(Place.of(Place.Part.SUBJECT), subject);
        }
        addAddressees(document.addressees());
        if (document.enactedBy() != null) {
            add(Place.of(Place.Part.ENACTED_BY), document.enactedBy());
        }
        for (int i = 0; i < document.legalBases().size(); i++) {
            add(Place.of(Place.Part.BASES, i), document.legalBases().get(i));
        }
        for (int i = 0; i < document.body().size(); i++) {
            add(Place.of(Place.Part.BODY, i), document.body().get(i));
        }
        addClosing(document);
        for (int a = 0; a < document.annexes().size(); a++) {
            Annex annex = document.annexes().get(a);
            add(Place.inAnnex(a, -1), annex.heading());
            add(Place.inAnnex(a, -1), annex.title());
            add(Place.inAnnex(a, -1), annex.reference());
            for (int i = 0; i < annex.body().size(); i++) {
                add(Place.inAnnex(a, i), annex.body().get(i));
            }
        }
    }

    private void addMarks(AdministrativeDocument document) {
        var marks = document.marks();
        if (marks.urgency() != null) {
            add(Place.of(Place.Part.MARKS, 0), marks.urgency().words());
        }
        if (marks.circulation() != null) {
            add(Place.of(Place.Part.MARKS, 1), marks.circulation().words());
        }
        if (!marks.drafter().isEmpty()) {
            add(Place.of(Place.Part.MARKS, 2), marks.drafter());
        }
    }

    private void addAddressees(List<String> addressees) {
        if (addressees.size() == 1) {
            add(Place.of(Place.Part.ADDRESSEES, 0), "Kính gửi:" + addressees.getFirst());
        } else if (!addressees.isEmpty()) {
            add(Place.of(Place.Part.ADDRESSEES), "Kính gửi:");
            for (int i = 0; i < addressees.size(); i++) {
                add(Place.of(Place.Part.ADDRESSEES, i), "-" + addressees.get(i));
            }
        }
    }

    private void addClosing(AdministrativeDocument document) {
        add(Place.of(Place.Part.RECIPIENTS), "Nơi nhận:");
        for (int i = 0; i < document.recipients().size(); i++) {
            add(Place.of(Place.Part.RECIPIENTS, i), "-" + document.recipients().get(i));
        }
        int line = 0;
        for (String authority : document.signatory().authority().lines()) {
            add(Place.of(Place.Part.SIGNATURE, line++), authority);
        }
        add(Place.of(Place.Part.SIGNATURE, line++), document.signatory().fullName());
        for (var cosigner : document.cosigners()) {
            add(Place.of(Place.Part.SIGNATURE, line++), cosigner.capacity());
            add(Place.of(Place.Part.SIGNATURE, line++), cosigner.fullName());
        }
        if (document.issuer().contact() != null) {
            add(Place.of(Place.Part.CONTACT), document.issuer().contact());
        }
    }

    private void add(Place place, Block block) {
        switch (block) {
            case Block.Paragraph it -> add(place, it.text());
            case Block.Centred it -> add(place, it.text());
            case Block.Item it -> {
                pieces.add(new Piece(place, false, bare(it.marker() + it.text().plain())));
                addNotes(place, it.text());
            }
            case Block.Table it -> it.rows().forEach(row -> row.cells().forEach(cell -> add(place, cell.text())));
        }
    }

    private void add(Place place, Inline.Text text) {
        add(place, text.plain());
        addNotes(place, text);
    }

    private void addNotes(Place place, Inline.Text text) {
        for (Inline part : text.parts()) {
            if (part instanceof Inline.Footnote note) {
                // The note's own mark is raised and small, and so no part of its line.
                pieces.add(new Piece(place, true, bare(note.note().plain())));
            }
        }
    }

    private void add(Place place, String words) {
        String bare = bare(words);
        if (!bare.isEmpty()) {
            pieces.add(new Piece(place, false, bare));
        }
    }

    /** Where the next line found on the pages belongs; null when it is none of the document's own words. */
    @Nullable
    Match match(String text) {
        String line = bare(text);
        if (line.isEmpty()) {
            return null;
        }
        if (last != null && last.takes(line)) {
            return taken(last, line);
        }
        for (int i = cursor; i < pieces.size(); i++) {
            boolean anywhere = line.length() >= SHORTEST_ANYWHERE || i <= cursor + 1;
            if (anywhere && pieces.get(i).takes(line)) {
                return taken(i, line);
            }
        }
        for (int i = 0; i < cursor; i++) {
            if (line.length() >= SHORTEST_ANYWHERE && pieces.get(i).takes(line)) {
                return taken(pieces.get(i), line);
            }
        }
        return null;
    }

    private Match taken(int index, String line) {
        // Notes and stamps stand outside of the reading order.
        if (!pieces.get(index).note && pieces.get(index).place.part() != Place.Part.MARKS) {
            cursor = index;
        }
        return taken(pieces.get(index), line);
    }

    private Match taken(Piece piece, String line) {
        piece.found += line.length();
        last = piece;
        return new Match(piece.place, piece.note);
    }

    private static String bare(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    }
}
