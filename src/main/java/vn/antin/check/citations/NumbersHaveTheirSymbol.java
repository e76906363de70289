package vn.antin.check.citations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.antin.check.Examined;

/** A number is cited with its symbol. */
public final class NumbersHaveTheirSymbol extends CitationRule {
    public NumbersHaveTheirSymbol() {
        super(format("II.6.a và b"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        Map<String, String> known = new HashMap<>();
        for (Mention it : mentions) {
            if (it.hasSymbol()) {
                known.putIfAbsent(it.kind() + it.figures(), it.number());
            }
        }
        for (Mention mention : mentions) {
            if (mention.hasSymbol() || mention.isLaw() || mention.date() == null) {
                continue;
            }
            String full = known.getOrDefault(mention.kind() + mention.figures(), "");
            String right = full.isEmpty() ? "" : mention.kind() + " số " + full;
            breaches.accept(new Breach(
                    mention.place(mention.words()),
                    "Viện dẫn “" + mention.words() + "” thiếu ký hiệu văn bản.",
                    full.isEmpty() ? "Ghi đủ số và ký hiệu, ví dụ “số 15/QĐ-UBND”." : "Ghi “" + right + "”.",
                    right));
        }
    }
}
