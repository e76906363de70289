package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Kính gửi and the addressees are 13–14, upright. */
final class AddresseesAreStyled extends FormatRule {

    AddresseesAreStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        document.appearance()
                .all(Place.Part.ADDRESSEES)
                .forEach(it -> Look.upright(13, 14).capitals(false).judge(it, breaches));
    }
}
