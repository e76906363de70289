package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A document says something. */
public final class BodyIsPresent implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Điều 8.2.e");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        if (document.meaning().body().isEmpty()) {
            breaches.accept(
                    new Breach(Place.of(Place.Part.BODY), "Văn bản chưa có nội dung.", "Nhập nội dung văn bản."));
        }
    }
}
