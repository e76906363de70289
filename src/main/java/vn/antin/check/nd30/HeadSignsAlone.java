package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.agency.Authority;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A head or acting head signs without KT., TL. or TUQ.; a deputy never as head. */
final class HeadSignsAlone extends FormatRule {
    private static final Pattern PREFIXED = Pattern.compile("^(KT|TM|TL|TUQ|Q)\\b");

    HeadSignsAlone() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().signatory().authority() instanceof Authority.Head head
                && (head.post().startsWith("PHÓ ")
                        || PREFIXED.matcher(head.post()).find())) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE, 0).at(head.post()),
                    "Người ký ghi “" + head.post() + "” như người đứng đầu.",
                    "Cấp phó ký thay phải ghi “KT.” trước chức vụ người đứng đầu; sửa quyền ký trong sổ cơ quan."));
        }
    }
}
