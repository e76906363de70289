package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The subject is one short sentence or phrase. */
final class SubjectIsBrief extends FormatRule {
    /** The longest subject of the sample documents has 44. */
    private static final int MOST_WORDS = 50;

    SubjectIsBrief() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.5.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String subject = document.meaning().particulars().subject().strip();
        if (subject.split("\\s+").length > MOST_WORDS) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SUBJECT),
                    "Trích yếu dài " + subject.split("\\s+").length + " chữ.",
                    "Rút gọn thành một câu ngắn hoặc một cụm từ."));
        }
    }
}
