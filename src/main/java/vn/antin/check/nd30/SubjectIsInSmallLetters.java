package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The subject is not set in capitals. */
final class SubjectIsInSmallLetters extends FormatRule {

    SubjectIsInSmallLetters() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String subject = document.meaning().particulars().subject();
        if (subject.strip().contains(" ") && Look.allCapitals(subject)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SUBJECT).at(subject),
                    "Trích yếu in hoa toàn bộ.",
                    "Ghi trích yếu bằng chữ in thường."));
        }
    }
}
