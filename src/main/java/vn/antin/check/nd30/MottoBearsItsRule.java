package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A solid rule as long as the line stands under Tiêu ngữ. */
final class MottoBearsItsRule extends FormatRule {
    private static final double TOLERANCE = 0.02;

    MottoBearsItsRule() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.1.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.NATIONAL_NAME);
        if (lines.size() < 2
                || Double.isNaN(lines.get(1).rule())
                || Double.isNaN(lines.get(1).width())) {
            return;
        }
        Appearance.Seen motto = lines.get(1);
        if (Math.abs(motto.rule() - motto.width()) > motto.width() * TOLERANCE) {
            breaches.accept(new Breach(
                    motto.place(),
                    motto.rule() == 0
                            ? "Dưới Tiêu ngữ không có đường kẻ."
                            : "Đường kẻ dưới Tiêu ngữ dài " + Math.round(motto.rule()) + " mm, dòng chữ dài "
                                    + Math.round(motto.width()) + " mm.",
                    "Kẻ đường nét liền dài bằng dòng chữ."));
        }
    }
}
