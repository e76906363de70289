package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** Lines stand single to one and a half lines apart. */
final class LinesAreSpaced extends FormatRule {

    LinesAreSpaced() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = BodyLines.of(document);
        double pitch = BodyLines.pitch(lines);
        if (Double.isNaN(pitch) || lines.isEmpty()) {
            return;
        }
        // A single line of Times New Roman is 1.15 times its size (ascent, descent and gap of the typeface).
        double single = lines.getFirst().size() * 1.15 * 25.4 / 72;
        double ratio = pitch / single;
        if (ratio < 0.93 || ratio > 1.55) {
            breaches.accept(new Breach(
                    lines.getFirst().place(),
                    "Khoảng cách dòng bằng " + Look.number(Math.round(ratio * 10) / 10.0) + " dòng đơn.",
                    "Đặt khoảng cách dòng từ dòng đơn đến 1,5 lines."));
        }
    }
}
