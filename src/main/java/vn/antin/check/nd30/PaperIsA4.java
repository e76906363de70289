package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Paper is A4, upright or, where I.2 lets it, on its long side. */
final class PaperIsA4 extends FormatRule {
    /** Programs round the paper's size to points or twips. */
    private static final double TOLERANCE = 1;

    PaperIsA4() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.1");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Sheet it : document.appearance().sheets()) {
            double shorter = Math.min(it.width(), it.height());
            double longer = Math.max(it.width(), it.height());
            if (Math.abs(shorter - 210) > TOLERANCE || Math.abs(longer - 297) > TOLERANCE) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.PAGE),
                        "Khổ giấy trang " + it.page() + " là " + Math.round(it.width()) + " × "
                                + Math.round(it.height()) + " mm.",
                        "Đặt khổ giấy A4 (210 × 297 mm)."));
            }
        }
    }
}
