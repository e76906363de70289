package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** There is no blank within number and symbol: 459/PGDĐT-CNTT. */
public final class NumbersHaveNoBlanks extends MentionRule {
    public NumbersHaveNoBlanks() {
        super(format("II.3.c"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        String right = mention.number().replaceAll("[\\s\\u00A0]", "");
        if (!right.equals(mention.number())) {
            breaches.accept(new Breach(
                    mention.place(mention.number()),
                    "Số, ký hiệu “" + mention.number() + "” có khoảng trống ở giữa.",
                    "Viết liền: “" + right + "”.",
                    right));
        }
    }
}
