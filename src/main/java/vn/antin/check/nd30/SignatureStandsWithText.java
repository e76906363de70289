package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The signature never stands alone on a page. */
final class SignatureStandsWithText extends FormatRule {

    SignatureStandsWithText() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.7.đ; Mục IV");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.appearance().origin() != Appearance.Origin.PAGES) {
            return;
        }
        document.appearance().first(Place.Part.SIGNATURE).ifPresent(signature -> {
            boolean company = document.appearance().seen().stream()
                    .anyMatch(it -> it.page() == signature.page() && it.place().part() == Place.Part.BODY);
            if (!company && !document.meaning().body().isEmpty()) {
                breaches.accept(new Breach(
                        signature.place(),
                        "Phần ký đứng một mình ở trang " + signature.page() + ".",
                        "Dồn hoặc giãn nội dung để ít nhất hai dòng ở cùng trang với chữ ký."));
            }
        });
    }
}
