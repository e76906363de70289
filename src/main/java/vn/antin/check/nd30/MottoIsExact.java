package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Tiêu ngữ stands in its very words, with a blank on either side of each hyphen. */
final class MottoIsExact extends FormatRule {
    private static final String WORDS = "Độc lập - Tự do - Hạnh phúc";

    MottoIsExact() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.1.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.NATIONAL_NAME);
        if (lines.size() == 1 && document.appearance().origin() == Appearance.Origin.PAGES) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.NATIONAL_NAME, 1),
                    "Dưới Quốc hiệu không có Tiêu ngữ.",
                    "Ghi “" + WORDS + "”."));
        }
        if (lines.size() > 1 && !lines.get(1).text().strip().equals(WORDS)) {
            breaches.accept(new Breach(
                    lines.get(1).place().at(lines.get(1).text()),
                    "Tiêu ngữ ghi “" + lines.get(1).text() + "”.",
                    "Ghi đúng “" + WORDS + "”, giữa các cụm từ có gạch nối, có cách chữ.",
                    WORDS));
        }
    }
}
