package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** A letter's symbol has no abbreviation of its kind: 459/PGDĐT-CNTT, not 459/CV-PGDĐT. */
public final class LettersBearNoKind extends MentionRule {
    public LettersBearNoKind() {
        super(format("II.3.b"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        if (mention.symbol().startsWith("/CV-")) {
            breaches.accept(
                    new Breach(
                            mention.place(mention.number()),
                            "Ký hiệu công văn “" + mention.number()
                                    + "” có chữ “CV”; công văn không có chữ viết tắt tên loại.",
                            "Đối chiếu với văn bản gốc; ký hiệu đúng gồm cơ quan ban hành và đơn vị soạn thảo, ví dụ “459/PGDĐT-CNTT”."));
        }
    }
}
