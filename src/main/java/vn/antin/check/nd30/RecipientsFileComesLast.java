package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Nobody comes after the file copy. */
final class RecipientsFileComesLast extends FormatRule {

    RecipientsFileComesLast() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> recipients = document.meaning().recipients();
        for (int i = 0; i < recipients.size() - 1; i++) {
            if (recipients.get(i).startsWith("Lưu")) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS, i),
                        "Dòng “" + recipients.get(i) + "” không ở cuối nơi nhận.",
                        "Chuyển dòng “Lưu: VT, …” xuống cuối."));
            }
        }
    }
}
