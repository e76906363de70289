package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** Resolutions and decisions name their grounds. */
final class GroundsAreGiven extends FormatRule {

    GroundsAreGiven() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.6.a; Phụ lục III, Mẫu 1.1–1.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        DocumentKind kind = document.meaning().particulars().kind();
        boolean needed = kind == DocumentKind.DECISION || kind == DocumentKind.RESOLUTION;
        if (needed && document.meaning().legalBases().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.BASES),
                    kind.vietnamese() + " chưa có căn cứ ban hành.",
                    "Ghi văn bản quy định thẩm quyền, chức năng, nhiệm vụ và văn bản là cơ sở để ban hành."));
        }
    }
}
