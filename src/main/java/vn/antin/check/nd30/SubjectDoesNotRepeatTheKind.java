package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The subject does not say the kind again that stands over it. */
final class SubjectDoesNotRepeatTheKind extends FormatRule {

    SubjectDoesNotRepeatTheKind() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.5.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var said = document.meaning().particulars();
        String kind = said.kind().vietnamese();
        String subject = said.subject().strip();
        if (!said.kind().heading().isEmpty()
                && subject.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT) + " ")) {
            String rest = subject.substring(kind.length()).strip();
            breaches.accept(new Breach(
                    Place.of(Place.Part.SUBJECT).at(subject),
                    "Trích yếu nhắc lại tên loại “" + kind + "”.",
                    "Bỏ tên loại ở đầu trích yếu.",
                    rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1)));
        }
    }
}
