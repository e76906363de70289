package vn.antin.check.nd30;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The recipients of an addressed document begin with {@code Như trên;}. */
final class AddressedSayAsAbove extends FormatRule {
    private static final Set<DocumentKind> ADDRESSED =
            EnumSet.of(DocumentKind.LETTER, DocumentKind.SUBMISSION, DocumentKind.REPORT);

    AddressedSayAsAbove() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var said = document.meaning();
        boolean due = ADDRESSED.contains(said.particulars().kind())
                && !said.addressees().isEmpty();
        if (due && (said.recipients().isEmpty() || !said.recipients().getFirst().startsWith("Như trên"))) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.RECIPIENTS, said.recipients().isEmpty() ? -1 : 0),
                    "Văn bản có “Kính gửi” nhưng nơi nhận không bắt đầu bằng “Như trên”.",
                    "Thêm dòng đầu “Như trên;”."));
        }
    }
}
