package vn.antin.check.nd30;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** Kính gửi stands on letters, and on submissions and reports to a higher level; on nothing else. */
final class OnlyUpwardKindsAreAddressed extends FormatRule {
    /** Invitations and telegrams name whom they are for in forms of their own (annex III, forms 1.6 and 1.7). */
    private static final Set<DocumentKind> ADDRESSED = EnumSet.of(
            DocumentKind.LETTER,
            DocumentKind.SUBMISSION,
            DocumentKind.REPORT,
            DocumentKind.TELEGRAM,
            DocumentKind.INVITATION,
            DocumentKind.INTRODUCTION,
            DocumentKind.PUBLIC_LETTER,
            DocumentKind.DISPATCH_SLIP,
            DocumentKind.TRANSFER_SLIP,
            DocumentKind.NOTICE_SLIP);

    OnlyUpwardKindsAreAddressed() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.b, c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        DocumentKind kind = document.meaning().particulars().kind();
        if (!document.meaning().addressees().isEmpty() && !ADDRESSED.contains(kind)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ADDRESSEES),
                    kind.vietnamese() + " không có phần “Kính gửi”.",
                    "Chuyển nơi nhận xuống phần “Nơi nhận”."));
        }
    }
}
