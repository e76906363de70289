package vn.antin.check.figures;

import java.util.function.Consumer;
import vn.antin.check.wording.ReadingRule;
import vn.antin.check.wording.SchoolYear;
import vn.antin.compose.Passage;

/** A school year joins two years that follow each other: 2025-2026. */
public final class SchoolYearsAreTwoYearsRunning extends ReadingRule {
    public SchoolYearsAreTwoYearsRunning() {
        super(Said.goodSense("năm học"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        for (SchoolYear it : SchoolYear.in(text)) {
            if (it.to() != it.from() + 1) {
                boolean reversed = it.from() == it.to() + 1;
                breaches.accept(new Breach(
                        passage.place().at(it.words(text)),
                        "Năm học “" + it.words(text) + "” không phải hai năm liền nhau.",
                        reversed
                                ? "Sửa thành “" + it.to() + "-" + it.from() + "”."
                                : "Ghi hai năm liền nhau, ví dụ “" + it.from() + "-" + (it.from() + 1) + "”.",
                        reversed ? it.to() + "-" + it.from() : ""));
            }
        }
    }
}
