package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Level;

/** No two sections, articles or clauses of one parent bear one number, and none goes back. */
final class NumbersAreNotRepeated extends FormatRule {

    NumbersAreNotRepeated() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.c, đ");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (TypedNumbers.Slip slip : TypedNumbers.of(stretch)) {
                if (slip.kind() == TypedNumbers.Kind.REPEATED && slip.item().level() != Level.POINT) {
                    breaches.accept(new Breach(
                            slip.place(),
                            "Số “" + slip.item().typed() + "” bị trùng hoặc lùi so với mục trước.",
                            "Đánh lại là “" + slip.shown()
                                    + "”, như hệ thống đã in trên trang; soát các chỗ viện dẫn đến mục này.",
                            slip.replacement()));
                }
            }
        }
    }
}
