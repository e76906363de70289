package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A colon follows Kính gửi. */
final class SalutationHasItsColon extends FormatRule {
    private static final Pattern NO_COLON = Pattern.compile("^Kính gửi(?!:)\\s*:?\\s*");

    SalutationHasItsColon() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.ADDRESSEES)) {
            Matcher typed = NO_COLON.matcher(it.text());
            if (typed.find()) {
                breaches.accept(new Breach(
                        it.place().at(it.text()),
                        "Sau “Kính gửi” thiếu dấu hai chấm hoặc có dấu cách trước dấu hai chấm.",
                        "Ghi “Kính gửi:” rồi đến nơi nhận.",
                        typed.replaceFirst("Kính gửi: ").strip()));
            }
        }
    }
}
