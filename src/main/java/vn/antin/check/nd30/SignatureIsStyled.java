package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Authority and post are 13–14, bold capitals; the name 13–14, bold. */
final class SignatureIsStyled extends FormatRule {

    SignatureIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.đ");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> authority = document.meaning().signatory().authority().lines();
        for (Appearance.Seen it : document.appearance().all(Place.Part.SIGNATURE)) {
            // Who signs beside the signatory signs in the form of their own document (annex III, forms 1.9 and 1.10).
            if (it.place().index() > authority.size()) {
                continue;
            }
            Look look = Look.upright(13, 14).bold(true);
            boolean post = (it.place().index() >= 0 && it.place().index() < authority.size())
                    || authority.stream()
                            .anyMatch(line -> line.equalsIgnoreCase(it.text().strip()));
            (post ? look.capitals(true) : look).judge(it, breaches);
        }
    }
}
