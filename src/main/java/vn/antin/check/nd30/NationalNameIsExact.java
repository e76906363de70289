package vn.antin.check.nd30;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Quốc hiệu stands in its very words. */
final class NationalNameIsExact extends FormatRule {
    private static final String WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /** The decree itself places the tone of HÒA in both ways (II.1.a and V). */
    private static final Set<String> ALLOWED = Set.of(WORDS, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");

    NationalNameIsExact() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.1.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.NATIONAL_NAME);
        if (lines.isEmpty() && document.appearance().origin() == Appearance.Origin.PAGES) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.NATIONAL_NAME), "Trang đầu không có Quốc hiệu.", "Ghi “" + WORDS + "”."));
        }
        if (!lines.isEmpty() && !ALLOWED.contains(lines.getFirst().text().strip())) {
            breaches.accept(new Breach(
                    lines.getFirst().place().at(lines.getFirst().text()),
                    "Quốc hiệu ghi “" + lines.getFirst().text() + "”.",
                    "Ghi đúng “" + WORDS + "”.",
                    WORDS));
        }
    }
}
