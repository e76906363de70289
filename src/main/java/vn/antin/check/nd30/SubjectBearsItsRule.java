package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A rule of a third to half of the line stands under the subject; a letter's has none. */
final class SubjectBearsItsRule extends FormatRule {

    SubjectBearsItsRule() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.5.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.SUBJECT);
        if (lines.isEmpty()
                || Double.isNaN(lines.getLast().rule())
                || Double.isNaN(lines.getLast().width())) {
            return;
        }
        Appearance.Seen last = lines.getLast();
        boolean letter = document.meaning().particulars().kind() == DocumentKind.LETTER;
        double share = last.rule() / last.width();
        if (letter ? last.rule() > 0 : share < 0.32 || share > 0.51) {
            breaches.accept(new Breach(
                    last.place(),
                    last.rule() == 0
                            ? "Dưới trích yếu không có đường kẻ."
                            : "Đường kẻ dưới trích yếu dài bằng " + Math.round(share * 100) + "% dòng chữ.",
                    letter
                            ? "Bỏ đường kẻ dưới trích yếu công văn."
                            : "Kẻ đường nét liền dài từ 1/3 đến 1/2 dòng chữ."));
        }
    }
}
