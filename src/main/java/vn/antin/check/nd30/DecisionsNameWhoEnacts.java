package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A decision names whose it is over its grounds. */
final class DecisionsNameWhoEnacts extends FormatRule {

    DecisionsNameWhoEnacts() {
        super(Severity.ERROR, "Phụ lục III, Mẫu 1.2, 1.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String enacts = document.meaning().enactedBy();
        boolean decision = document.meaning().particulars().kind() == DocumentKind.DECISION;
        if (decision && (enacts == null || enacts.isBlank())) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ENACTED_BY),
                    "Quyết định thiếu dòng thẩm quyền ban hành.",
                    "Ghi chức danh người đứng đầu hoặc tên tập thể, ví dụ “HIỆU TRƯỞNG TRƯỜNG …”."));
        } else if (decision && enacts != null && !Look.allCapitals(enacts)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ENACTED_BY).at(enacts),
                    "Thẩm quyền ban hành “" + enacts + "” không in hoa.",
                    "Ghi bằng chữ in hoa.",
                    enacts.toUpperCase(Locale.ROOT)));
        }
    }
}
