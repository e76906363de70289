package vn.antin.check.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.ReadingRule;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;

/** A period ends after it begins: từ ngày … đến ngày …, giai đoạn 2021-2025. */
public final class PeriodsRunForward extends ReadingRule {
    private static final Pattern YEARS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(?:giai đoạn|từ năm|nhiệm kỳ) (20\\d\\d) ?(?:-|–|đến|đến năm) ?(20\\d\\d)(?!\\d)");

    private static final Pattern MONTHS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])từ tháng (\\d{1,2})/(20\\d\\d) đến (?:hết )?tháng (\\d{1,2})/(20\\d\\d)(?!\\d)");

    private static final Pattern BETWEEN = Pattern.compile("(?iu),? (?:đến|tới)(?: hết)? ");

    public PeriodsRunForward() {
        super(Said.goodSense("thời gian từ … đến …"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher years = YEARS.matcher(text);
        while (years.find()) {
            if (Integer.parseInt(years.group(1)) > Integer.parseInt(years.group(2))) {
                tell(passage, years.group(), breaches);
            }
        }
        Matcher months = MONTHS.matcher(text);
        while (months.find()) {
            int from = Integer.parseInt(months.group(2)) * 12 + Integer.parseInt(months.group(1));
            int to = Integer.parseInt(months.group(4)) * 12 + Integer.parseInt(months.group(3));
            if (from > to) {
                tell(passage, months.group(), breaches);
            }
        }
        List<WrittenDate> dates = WrittenDate.in(text);
        for (int i = 1; i < dates.size(); i++) {
            WrittenDate first = dates.get(i - 1);
            WrittenDate second = dates.get(i);
            String before = text.substring(Math.max(0, first.start() - 4), first.start())
                    .strip();
            boolean period = before.equalsIgnoreCase("từ")
                    && second.start() - first.end() < 12
                    && BETWEEN.matcher(text.substring(first.end(), second.start()))
                            .matches();
            if (period && isBefore(second, first)) {
                tell(passage, text.substring(first.start(), second.end()), breaches);
            }
        }
    }

    private static boolean isBefore(WrittenDate one, WrittenDate other) {
        LocalDate first = one.date().orElse(null);
        LocalDate second = other.date().orElse(null);
        return first != null && second != null && first.isBefore(second);
    }

    private static void tell(Passage passage, String found, Consumer<Breach> breaches) {
        breaches.accept(new Breach(
                passage.place().at(found),
                "Thời gian kết thúc trước khi bắt đầu: “" + found + "”.",
                "Kiểm tra lại hai mốc thời gian."));
    }
}
