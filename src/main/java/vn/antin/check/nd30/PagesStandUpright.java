package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** Pages of the main text stand upright unless the text holds tables that are no annexes. */
final class PagesStandUpright extends FormatRule {

    PagesStandUpright() {
        super(Severity.WARNING, "Phụ lục I, Phần I, I.2");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        boolean tables = document.meaning().body().stream().anyMatch(it -> it instanceof Block.Table);
        int annexPage = document.appearance().all(Place.Part.ANNEX).stream()
                .mapToInt(Appearance.Seen::page)
                .min()
                .orElse(Integer.MAX_VALUE);
        for (Appearance.Sheet it : document.appearance().sheets()) {
            if (it.width() > it.height() && !tables && it.page() < annexPage) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.PAGE),
                        "Trang " + it.page() + " trình bày theo chiều rộng dù nội dung không có bảng, biểu.",
                        "Trình bày theo chiều dài của khổ A4."));
            }
        }
    }
}
