package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Margins: 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
final class MarginsAreInRange extends FormatRule {
    /** Letters end a little before or after the edge they are set to. */
    private static final double TOLERANCE = 0.6;

    MarginsAreInRange() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        boolean measured = document.appearance().origin() == Appearance.Origin.PAGES;
        List<Appearance.Sheet> upright = document.appearance().sheets().stream()
                .filter(it -> it.width() < it.height())
                .toList();
        if (measured) {
            // Where words stand, only the closest of all pages tells the margin: a last page is short, a table narrow.
            judge(upright, true, breaches);
        } else {
            upright.forEach(it -> judge(List.of(it), false, breaches));
        }
    }

    private static void judge(List<Appearance.Sheet> sheets, boolean measured, Consumer<Breach> breaches) {
        judge("trên", sheets.stream().mapToDouble(Appearance.Sheet::top), 20, 25, breaches);
        // Words may end anywhere above the lower margin, where what follows is kept together.
        judge(
                "dưới",
                sheets.stream().mapToDouble(it -> measured ? Math.min(it.bottom(), 25) : it.bottom()),
                20,
                25,
                breaches);
        judge("trái", sheets.stream().mapToDouble(Appearance.Sheet::left), 30, 35, breaches);
        judge("phải", sheets.stream().mapToDouble(Appearance.Sheet::right), 15, 20, breaches);
    }

    private static void judge(String side, DoubleStream measured, int least, int most, Consumer<Breach> breaches) {
        double margin = measured.filter(it -> !Double.isNaN(it)).min().orElse(least);
        if (margin < least - TOLERANCE || margin > most + TOLERANCE) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.PAGE),
                    "Lề " + side + " là " + Look.number(Math.round(margin * 10) / 10.0) + " mm.",
                    "Đặt lề " + side + " từ " + least + " đến " + most + " mm."));
        }
    }
}
