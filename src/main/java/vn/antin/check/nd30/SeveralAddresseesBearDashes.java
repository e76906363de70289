package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** One addressee stands on the line of Kính gửi, several on lines of their own with dashes in one column. */
final class SeveralAddresseesBearDashes extends FormatRule {

    SeveralAddresseesBearDashes() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Appearance.Seen> lines = document.appearance().all(Place.Part.ADDRESSEES);
        boolean several = document.meaning().addressees().size() > 1;
        double dashes = Double.NaN;
        for (Appearance.Seen it : lines) {
            boolean salutation = it.text().startsWith("Kính gửi");
            boolean alone = it.text().strip().matches("Kính gửi\\s*:?");
            boolean dashed = it.text().startsWith("-");
            boolean column = dashed && !Double.isNaN(dashes) && Math.abs(it.left() - dashes) > 1;
            if (several ? (salutation && !alone) || column : salutation && alone) {
                breaches.accept(new Breach(
                        it.place(),
                        several
                                ? "Các nơi kính gửi không ở dòng riêng hoặc gạch đầu dòng không thẳng hàng."
                                : "Nơi kính gửi duy nhất không ở cùng dòng với “Kính gửi”.",
                        several
                                ? "Mỗi nơi một dòng, gạch đầu dòng thẳng hàng dưới dấu hai chấm."
                                : "Ghi “Kính gửi: <nơi nhận>” trên một dòng."));
            }
            dashes = dashed && Double.isNaN(dashes) ? it.left() : dashes;
        }
    }
}
