package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Quốc hiệu stands at the top right of page 1, Tiêu ngữ in the middle under it. */
final class NationalNameStandsRight extends FormatRule {

    NationalNameStandsRight() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.1.a, b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.NATIONAL_NAME);
        if (lines.isEmpty() || Double.isNaN(lines.getFirst().left())) {
            return;
        }
        Appearance.Seen name = lines.getFirst();
        if (name.page() > 1 || middle(name) < 105) {
            breaches.accept(new Breach(
                    name.place(),
                    "Quốc hiệu không ở phía trên, bên phải trang đầu.",
                    "Đặt Quốc hiệu ở nửa bên phải phía trên trang đầu."));
        }
        if (lines.size() > 1 && Math.abs(middle(name) - middle(lines.get(1))) > 1.5) {
            breaches.accept(new Breach(
                    lines.get(1).place(),
                    "Tiêu ngữ không canh giữa dưới Quốc hiệu.",
                    "Canh giữa Tiêu ngữ dưới Quốc hiệu."));
        }
    }

    private static double middle(Appearance.Seen line) {
        return line.left() + line.width() / 2;
    }
}
