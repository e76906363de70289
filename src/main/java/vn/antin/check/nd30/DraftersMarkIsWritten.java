package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The drafter's mark is capitals, a full stop and the number of copies: {@code PL.(300)}. */
final class DraftersMarkIsWritten extends FormatRule {
    private static final Pattern FORM = Pattern.compile("\\p{Lu}{1,6}\\.? ?\\(\\d{1,5}\\)");

    DraftersMarkIsWritten() {
        super(Severity.WARNING, "Phụ lục I, Phần I, III.3; Mục V");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String mark = document.meaning().marks().drafter();
        if (!mark.isEmpty() && !FORM.matcher(mark).matches()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.MARKS, 2).at(mark),
                    "Ký hiệu người soạn thảo ghi “" + mark + "”.",
                    "Ghi ký hiệu bằng chữ in hoa và số lượng bản, ví dụ “PL.(300)”."));
        }
    }
}
