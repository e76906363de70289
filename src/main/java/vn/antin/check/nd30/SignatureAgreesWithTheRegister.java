package vn.antin.check.nd30;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.antin.agency.Signatory;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Authority, post and name over and under the signature are those of the register on that day. */
final class SignatureAgreesWithTheRegister extends FormatRule {

    SignatureAgreesWithTheRegister() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b, c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> seen = document.appearance().all(Place.Part.SIGNATURE);
        Signatory signatory = document.meaning().signatory();
        if (seen.isEmpty() || !document.meaning().cosigners().isEmpty()) {
            return;
        }
        String found = bare(seen.stream().map(Appearance.Seen::text).collect(Collectors.joining()));
        String wanted = bare(String.join("", signatory.authority().lines()) + signatory.fullName());
        if (!found.equals(wanted)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE),
                    "Phần ký ghi “" + seen.stream().map(Appearance.Seen::text).collect(Collectors.joining(" / "))
                            + "”.",
                    "Theo sổ cơ quan ngày này: “"
                            + String.join(" / ", signatory.authority().lines()) + " / " + signatory.fullName() + "”."));
        }
    }

    /** Abbreviations, line ends and tone marks' places are other rules' matter. */
    private static String bare(String text) {
        return text.replaceAll("[\\s./]", "")
                .toLowerCase(Locale.ROOT)
                .replace("uỷ", "ủy")
                .replace("hoà", "hòa");
    }
}
