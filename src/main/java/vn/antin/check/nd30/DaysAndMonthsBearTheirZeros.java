package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Days under 10 and the months 1 and 2 have a zero before them; other months have none. */
final class DaysAndMonthsBearTheirZeros extends FormatRule {
    private static final Pattern DATE = Pattern.compile("ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})");

    DaysAndMonthsBearTheirZeros() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.DATE)) {
            Matcher date = DATE.matcher(it.text());
            if (date.find()) {
                int day = Integer.parseInt(date.group(1));
                int month = Integer.parseInt(date.group(2));
                String right = "ngày " + (day < 10 ? "0" : "") + day + " tháng " + (month < 3 ? "0" : "") + month;
                String typed = "ngày " + date.group(1) + " tháng " + date.group(2);
                if (!typed.equals(right)) {
                    breaches.accept(new Breach(
                            it.place().at(date.group()),
                            "Thời gian ghi “" + typed + "”.",
                            "Ghi “" + right + "”: chỉ ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước.",
                            right));
                }
            }
        }
    }
}
