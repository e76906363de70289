package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Level;

/** No point is called f, j, w or z, letters that the Vietnamese alphabet has not. */
final class PointsAreVietnameseLetters extends FormatRule {

    PointsAreVietnameseLetters() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.đ");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (TypedNumbers.Slip slip : TypedNumbers.of(stretch)) {
                if (slip.kind() == TypedNumbers.Kind.FOREIGN && slip.item().level() == Level.POINT) {
                    breaches.accept(new Breach(
                            slip.place(),
                            "Điểm “" + slip.item().typed() + "” dùng chữ không có trong bảng chữ cái tiếng Việt.",
                            "Đánh lại là “" + slip.shown()
                                    + "”, như hệ thống đã in trên trang; soát các chỗ viện dẫn đến mục này.",
                            slip.replacement()));
                }
            }
        }
    }
}
