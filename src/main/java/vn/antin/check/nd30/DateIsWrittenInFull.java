package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** {@code An Dương, ngày 10 tháng 9 năm 2024}: day, month and year in full words. */
final class DateIsWrittenInFull extends FormatRule {
    private static final Pattern FORM = Pattern.compile(
            "\\D*ngày\\s*(\\d{1,2}|[.…_\\s]*)\\s*tháng\\s*(\\d{1,2}|[.…_\\s]*)\\s*năm\\s*(\\d{4}|[.…_\\s]*|20[.…_\\s]+)");

    DateIsWrittenInFull() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.DATE)) {
            if (!it.text().isBlank() && !FORM.matcher(it.text().strip()).matches()) {
                breaches.accept(new Breach(
                        it.place().at(it.text()),
                        "Thời gian ban hành ghi “" + it.text() + "”.",
                        "Ghi đầy đủ “<địa danh>, ngày … tháng … năm …” bằng chữ số Ả Rập."));
            }
        }
    }
}
