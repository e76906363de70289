package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** The first line of a paragraph goes in by 1 cm or 1.27 cm. */
final class FirstLinesAreIndented extends FormatRule {
    private static final double REACH = 0.7;

    FirstLinesAreIndented() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = BodyLines.of(document);
        for (int i = 0; i + 1 < lines.size(); i++) {
            Appearance.Seen first = lines.get(i);
            Appearance.Seen second = lines.get(i + 1);
            boolean begins = i == 0 || !lines.get(i - 1).place().equals(first.place());
            if (!begins || !second.place().equals(first.place())) {
                continue;
            }
            double indent = first.left() - second.left();
            if (Math.abs(indent - 10) > REACH && Math.abs(indent - 12.7) > REACH) {
                breaches.accept(new Breach(
                        first.place(),
                        "Chữ đầu dòng lùi vào " + Look.number(Math.round(indent * 10) / 10.0) + " mm.",
                        "Lùi đầu dòng 1 cm hoặc 1,27 cm."));
                return;
            }
        }
    }
}
