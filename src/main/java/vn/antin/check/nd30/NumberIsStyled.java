package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Number and symbol are 13, upright, not bold. */
final class NumberIsStyled extends FormatRule {

    NumberIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        document.appearance()
                .all(Place.Part.NUMBER)
                .forEach(it -> Look.upright(13, 13).bold(false).judge(it, breaches));
    }
}
