package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Urgency and circulation are written in the decree's words, 13–14, bold capitals. */
final class MarksAreStyled extends FormatRule {
    private static final List<String> WORDS =
            List.of("HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ");

    MarksAreStyled() {
        super(Severity.WARNING, "Phụ lục I, Phần I, III.2.b, c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.MARKS)) {
            boolean drafter = it.place().index() == 2;
            if (drafter) {
                Look.upright(11, 11).judge(it, breaches);
            } else {
                Look.upright(13, 14).bold(true).capitals(true).judge(it, breaches);
                if (!WORDS.contains(it.text().strip())) {
                    breaches.accept(new Breach(
                            it.place().at(it.text()),
                            "Dấu ghi “" + it.text() + "”.",
                            "Chỉ dùng: " + String.join(", ", WORDS) + "."));
                }
            }
        }
    }
}
