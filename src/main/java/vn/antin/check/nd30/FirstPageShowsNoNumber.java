package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The first page of a document or an annex shows no page number. */
final class FirstPageShowsNoNumber extends FormatRule {

    FirstPageShowsNoNumber() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.7");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.PAGE)) {
            if (it.page() == 1) {
                breaches.accept(new Breach(
                        it.place(), "Trang thứ nhất hiện số trang “" + it.text() + "”.", "Bỏ số ở trang thứ nhất."));
            }
        }
    }
}
