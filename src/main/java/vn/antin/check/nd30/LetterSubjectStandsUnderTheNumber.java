package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A letter's subject stands 6 points under the number. */
final class LetterSubjectStandsUnderTheNumber extends FormatRule {

    LetterSubjectStandsUnderTheNumber() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() != DocumentKind.LETTER) {
            return;
        }
        var number = document.appearance().first(Place.Part.NUMBER);
        var subject = document.appearance().first(Place.Part.SUBJECT);
        if (number.isEmpty() || subject.isEmpty()) {
            return;
        }
        double line = number.get().size() * 1.15 * 25.4 / 72;
        double gap = (subject.get().top() - number.get().top() - line) * 72 / 25.4;
        // A date beside the number may be a size larger and make the line a little higher.
        if (gap < 4 || gap > 9) {
            breaches.accept(new Breach(
                    subject.get().place(),
                    "Trích yếu cách số, ký hiệu " + Math.round(gap) + " pt.",
                    "Đặt trích yếu dưới số, ký hiệu, cách 6 pt."));
        }
    }
}
