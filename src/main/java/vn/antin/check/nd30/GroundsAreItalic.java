package vn.antin.check.nd30;

import java.util.HashSet;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Grounds are 13–14, italic. */
final class GroundsAreItalic extends FormatRule {

    GroundsAreItalic() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.6.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var told = new HashSet<Place>();
        for (Appearance.Seen it : document.appearance().all(Place.Part.BASES)) {
            if (told.add(it.place())) {
                Look.italic(13, 14).bold(false).judge(it, breaches);
            }
        }
    }
}
