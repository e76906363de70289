package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.agency.Authority;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Behind KT., TL., TUQ. and Q. stands the post of a head. */
final class OrdersAreSignedForAHead extends FormatRule {
    private static final List<String> BODIES =
            List.of("ỦY BAN", "UBND", "TRƯỜNG ", "SỞ ", "PHÒNG ", "BAN ", "HỘI ĐỒNG ");

    OrdersAreSignedForAHead() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String head = switch (document.meaning().signatory().authority()) {
            case Authority.Acting it -> it.headPost();
            case Authority.Deputy it -> it.headPost();
            case Authority.ByOrder it -> it.headPost();
            case Authority.Delegated it -> it.headPost();
            case Authority.Head it -> "";
            case Authority.OnBehalf it -> "";
        };
        if (head.startsWith("PHÓ ") || BODIES.stream().anyMatch(head::startsWith)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE, 0).at(head),
                    "Chữ viết tắt quyền hạn đứng trước “" + head + "”.",
                    "Ghi chức vụ của người đứng đầu cơ quan, tổ chức sau “KT.”, “TL.”, “TUQ.”, “Q.”."));
        }
    }
}
