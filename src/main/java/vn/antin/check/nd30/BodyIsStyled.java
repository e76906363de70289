package vn.antin.check.nd30;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** The content is 13–14 and upright. */
final class BodyIsStyled extends FormatRule {

    BodyIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Block> body = document.meaning().body();
        var told = new HashSet<Place>();
        for (Appearance.Seen it : document.appearance().all(Place.Part.BODY)) {
            boolean table = it.place().index() >= 0
                    && it.place().index() < body.size()
                    && body.get(it.place().index()) instanceof Block.Table;
            if (!table && told.add(it.place())) {
                // A word or a line may be italic for weight; a paragraph's size may not differ.
                new Look(13, 14, null, null, null).judge(it, breaches);
            }
        }
    }
}
