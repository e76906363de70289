package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** {@code QUYẾT ĐỊNH:} parts the grounds of a decision from its articles, {@code QUYẾT NGHỊ:} those of a resolution. */
final class DecisionsSayTheyDecide extends FormatRule {

    DecisionsSayTheyDecide() {
        super(Severity.WARNING, "Phụ lục III, Mẫu 1.1–1.3");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String word = switch (document.meaning().particulars().kind()) {
            case DECISION -> "QUYẾT ĐỊNH:";
            case RESOLUTION -> "QUYẾT NGHỊ:";
            default -> "";
        };
        boolean said = document.meaning().body().stream()
                .anyMatch(it -> Stretch.plain(it).strip().equals(word));
        if (!word.isEmpty() && !said && !document.meaning().body().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.BODY),
                    "Thiếu dòng “" + word + "” giữa căn cứ và nội dung.",
                    "Thêm dòng “" + word + "”, canh giữa."));
        }
    }
}
