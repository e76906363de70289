package vn.antin.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a document's running text and where it stands.
 *
 * @param note whether it is the text of a footnote whose mark stands at the place
 */
public record Passage(Place place, Inline.Text text, boolean note) {
    /** The characters, without styles and without the notes. */
    public String plain() {
        return text.plain();
    }

    /** All running text of a document in reading order: subject, grounds, addressees, content, recipients, annexes. */
    public static List<Passage> of(AdministrativeDocument document) {
        var passages = new ArrayList<Passage>();
        add(
                passages,
                Place.of(Place.Part.SUBJECT),
                Inline.Text.plain(document.particulars().subject()));
        for (int i = 0; i < document.addressees().size(); i++) {
            add(
                    passages,
                    Place.of(Place.Part.ADDRESSEES, i),
                    Inline.Text.plain(document.addressees().get(i)));
        }
        for (int i = 0; i < document.legalBases().size(); i++) {
            add(passages, Place.of(Place.Part.BASES, i), document.legalBases().get(i));
        }
        for (int i = 0; i < document.body().size(); i++) {
            addBlock(passages, Place.of(Place.Part.BODY, i), document.body().get(i));
        }
        for (int i = 0; i < document.recipients().size(); i++) {
            add(
                    passages,
                    Place.of(Place.Part.RECIPIENTS, i),
                    Inline.Text.plain(document.recipients().get(i)));
        }
        for (int a = 0; a < document.annexes().size(); a++) {
            Annex annex = document.annexes().get(a);
            add(passages, Place.inAnnex(a, -1), Inline.Text.plain(annex.title()));
            for (int i = 0; i < annex.body().size(); i++) {
                addBlock(passages, Place.inAnnex(a, i), annex.body().get(i));
            }
        }
        return passages;
    }

    private static void addBlock(List<Passage> passages, Place place, Block block) {
        switch (block) {
            case Block.Paragraph it -> add(passages, place, it.text());
            case Block.Item it -> add(passages, place, it.text());
            case Block.Centred it -> add(passages, place, it.text());
            case Block.Table it ->
                it.rows().forEach(row -> row.cells().forEach(cell -> add(passages, place, cell.text())));
        }
    }

    private static void add(List<Passage> passages, Place place, Inline.Text text) {
        passages.add(new Passage(place, text, false));
        for (Inline part : text.parts()) {
            if (part instanceof Inline.Footnote note) {
                passages.add(new Passage(place, note.note(), true));
            }
        }
    }
}
