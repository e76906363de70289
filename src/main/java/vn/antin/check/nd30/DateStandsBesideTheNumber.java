package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** Place and date stand on the line of number and symbol. */
final class DateStandsBesideTheNumber extends FormatRule {

    DateStandsBesideTheNumber() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        // Minutes bear their time in the text and no line of place and date (annex III, form 1.9).
        if (document.meaning().particulars().kind() == DocumentKind.MINUTES) {
            return;
        }

        var number = document.appearance().first(Place.Part.NUMBER);
        var date = document.appearance().first(Place.Part.DATE);
        if (number.isEmpty() || date.isEmpty()) {
            return;
        }
        double apart = Math.abs(baseline(number.get()) - baseline(date.get()));
        // NaN, a place that cannot be known, is greater than nothing.
        if (apart > 1.5 || number.get().page() != date.get().page()) {
            breaches.accept(new Breach(
                    date.get().place(),
                    "Địa danh, thời gian lệch " + Math.round(apart) + " mm so với dòng số, ký hiệu.",
                    "Đặt địa danh và thời gian trên cùng một dòng với số, ký hiệu."));
        }
    }

    private static double baseline(Appearance.Seen line) {
        return line.top() + line.size() * 0.891 * 25.4 / 72;
    }
}
