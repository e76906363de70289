package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Quốc hiệu is 12–13, Tiêu ngữ 13–14; both bold and upright. */
final class NationalNameIsStyled extends FormatRule {

    NationalNameIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.1.a, b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.NATIONAL_NAME);
        if (!lines.isEmpty()) {
            Look.upright(12, 13).bold(true).capitals(true).judge(lines.getFirst(), breaches);
        }
        if (lines.size() > 1) {
            Look.upright(13, 14).bold(true).capitals(false).judge(lines.get(1), breaches);
        }
    }
}
