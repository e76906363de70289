package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A submission goes to somebody who decides. */
final class SubmissionsNameTheirAddressee extends FormatRule {

    SubmissionsNameTheirAddressee() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() == DocumentKind.SUBMISSION
                && document.meaning().addressees().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ADDRESSEES),
                    "Tờ trình chưa ghi nơi kính gửi.",
                    "Ghi tên cơ quan, tổ chức hoặc cá nhân có thẩm quyền giải quyết."));
        }
    }
}
