package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The names of the issuing body and of its superior stand in capitals. */
final class IssuerIsNamedInCapitals extends FormatRule {

    IssuerIsNamedInCapitals() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.2.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        judge(document.meaning().issuer().name(), 1, breaches);
        if (document.meaning().issuer().superior() != null) {
            judge(document.meaning().issuer().superior(), 0, breaches);
        }
    }

    private static void judge(String name, int index, Consumer<Breach> breaches) {
        if (!Look.allCapitals(name)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ISSUER, index).at(name),
                    "Tên cơ quan “" + name + "” không in hoa.",
                    "Ghi tên cơ quan bằng chữ in hoa.",
                    name.toUpperCase(Locale.ROOT)));
        }
    }
}
