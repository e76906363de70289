package vn.antin.check.capitals;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A rule whose right writings are a list. */
abstract class PhraseRule extends ReadingRule {
    private final String what;
    private final Phrases phrases;

    /** @param what what these words are, as a message begins: {@code Tên cơ quan, tổ chức} */
    PhraseRule(String clause, String what, String list) {
        super(Citation.decree30("Phụ lục II, Mục " + clause));
        this.what = what;
        this.phrases = Phrases.named(list);
    }

    @Override
    protected final void read(Passage passage, String text, Consumer<Breach> breaches) {
        for (Phrases.Miswritten it : phrases.miswritten(text)) {
            breaches.accept(Capital.mended(
                    passage,
                    text,
                    it.start(),
                    it.start() + it.found().length(),
                    what + " “" + it.found() + "” viết hoa chưa đúng.",
                    it.right()));
        }
    }
}
