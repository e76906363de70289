package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.Quote;
import vn.antin.check.wording.WrittenDate;

/** An instrument that is known is cited with its number and its date: 3276/QĐ-BGDĐT, not 3267. */
public final class KnownInstrumentsAreCitedRight extends MentionRule {
    /** Of a known title so much must be there to say that it is meant. */
    private static final double MEANT = 0.9;

    private static final int FEWEST_WORDS = 6;

    public KnownInstrumentsAreCitedRight() {
        super(new Citation(Source.GOOD_SENSE, "danh mục văn bản đã biết"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        WrittenDate date = mention.date();
        if (date == null || !mention.hasSymbol()) {
            return;
        }
        for (Instruments.Instrument it : Instruments.all()) {
            if (!it.kind().equals(mention.kind())) {
                continue;
            }
            boolean sameNumber = Mention.canonical(it.number()).equals(mention.canonical());
            boolean sameDate = date.date().filter(it.date()::equals).isPresent();
            if (!sameNumber && sameDate && sameSymbol(it, mention) && isMeant(it, mention)) {
                breaches.accept(new Breach(
                        mention.place(mention.number()),
                        "Văn bản ngày " + WrittenDate.inShort(it.date()) + " về nội dung này mang số " + it.number()
                                + ", không phải " + mention.number() + ".",
                        "Sửa thành “" + it.number() + "”.",
                        it.number()));
            } else if (sameNumber && !sameDate && hasOneDate(it, date)) {
                String right = date.spelled()
                        ? new WrittenDate(
                                        0,
                                        0,
                                        it.date().getDayOfMonth(),
                                        it.date().getMonthValue(),
                                        it.date().getYear(),
                                        true)
                                .inWords()
                        : "ngày " + WrittenDate.inShort(it.date());
                Quote quote = Quote.of(mention.text(), date.start(), date.end(), right);
                breaches.accept(new Breach(
                        mention.place(quote.words()),
                        it.kind() + " số " + it.number() + " ban hành ngày " + WrittenDate.inShort(it.date()) + ".",
                        "Sửa thành “" + right + "”.",
                        quote.right()));
            }
        }
    }

    private static boolean sameSymbol(Instruments.Instrument known, Mention mention) {
        return Mention.canonical(known.number()).endsWith(mention.symbol())
                && Mention.canonical(known.number()).length() - mention.symbol().length() <= 5;
    }

    private static boolean isMeant(Instruments.Instrument known, Mention mention) {
        return Titles.words(mention.title()).size() >= FEWEST_WORDS
                && mention.title().length() >= known.title().length() * 0.7
                && Titles.shared(known.title(), mention.title()) >= MEANT;
    }

    /** A number that bears its year belongs to one text; another begins anew each year. */
    private static boolean hasOneDate(Instruments.Instrument known, WrittenDate date) {
        return known.number().matches("\\d{1,5}/\\d{4}/.{1,60}") || known.date().getYear() == date.year();
    }
}
