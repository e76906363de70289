package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** The word “số” stands between kind and number: Quyết định số 4725/QĐ-BGDĐT (annex III, form 1.3). */
public final class NumbersAreAnnounced extends MentionRule {
    public NumbersAreAnnounced() {
        super(format("II.6.a và b"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        if (mention.announced()
                || mention.tabular()
                || mention.isLaw()
                || !mention.hasSymbol()
                || Mentions.severalMeant(mention)) {
            return;
        }
        String right = mention.kind() + " số " + mention.number();
        breaches.accept(new Breach(
                mention.place(mention.words()),
                "Viện dẫn “" + mention.words() + "” thiếu chữ “số”.",
                "Ghi “" + right + "”.",
                right));
    }
}
