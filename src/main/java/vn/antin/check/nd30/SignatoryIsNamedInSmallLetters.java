package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The signatory's name is not set in capitals. */
final class SignatoryIsNamedInSmallLetters extends FormatRule {

    SignatoryIsNamedInSmallLetters() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.đ");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String name = document.meaning().signatory().fullName();
        if (name.isBlank() || Look.allCapitals(name)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE).at(name),
                    "Họ tên người ký in hoa toàn bộ.",
                    "Ghi họ tên bằng chữ in thường, viết hoa chữ cái đầu của mỗi âm tiết."));
        }
    }
}
