package vn.antin.check.citations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.Quote;
import vn.antin.check.wording.WrittenDate;

/** An instrument of one number is cited with one date. */
public final class OneInstrumentHasOneDate extends CitationRule {
    public OneInstrumentHasOneDate() {
        super(new Citation(Source.GOOD_SENSE, "một văn bản, một ngày ban hành"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        Map<String, List<Mention>> byNumber = new LinkedHashMap<>();
        for (Mention it : mentions) {
            if (it.hasSymbol() && it.date() != null && it.date().date().isPresent()) {
                byNumber.computeIfAbsent(it.canonical(), number -> new ArrayList<>())
                        .add(it);
            }
        }
        byNumber.values().forEach(it -> judge(it, breaches));
    }

    private static void judge(List<Mention> same, Consumer<Breach> breaches) {
        Map<LocalDate, Integer> counted = new LinkedHashMap<>();
        same.forEach(it -> counted.merge(day(it), 1, Integer::sum));
        if (counted.size() != 2) {
            return;
        }
        List<LocalDate> dates = new ArrayList<>(counted.keySet());
        // Without a majority the first mention, mostly the fuller one, is the measure.
        LocalDate right = counted.getOrDefault(dates.get(1), 0) > counted.getOrDefault(dates.get(0), 0)
                ? dates.get(1)
                : dates.get(0);
        boolean certain = counted.values().stream().distinct().count() > 1;
        Mention measure =
                same.stream().filter(it -> day(it).equals(right)).findFirst().orElseThrow();
        for (Mention it : same) {
            WrittenDate written = it.date();
            if (written != null && !day(it).equals(right) && surelyTheSame(it, measure)) {
                WrittenDate date =
                        new WrittenDate(0, 0, right.getDayOfMonth(), right.getMonthValue(), right.getYear(), true);
                String words = written.spelled() ? date.inWords() : "ngày " + WrittenDate.inShort(right);
                Quote quote = Quote.of(it.text(), written.start(), written.end(), words);
                breaches.accept(new Breach(
                        it.place(quote.words()),
                        "Văn bản “" + it.words() + "” ghi " + it.dateWords() + ", chỗ khác ghi ngày "
                                + WrittenDate.inShort(right) + ".",
                        "Đối chiếu với văn bản gốc và ghi thống nhất một ngày ban hành.",
                        certain ? quote.right() : ""));
            }
        }
    }

    /** Numbers begin anew each year, so another year may be another text, and other bodies number for themselves. */
    private static boolean surelyTheSame(Mention one, Mention other) {
        boolean yearInNumber = one.canonical().matches("\\d{1,5}/\\d{4}/.{1,60}");
        boolean sameBody =
                one.issuer().isEmpty() || other.issuer().isEmpty() || Titles.shared(one.issuer(), other.issuer()) > 0.5;
        return one.kind().equals(other.kind())
                && (yearInNumber
                        || (sameBody
                                && (day(one).getYear() == day(other).getYear()
                                        || Titles.same(one.title(), other.title()))));
    }

    private static LocalDate day(Mention mention) {
        WrittenDate date = mention.date();
        return date == null ? LocalDate.MIN : date.date().orElse(LocalDate.MIN);
    }
}
