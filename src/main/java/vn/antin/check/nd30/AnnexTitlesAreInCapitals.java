package vn.antin.check.nd30;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Place;

/** An annex's title stands in capitals. */
final class AnnexTitlesAreInCapitals extends FormatRule {

    AnnexTitlesAreInCapitals() {
        super(Severity.ERROR, "Phụ lục I, Phần I, III.1.b");
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
            // The title of an enacted text is a subject, and stands in small letters (II.5.b; annex III, form 1.3).
            boolean title = annexes.get(annex).enacted() == null
                    && annexes.get(annex).title().toUpperCase(Locale.ROOT).contains(line.toUpperCase(Locale.ROOT));
            if (title && !Look.allCapitals(line)) {
                breaches.accept(new Breach(
                        it.place().at(line),
                        "Tên phụ lục “" + line + "” không in hoa.",
                        "Ghi tên phụ lục bằng chữ in hoa.",
                        line.toUpperCase(Locale.ROOT)));
            }
        }
    }
}
