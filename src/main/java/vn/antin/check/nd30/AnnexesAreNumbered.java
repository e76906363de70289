package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Level;
import vn.antin.compose.Place;

/** From two annexes on each bears a Roman number in order; a single one bears none. */
final class AnnexesAreNumbered extends FormatRule {

    AnnexesAreNumbered() {
        super(Severity.ERROR, "Phụ lục I, Phần I, III.1.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Annex> annexes = document.meaning().annexes();
        long counted = annexes.stream().filter(it -> it.enacted() == null).count();
        int next = 1;
        for (int i = 0; i < annexes.size(); i++) {
            if (annexes.get(i).enacted() != null) {
                continue;
            }
            int wanted = counted > 1 ? next++ : 0;
            if (annexes.get(i).ordinal() != wanted) {
                breaches.accept(new Breach(
                        Place.inAnnex(i, -1),
                        "Phụ lục này ghi “" + annexes.get(i).heading() + "”.",
                        wanted == 0
                                ? "Chỉ có một phụ lục thì không đánh số."
                                : "Ghi “Phụ lục " + Level.roman(wanted) + "”."));
            }
        }
    }
}
