package vn.antin.check.nd30;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Every page after the first shows its number. */
final class PageNumbersAreShown extends FormatRule {

    PageNumbersAreShown() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.7");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.appearance().origin() != Appearance.Origin.PAGES) {
            return;
        }
        Set<Integer> numbered = document.appearance().all(Place.Part.PAGE).stream()
                .map(Appearance.Seen::page)
                .collect(Collectors.toSet());
        Set<Integer> annexes = document.appearance().all(Place.Part.ANNEX).stream()
                .filter(it -> it.place().index() < 0)
                .map(Appearance.Seen::page)
                .collect(Collectors.toSet());
        for (Appearance.Sheet it : document.appearance().sheets()) {
            // An annex counts its pages from 1 again (III.1.đ), so its first shows none either.
            if (it.page() > 1 && !numbered.contains(it.page()) && !annexes.contains(it.page())) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.PAGE),
                        "Trang " + it.page() + " không có số trang.",
                        "Đánh số trang từ trang thứ hai."));
            }
        }
    }
}
