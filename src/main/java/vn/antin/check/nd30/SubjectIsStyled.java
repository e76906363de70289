package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The subject is 13–14 and bold; a letter's V/v 12–13 and not bold; both upright. */
final class SubjectIsStyled extends FormatRule {

    SubjectIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        boolean letter = document.meaning().particulars().kind() == DocumentKind.LETTER;
        Look look =
                letter ? Look.upright(12, 13).bold(false) : Look.upright(13, 14).bold(true);
        document.appearance().all(Place.Part.SUBJECT).forEach(it -> look.judge(it, breaches));
    }
}
