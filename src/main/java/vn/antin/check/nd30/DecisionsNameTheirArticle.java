package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The recipients of a decision begin with {@code Như Điều …;}. */
final class DecisionsNameTheirArticle extends FormatRule {

    DecisionsNameTheirArticle() {
        super(Severity.WARNING, "Phụ lục III, Mẫu 1.2, 1.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> recipients = document.meaning().recipients();
        if (document.meaning().particulars().kind() == DocumentKind.DECISION
                && !recipients.isEmpty()
                && !recipients.getFirst().startsWith("Như Điều ")) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.RECIPIENTS, 0),
                    "Nơi nhận của quyết định không bắt đầu bằng “Như Điều …”.",
                    "Ghi dòng đầu “Như Điều <số>;” theo điều khoản thi hành."));
        }
    }
}
