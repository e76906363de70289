package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Passage;

/** Every footnote has words. */
final class FootnotesSaySomething extends FormatRule {

    FootnotesSaySomething() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Passage it : Passage.of(document.meaning())) {
            if (it.note() && it.text().isBlank()) {
                breaches.accept(new Breach(
                        it.place(), "Có chú thích chân trang trống.", "Viết chú thích hoặc bỏ dấu chú thích."));
            }
        }
    }
}
