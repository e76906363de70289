package vn.antin.check.nd30;

import java.util.EnumSet;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A contract, a memorandum or an agreement is signed by both parties. */
final class PartiesSignTogether extends FormatRule {

    PartiesSignTogether() {
        super(Severity.WARNING, "Phụ lục III, Mục I");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        DocumentKind kind = document.meaning().particulars().kind();
        if (EnumSet.of(DocumentKind.CONTRACT, DocumentKind.MEMORANDUM, DocumentKind.AGREEMENT)
                        .contains(kind)
                && document.meaning().cosigners().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE),
                    kind.vietnamese() + " chỉ có một bên ký.",
                    "Ghi đại diện của bên kia."));
        }
    }
}
