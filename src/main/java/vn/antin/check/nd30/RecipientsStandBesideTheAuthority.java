package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Nơi nhận stands at the left margin, on the line of the signatory's authority. */
final class RecipientsStandBesideTheAuthority extends FormatRule {

    RecipientsStandBesideTheAuthority() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var title = document.appearance().first(Place.Part.RECIPIENTS);
        var authority = document.appearance().first(Place.Part.SIGNATURE);
        // Where others sign beside the signatory, the recipients stand below (annex III, forms 1.9 and 1.10).
        if (title.isEmpty()
                || authority.isEmpty()
                || !document.meaning().cosigners().isEmpty()) {
            return;
        }
        boolean apart = Math.abs(title.get().top() - authority.get().top()) > 3
                || title.get().page() != authority.get().page();
        boolean aside = title.get().left() > 36;
        if (apart || aside) {
            breaches.accept(new Breach(
                    title.get().place(),
                    "“Nơi nhận” không sát lề trái hoặc không ngang hàng với quyền hạn, chức vụ của người ký.",
                    "Đặt “Nơi nhận” sát lề trái, ngang hàng với dòng quyền hạn, chức vụ."));
        }
    }
}
