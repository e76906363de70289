package vn.antin.check.nd30;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** No recipient is named twice. */
final class RecipientsAreNotRepeated extends FormatRule {

    RecipientsAreNotRepeated() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var known = new HashSet<String>();
        List<String> recipients = document.meaning().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            if (!known.add(recipients.get(i).replaceAll("[;.\\s]+$", "").toLowerCase(Locale.ROOT))) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS, i),
                        "“" + recipients.get(i) + "” đã có ở trên.",
                        "Bỏ dòng lặp lại."));
            }
        }
    }
}
