package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** No full stop or semicolon ends the subject. */
final class SubjectEndsWithoutAStop extends FormatRule {

    SubjectEndsWithoutAStop() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.5.a; Mục V");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String subject = document.meaning().particulars().subject().strip();
        if (subject.endsWith(".") || subject.endsWith(";") || subject.endsWith(",")) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SUBJECT).at(subject),
                    "Cuối trích yếu có dấu “" + subject.charAt(subject.length() - 1) + "”.",
                    "Bỏ dấu ở cuối trích yếu.",
                    subject.substring(0, subject.length() - 1).strip()));
        }
    }
}
