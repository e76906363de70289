package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** At least 6 points part two paragraphs. */
final class ParagraphsStandApart extends FormatRule {
    private static final double LEAST = 5.5;

    ParagraphsStandApart() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = BodyLines.of(document);
        double pitch = BodyLines.pitch(lines);
        for (int i = 0; i + 1 < lines.size(); i++) {
            Appearance.Seen above = lines.get(i);
            Appearance.Seen below = lines.get(i + 1);
            boolean next = below.place().index() == above.place().index() + 1 && below.page() == above.page();
            double gap = (below.top() - above.top() - pitch) * 72 / 25.4;
            if (next && below.top() > above.top() && gap < LEAST) {
                breaches.accept(new Breach(
                        below.place(),
                        "Khoảng cách giữa đoạn này và đoạn trước là "
                                + Look.number(Math.round(Math.max(gap, 0) * 10) / 10.0) + " pt.",
                        "Đặt khoảng cách giữa các đoạn tối thiểu 6 pt."));
                return;
            }
        }
    }
}
