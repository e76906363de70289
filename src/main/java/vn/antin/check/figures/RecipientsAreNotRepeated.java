package vn.antin.check.figures;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Place;

/** Each recipient and each addressee is named once. */
public final class RecipientsAreNotRepeated extends ReadingRule {
    public RecipientsAreNotRepeated() {
        super(Said.goodSense("nơi nhận lặp lại"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        judge(document.meaning().addressees(), Place.Part.ADDRESSEES, breaches);
        judge(document.meaning().recipients(), Place.Part.RECIPIENTS, breaches);
    }

    private static void judge(List<String> names, Place.Part part, Consumer<Breach> breaches) {
        var known = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = Prose.folded(names.get(i))
                    .replaceAll("\\([^()]{0,40}\\)", "")
                    .replaceAll("[\\s;.,]", "");
            if (!name.isEmpty() && !known.add(name)) {
                breaches.accept(new Breach(
                        Place.of(part, i).at(names.get(i)),
                        "“" + Prose.shown(names.get(i)) + "” đã có ở trên.",
                        "Bỏ một trong hai dòng."));
            }
        }
    }
}
