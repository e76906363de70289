package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The kind's name and the subject stand in the middle of the page. */
final class HeadingStandsInTheMiddle extends FormatRule {

    HeadingStandsInTheMiddle() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() == DocumentKind.LETTER) {
            return;
        }
        Stream.of(Place.Part.HEADING, Place.Part.SUBJECT)
                .flatMap(part -> document.appearance().all(part).stream())
                // The text's middle lies right of the paper's by half the difference of its margins, 5 to 10 mm.
                .filter(it -> Math.abs(it.left() + it.width() / 2 - 111) > 7)
                .findFirst()
                .ifPresent(it -> breaches.accept(new Breach(
                        it.place(),
                        "Dòng “" + it.text() + "” không canh giữa.",
                        "Canh giữa tên loại và trích yếu theo chiều ngang văn bản.")));
    }
}
