package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Level;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A decision decides in articles. */
final class DecisionsHaveArticles extends FormatRule {

    DecisionsHaveArticles() {
        super(Severity.ERROR, "Phụ lục III, Mẫu 1.2, 1.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        boolean decision = document.meaning().particulars().kind() == DocumentKind.DECISION;
        boolean articles = document.meaning().body().stream()
                .anyMatch(it -> it instanceof Block.Item item && item.level() == Level.ARTICLE);
        if (decision && !articles && !document.meaning().body().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.BODY),
                    "Quyết định không có điều nào.",
                    "Chia nội dung thành “Điều 1.”, “Điều 2.” …"));
        }
    }
}
