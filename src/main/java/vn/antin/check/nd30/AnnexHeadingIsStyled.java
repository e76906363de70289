package vn.antin.check.nd30;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Place;

/** Phụ lục is 14, bold; its title 13–14, bold; (Kèm theo …) 13–14, italic. */
final class AnnexHeadingIsStyled extends FormatRule {

    AnnexHeadingIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, III.1.b, c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Annex> annexes = document.meaning().annexes();
        for (Appearance.Seen it : document.appearance().all(Place.Part.ANNEX)) {
            int annex = it.place().annex();
            if (it.place().index() >= 0 || annex < 0 || annex >= annexes.size()) {
                continue;
            }
            String line = it.text().strip();
            if (line.equals(annexes.get(annex).heading())) {
                Look.upright(annexes.get(annex).enacted() == null ? 14 : 13, 14)
                        .bold(true)
                        .judge(it, breaches);
            } else if (annexes.get(annex).title().toUpperCase(Locale.ROOT).contains(line.toUpperCase(Locale.ROOT))) {
                Look.upright(13, 14).bold(true).judge(it, breaches);
            } else if (line.startsWith("(")) {
                Look.italic(13, 14).judge(it, breaches);
            }
        }
    }
}
