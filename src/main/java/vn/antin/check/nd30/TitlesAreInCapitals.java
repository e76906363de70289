package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/** Titles of parts, chapters, sections and of Roman-numbered sections stand in capitals. */
final class TitlesAreInCapitals extends FormatRule {

    TitlesAreInCapitals() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.đ; Mục V");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (int i = 0; i < stretch.blocks().size(); i++) {
                if (stretch.blocks().get(i) instanceof Block.Item item
                        && item.level().compareTo(Level.ROMAN) <= 0
                        && !Look.allCapitals(item.text().plain())) {
                    String title = item.text().plain();
                    breaches.accept(new Breach(
                            stretch.place(i).at(title),
                            "Tiêu đề “" + item.marker() + " " + title + "” không in hoa.",
                            "Ghi tiêu đề bằng chữ in hoa.",
                            title.toUpperCase(Locale.ROOT)));
                }
            }
        }
    }
}
