package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.agency.Authority;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Behind TM. stands a collective or a body, never a post. */
final class CollectiveIsSignedFor extends FormatRule {
    private static final List<String> POSTS =
            List.of("HIỆU TRƯỞNG", "PHÓ ", "GIÁM ĐỐC", "TRƯỞNG PHÒNG", "TRƯỞNG BAN", "CHỦ TỊCH", "BỘ TRƯỞNG", "BÍ THƯ");

    CollectiveIsSignedFor() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().signatory().authority() instanceof Authority.OnBehalf it
                && POSTS.stream().anyMatch(it.collective()::startsWith)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE, 0).at(it.collective()),
                    "Sau “TM.” ghi chức vụ “" + it.collective() + "”.",
                    "Ghi tên tập thể lãnh đạo hoặc tên cơ quan, ví dụ “TM. ỦY BAN NHÂN DÂN”."));
        }
    }
}
