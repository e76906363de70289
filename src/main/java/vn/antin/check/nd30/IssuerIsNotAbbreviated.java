package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The issuing body bears its full official name; only its superior may be abbreviated. */
final class IssuerIsNotAbbreviated extends FormatRule {
    private static final Pattern SHORT =
            Pattern.compile("(?<!\\p{L})(UBND|HĐND|GD&ĐT|GDĐT|GD-ĐT|THCS|THPT|PTDTNT|TTGDTX|MN|TH)(?!\\p{L})");

    IssuerIsNotAbbreviated() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.2.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        Matcher found = SHORT.matcher(document.meaning().issuer().name());
        if (found.find()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ISSUER, 1).at(found.group()),
                    "Tên cơ quan ban hành viết tắt “" + found.group() + "”.",
                    "Ghi tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản được viết tắt."));
        }
    }
}
