package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A number under ten has a zero before it; greater ones have none. */
final class NumbersUnderTenBearAZero extends FormatRule {
    private static final Pattern NUMBER = Pattern.compile("^Số\\s*:?\\s*(\\d+)\\s*[/-]");

    NumbersUnderTenBearAZero() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.NUMBER)) {
            Matcher number = NUMBER.matcher(it.text());
            if (number.find() && !number.group(1).matches("0[1-9]|[1-9]\\d+")) {
                String value = number.group(1).replaceFirst("^0+(?=\\d)", "");
                String right = value.length() == 1 ? "0" + value : value;
                breaches.accept(new Breach(
                        it.place().at("Số: " + number.group(1)),
                        "Số “" + number.group(1) + "” ghi chưa đúng.",
                        "Ghi “" + right + "”: số nhỏ hơn 10 thêm số 0 phía trước.",
                        "Số: " + right));
            }
        }
    }
}
