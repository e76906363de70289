package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The issuing body is 12–13, upright and bold; its superior likewise but not bold. */
final class IssuerIsStyled extends FormatRule {

    IssuerIsStyled() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.2.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String superior = document.meaning().issuer().superior();
        for (Appearance.Seen it : document.appearance().all(Place.Part.ISSUER)) {
            boolean above = superior != null && superior.contains(it.text().strip());
            boolean itself =
                    document.meaning().issuer().name().contains(it.text().strip());
            Look look = Look.upright(12, 13);
            if (Look.allCapitals(document.meaning().issuer().name())
                    && (superior == null || Look.allCapitals(superior))) {
                look = look.capitals(true);
            }
            // A line that both names hold may be of either.
            (above == itself ? look : look.bold(itself)).judge(it, breaches);
        }
    }
}
