package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A rule of a third to half of the line stands in the middle under the issuing body. */
final class IssuerBearsItsRule extends FormatRule {

    IssuerBearsItsRule() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.2.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.ISSUER);
        if (lines.isEmpty()) {
            return;
        }
        Appearance.Seen last = lines.getLast();
        if (Double.isNaN(last.rule()) || Double.isNaN(last.width())) {
            return;
        }
        double share = last.rule() / last.width();
        if (share < 0.32 || share > 0.51) {
            breaches.accept(new Breach(
                    last.place(),
                    last.rule() == 0
                            ? "Dưới tên cơ quan ban hành không có đường kẻ."
                            : "Đường kẻ dưới tên cơ quan dài bằng " + Math.round(share * 100) + "% dòng chữ.",
                    "Kẻ đường nét liền dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối."));
        }
    }
}
