package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The pages keep boxes for number, date, signature and seal, still empty. */
public final class PagesKeepTheirBoxes implements Rule {
    private static final List<String> BOXES = List.of("so_van_ban", "ngay_van_ban", "ky_lanh_dao", "con_dau");

    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, Mục IV, ô 3, 4, 7c, 8");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        if (document.appearance().origin() == Appearance.Origin.WORD) {
            return;
        }
        for (String box : BOXES) {
            if (!document.appearance().emptyFields().contains(box)) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.PAGE),
                        "Trang văn bản thiếu ô “" + box + "” còn trống.",
                        "Lưu lại bản thảo để dựng lại trang."));
            }
        }
    }

    @Override
    public boolean waivable() {
        return false;
    }
}
