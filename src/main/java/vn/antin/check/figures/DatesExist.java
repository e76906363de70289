package vn.antin.check.figures;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;

/** There is such a day: no 31 April, no month 13. */
public final class DatesExist implements Rule {
    @Override
    public Citation citation() {
        return Said.goodSense("ngày có thật");
    }

    /** Nobody can doubt it, and a deadline on no day binds nobody. */
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        for (Passage passage : Passage.of(document.meaning())) {
            String text = passage.plain();
            for (WrittenDate it : WrittenDate.in(text)) {
                boolean ratherAFraction = it.words(text).indexOf(' ') < 0 && (it.day() > 31 || it.month() > 31);
                if (it.date().isEmpty() && !ratherAFraction) {
                    breaches.accept(new Breach(
                            passage.place().at(it.words(text)),
                            "Không có ngày “" + it.words(text) + "”.",
                            "Sửa lại ngày, tháng, năm."));
                }
            }
        }
    }
}
