package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
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
            boolean judged = it.passage().place().part() == Place.Part.BODY
                    && !it.passage().note()
                    && !it.tabular()
                    && it.hasSymbol()
                    && !it.isLaw()
                    && it.date() != null;
            if (!judged || known.add(it.canonical() + it.date().date())) {
                continue;
            }
            String found = it.text().substring(it.start(), Math.max(it.numberEnd(), it.date().end()));
            // What follows the date can be left out by a person only.
            String right = it.issuer().isEmpty() && it.title().isEmpty() ? it.words() : "";
            breaches.accept(new Breach(
                    it.place(found),
                    "Văn bản “" + it.words() + "” đã viện dẫn đầy đủ ở trên, lần này vẫn ghi ngày ban hành.",
                    "Từ lần viện dẫn thứ hai chỉ ghi “" + it.words() + "”.",
                    right));
        }
    }
}
