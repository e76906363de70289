package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** The dates of grounds are written in words, as in every example of the decree: ngày 14 tháng 6 năm 2019. */
public final class DatesOfGroundsAreSpelled extends MentionRule {
    public DatesOfGroundsAreSpelled() {
        super(format("II.6.a (cách viết trong các mẫu của Phụ lục III)"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        if (!mention.inGrounds()
                || mention.date() == null
                || mention.date().spelled()
                || mention.date().date().isEmpty()) {
            return;
        }
        String right = mention.date().inWords();
        breaches.accept(new Breach(
                mention.place(mention.dateWords()),
                "Ngày ban hành trong căn cứ viết tắt: “" + mention.dateWords() + "”.",
                "Viết đầy đủ: “" + right + "”.",
                right));
    }
}
