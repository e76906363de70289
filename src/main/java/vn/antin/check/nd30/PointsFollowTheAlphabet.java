package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Level;

/** Points follow the Vietnamese alphabet: a b c d đ e g h i k … */
final class PointsFollowTheAlphabet extends FormatRule {

    PointsFollowTheAlphabet() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.đ");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (TypedNumbers.Slip slip : TypedNumbers.of(stretch)) {
                if (slip.kind() != TypedNumbers.Kind.FOREIGN && slip.item().level() == Level.POINT) {
                    breaches.accept(new Breach(
                            slip.place(),
                            "Điểm “" + slip.item().typed()
                                    + "” không theo thứ tự bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h …).",
                            "Đánh lại là “" + slip.shown()
                                    + "”, như hệ thống đã in trên trang; soát các chỗ viện dẫn đến mục này.",
                            slip.replacement()));
                }
            }
        }
    }
}
