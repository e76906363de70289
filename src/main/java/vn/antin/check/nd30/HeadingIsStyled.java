package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The kind's name is 13–14, bold, upright, in capitals. */
final class HeadingIsStyled extends FormatRule {

    HeadingIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        document.appearance()
                .all(Place.Part.HEADING)
                .forEach(it -> Look.upright(13, 14).bold(true).capitals(true).judge(it, breaches));
    }
}
