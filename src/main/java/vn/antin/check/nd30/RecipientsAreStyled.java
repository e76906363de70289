package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Nơi nhận is 12, bold, italic; the list 11, upright. */
final class RecipientsAreStyled extends FormatRule {

    RecipientsAreStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.RECIPIENTS)) {
            boolean title = it.place().index() < 0 && it.text().startsWith("Nơi nhận");
            (title ? Look.italic(12, 12).bold(true) : Look.upright(11, 11).bold(false)).judge(it, breaches);
        }
    }
}
