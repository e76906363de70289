package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A local superior body is named with its place. */
final class SuperiorNamesItsPlace extends FormatRule {
    private static final Pattern PLACELESS =
            Pattern.compile("(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN)"
                    + "( (TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU))?");

    SuperiorNamesItsPlace() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.2.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String superior = document.meaning().issuer().superior();
        if (superior != null && PLACELESS.matcher(superior.strip()).matches()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ISSUER, 0).at(superior),
                    "Tên cơ quan chủ quản “" + superior + "” thiếu tên địa phương.",
                    "Ghi thêm tên tỉnh, thành phố hoặc xã, phường, ví dụ “UBND XÃ TIÊN MINH”."));
        }
    }
}
