package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The last recipient is the file: Lưu: VT, … */
public final class RecipientsEndWithTheFileCopy implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        var recipients = document.meaning().recipients();
        String last = recipients.isEmpty() ? "" : recipients.getLast();
        // How the line is written is another rule's matter.
        if (!last.toLowerCase(Locale.ROOT).startsWith("lưu") || !last.contains("VT")) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.RECIPIENTS),
                    "Dòng cuối của nơi nhận chưa phải là “Lưu: VT, …”.",
                    "Thêm dòng cuối “Lưu: VT, <đơn vị soạn thảo>.”."));
        }
    }
}
