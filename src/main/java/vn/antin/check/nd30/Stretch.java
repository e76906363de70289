package vn.antin.check.nd30;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/**
 * A run of blocks that is numbered by itself: the content, or one annex.
 *
 * @param annex which annex; -1 for the content
 */
record Stretch(int annex, List<Block> blocks) {
    /** The content and every annex. */
    static List<Stretch> of(AdministrativeDocument document) {
        var stretches = new ArrayList<Stretch>();
        stretches.add(new Stretch(-1, document.body()));
        for (int i = 0; i < document.annexes().size(); i++) {
            stretches.add(new Stretch(i, document.annexes().get(i).body()));
        }
        return stretches;
    }

    Place place(int index) {
        return annex < 0 ? Place.of(Place.Part.BODY, index) : Place.inAnnex(annex, index);
    }

    /** The words of a block; a table's are not one text. */
    static String plain(Block block) {
        return switch (block) {
            case Block.Paragraph it -> it.text().plain();
            case Block.Item it -> it.text().plain();
            case Block.Centred it -> it.text().plain();
            case Block.Table it -> "";
        };
    }
}
