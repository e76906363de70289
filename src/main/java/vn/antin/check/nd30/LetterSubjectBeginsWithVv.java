package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The subject of a letter stands after V/v. */
final class LetterSubjectBeginsWithVv extends FormatRule {

    LetterSubjectBeginsWithVv() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() != DocumentKind.LETTER) {
            return;
        }
        document.appearance()
                .first(Place.Part.SUBJECT)
                .filter(it -> !it.text().startsWith("V/v "))
                .ifPresent(it -> breaches.accept(new Breach(
                        it.place().at(it.text()),
                        "Trích yếu công văn không bắt đầu bằng “V/v”.",
                        "Ghi “V/v” và trích yếu.",
                        "V/v " + it.text().replaceFirst("(?i)^v/v[:.]?\\s*", ""))));
    }
}
