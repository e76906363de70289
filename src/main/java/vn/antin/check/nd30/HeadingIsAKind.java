package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The name over the subject is one of the kinds of article 7, the document's own. */
final class HeadingIsAKind extends FormatRule {

    HeadingIsAKind() {
        super(Severity.ERROR, "Điều 7; Phụ lục I, Phần I, II.5.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String wanted = document.meaning().particulars().kind().heading();
        for (Appearance.Seen it : document.appearance().all(Place.Part.HEADING)) {
            String found = it.text().strip();
            if (!found.equalsIgnoreCase(wanted)) {
                breaches.accept(new Breach(
                        it.place().at(found),
                        wanted.isEmpty()
                                ? "Công văn không ghi tên loại, ở đây ghi “" + found + "”."
                                : "Tên loại ghi “" + found + "”.",
                        wanted.isEmpty() ? "Bỏ tên loại." : "Ghi “" + wanted + "”.",
                        wanted));
            }
        }
    }
}
