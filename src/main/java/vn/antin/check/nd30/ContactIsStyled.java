package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The address stands at the foot of page 1, 11–12, upright, under a rule as wide as the text. */
final class ContactIsStyled extends FormatRule {
    /** The text is 155 to 165 mm wide. */
    private static final double WIDTH = 150;

    ContactIsStyled() {
        super(Severity.WARNING, "Phụ lục I, Phần I, III.4");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.CONTACT);
        for (Appearance.Seen it : lines) {
            Look.upright(11, 12).judge(it, breaches);
            if (it.page() > 1) {
                breaches.accept(new Breach(
                        it.place(), "Địa chỉ cơ quan ở trang " + it.page() + ".", "Đặt ở chân trang thứ nhất."));
            }
        }
        if (!lines.isEmpty()
                && !Double.isNaN(lines.getFirst().rule())
                && lines.getFirst().rule() < WIDTH) {
            breaches.accept(new Breach(
                    lines.getFirst().place(),
                    "Trên địa chỉ cơ quan không có đường kẻ hết chiều ngang.",
                    "Kẻ đường nét liền hết chiều ngang vùng trình bày văn bản."));
        }
    }
}
