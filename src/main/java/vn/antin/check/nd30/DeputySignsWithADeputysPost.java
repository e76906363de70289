package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.agency.Authority;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Under KT. stands the post of a deputy. */
final class DeputySignsWithADeputysPost extends FormatRule {
    private static final List<String> DEPUTIES = List.of("PHÓ ", "THỨ TRƯỞNG", "PHÓ");

    DeputySignsWithADeputysPost() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b, c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().signatory().authority() instanceof Authority.Deputy deputy
                && DEPUTIES.stream().noneMatch(deputy.post()::startsWith)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE, 1).at(deputy.post()),
                    "Ký thay (KT.) nhưng chức vụ ghi là “" + deputy.post() + "”.",
                    "Ghi chức vụ cấp phó, ví dụ “PHÓ " + deputy.headPost()
                            + "”; sửa chức vụ trong sổ cơ quan nếu ghi sai."));
        }
    }
}
