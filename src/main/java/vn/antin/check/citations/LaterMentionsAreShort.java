package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.wording.Quote;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Place;

/** After the first mention only kind, number and symbol are given. Grounds, notes and tables are not counted. */
public final class LaterMentionsAreShort extends CitationRule {
    public LaterMentionsAreShort() {
        super(format("II.6.b"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        var known = new HashSet<String>();
        for (Mention it : mentions) {
            WrittenDate date = it.date();
            boolean judged = it.passage().place().part() == Place.Part.BODY
                    && !it.passage().note()
                    && !it.tabular()
                    && it.hasSymbol()
                    && !it.isLaw();
            if (date == null || !judged || known.add(it.canonical() + date.date())) {
                continue;
            }
            boolean ends = it.issuer().isEmpty() && it.title().isEmpty();
            int end = Math.max(it.numberEnd(), date.end());
            Quote quote = Quote.of(it.text(), it.start(), end, it.words());
            breaches.accept(new Breach(
                    it.place(quote.words()),
                    "Văn bản “" + it.words() + "” đã viện dẫn đầy đủ ở trên, lần này vẫn ghi ngày ban hành.",
                    "Từ lần viện dẫn thứ hai chỉ ghi “" + it.words() + "”.",
                    ends ? quote.right() : ""));
        }
    }
}
