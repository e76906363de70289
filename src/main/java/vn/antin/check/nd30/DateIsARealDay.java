package vn.antin.check.nd30;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The date is a day of the calendar and lies not in the future. */
final class DateIsARealDay extends FormatRule {
    private static final Pattern DATE = Pattern.compile("ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})");

    DateIsARealDay() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.DATE)) {
            Matcher date = DATE.matcher(it.text());
            if (date.find() && !holds(date, document.day())) {
                breaches.accept(new Breach(
                        it.place().at(date.group()),
                        "“" + date.group() + "” không có trong lịch hoặc còn ở phía trước.",
                        "Ghi ngày văn bản được ban hành."));
            }
        }
    }

    private static boolean holds(Matcher date, LocalDate today) {
        try {
            return !LocalDate.of(
                            Integer.parseInt(date.group(3)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(1)))
                    .isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
