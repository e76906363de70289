package vn.antin.check.figures;

import java.util.ArrayList;
import java.util.List;
import vn.antin.check.Citation;
import vn.antin.check.Source;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;

/** What the rules of figures ask of a document alike. */
final class Said {
    private Said() {}

    static Citation goodSense(String what) {
        return new Citation(Source.GOOD_SENSE, what);
    }

    /** A run of blocks: the body, or one annex. */
    record Part(int annex, List<Block> blocks) {
        Place place(int index) {
            return annex < 0 ? Place.of(Place.Part.BODY, index) : Place.inAnnex(annex, index);
        }
    }

    /** The body and the annexes. */
    static List<Part> parts(AdministrativeDocument document) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(-1, document.body()));
        for (int a = 0; a < document.annexes().size(); a++) {
            parts.add(new Part(a, document.annexes().get(a).body()));
        }
        return parts;
    }

    /** A block's own words; of a table none. */
    static String plain(Block block) {
        Inline.Text text = switch (block) {
            case Block.Paragraph it -> it.text();
            case Block.Item it -> it.text();
            case Block.Centred it -> it.text();
            case Block.Table it -> Inline.Text.plain("");
        };
        return text.plain();
    }
}
