package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** Minutes are signed by their secretary beside the chair. */
final class MinutesAreCosigned extends FormatRule {

    MinutesAreCosigned() {
        super(Severity.WARNING, "Phụ lục III, Mẫu 1.9");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() == DocumentKind.MINUTES
                && document.meaning().cosigners().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE), "Biên bản chưa có thư ký cùng ký.", "Ghi họ tên thư ký."));
        }
    }
}
