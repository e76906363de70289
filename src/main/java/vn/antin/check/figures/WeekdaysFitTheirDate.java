package vn.antin.check.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.ReadingRule;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;

/** A weekday beside a date is that day's: thứ Hai, ngày 15 tháng 9 năm 2025. */
public final class WeekdaysFitTheirDate extends ReadingRule {
    private static final List<String> DAYS =
            List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");

    private static final Pattern BEFORE =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,(]{1,3}$");

    public WeekdaysFitTheirDate() {
        super(Said.goodSense("thứ và ngày"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        for (WrittenDate it : WrittenDate.in(text)) {
            Optional<LocalDate> date = it.date();
            int from = Math.max(0, it.start() - 16);
            Matcher matcher = BEFORE.matcher(text.substring(from, it.start()));
            if (date.isEmpty() || !matcher.find()) {
                continue;
            }
            String found = matcher.group(1);
            String right = DAYS.get(date.get().getDayOfWeek().getValue() - 1);
            String digit = "thứ " + (date.get().getDayOfWeek().getValue() + 1);
            String folded = found.toLowerCase(Locale.ROOT);
            if (folded.equals(right.toLowerCase(Locale.ROOT)) || folded.equals(digit)) {
                continue;
            }
            String all = text.substring(from + matcher.start(1), it.end());
            breaches.accept(new Breach(
                    passage.place().at(all),
                    it.words(text) + " là " + right + ", không phải " + found + ".",
                    "Kiểm tra lại; nếu ngày đúng thì ghi “" + right + "”.",
                    right + all.substring(found.length())));
        }
    }
}
