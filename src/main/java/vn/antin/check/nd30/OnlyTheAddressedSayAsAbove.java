package vn.antin.check.nd30;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** {@code Như trên} refers to addressees, so there must be some. */
final class OnlyTheAddressedSayAsAbove extends FormatRule {

    /** Kinds whose forms name in the text itself whom they are for (annex III, forms 1.4, 1.6–1.8, 1.10). */
    private static final Set<DocumentKind> ELSEWHERE = EnumSet.of(
            DocumentKind.TELEGRAM,
            DocumentKind.INVITATION,
            DocumentKind.INTRODUCTION,
            DocumentKind.LEAVE,
            DocumentKind.PUBLIC_LETTER,
            DocumentKind.DISPATCH_SLIP,
            DocumentKind.TRANSFER_SLIP,
            DocumentKind.NOTICE_SLIP);

    OnlyTheAddressedSayAsAbove() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> recipients = document.meaning().recipients();
        boolean nobody = document.meaning().addressees().isEmpty()
                && !ELSEWHERE.contains(document.meaning().particulars().kind());
        for (int i = 0; nobody && i < recipients.size(); i++) {
            if (recipients.get(i).startsWith("Như trên")) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS, i).at(recipients.get(i)),
                        "Nơi nhận ghi “Như trên” nhưng văn bản không có “Kính gửi”.",
                        "Ghi tên cơ quan, đơn vị nhận văn bản."));
            }
        }
    }
}
