package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Place;

/** No annex is empty. */
final class AnnexesSaySomething extends FormatRule {

    AnnexesSaySomething() {
        super(Severity.WARNING, "Phụ lục I, Phần I, III.1");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Annex> annexes = document.meaning().annexes();
        for (int i = 0; i < annexes.size(); i++) {
            if (annexes.get(i).body().isEmpty()) {
                breaches.accept(new Breach(
                        Place.inAnnex(i, -1), "Phụ lục không có nội dung.", "Viết nội dung hoặc bỏ phụ lục này."));
            }
        }
    }
}
