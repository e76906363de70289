package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** Place and date are 13–14, italic, not bold. */
final class DateIsStyled extends FormatRule {

    DateIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        // Minutes bear their time in the text and no line of place and date (annex III, form 1.9).
        if (document.meaning().particulars().kind() == DocumentKind.MINUTES) {
            return;
        }

        document.appearance()
                .all(Place.Part.DATE)
                .forEach(it -> Look.italic(13, 14).bold(false).capitals(false).judge(it, breaches));
    }
}
