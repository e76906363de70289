package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A document says briefly what it is about (trích yếu). */
public final class SubjectIsPresent implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, II.5.a");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        if (document.meaning().particulars().subject().isBlank()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SUBJECT),
                    "Văn bản chưa có trích yếu nội dung.",
                    "Ghi một câu ngắn nêu nội dung chủ yếu của văn bản."));
        }
    }
}
