package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** The content is set even with both margins. */
final class BodyIsJustified extends FormatRule {
    /** Justified lines end within a hair of each other. */
    private static final double REACH = 1.5;

    BodyIsJustified() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = BodyLines.of(document);
        double right = lines.stream().mapToDouble(BodyLines::right).max().orElse(Double.NaN);
        for (int i = 0; i + 1 < lines.size(); i++) {
            Appearance.Seen line = lines.get(i);
            boolean goesOn = lines.get(i + 1).place().equals(line.place());
            if (goesOn && BodyLines.right(line) < right - REACH && !BodyLines.isBroken(document, line)) {
                breaches.accept(new Breach(
                        line.place(),
                        "Dòng “" + line.text() + "” không canh đều hai lề.",
                        "Canh đều nội dung theo cả hai lề."));
                return;
            }
        }
    }
}
