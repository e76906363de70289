package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** {@code Nơi nhận:} is written without a blank before its colon. */
final class RecipientsTitleIsExact extends FormatRule {

    RecipientsTitleIsExact() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        document.appearance()
                .first(Place.Part.RECIPIENTS)
                .map(Appearance.Seen::text)
                .filter(it -> !it.strip().equals("Nơi nhận:"))
                .ifPresent(it -> breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS).at(it),
                        "Ghi “" + it + "”.",
                        "Ghi “Nơi nhận:” trên một dòng riêng.",
                        "Nơi nhận:")));
    }
}
