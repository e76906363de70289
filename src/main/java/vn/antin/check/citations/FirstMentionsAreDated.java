package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.antin.check.Examined;

/** An instrument is dated where it is cited first; told only when the whole document never gives its date. */
public final class FirstMentionsAreDated extends CitationRule {
    public FirstMentionsAreDated() {
        super(format("II.6.b"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        Set<String> dated = mentions.stream()
                .filter(it -> it.date() != null)
                .map(Mention::canonical)
                .collect(Collectors.toSet());
        var told = new HashSet<String>();
        // A note may say the rest, with a slip in the number; another rule tells that.
        Set<String> noted = mentions.stream()
                .filter(it -> it.passage().note())
                .map(FirstMentionsAreDated::where)
                .collect(Collectors.toSet());
        for (Mention it : mentions) {
            boolean judged = it.hasSymbol()
                    && !it.tabular()
                    && !it.inGrounds()
                    && !it.isLaw()
                    && !Mentions.severalMeant(it)
                    && !dated.contains(it.canonical())
                    && (it.passage().note() || !noted.contains(where(it)));
            if (judged && told.add(it.canonical())) {
                breaches.accept(
                        new Breach(
                                it.place(it.words()),
                                "Văn bản “" + it.words()
                                        + "” được viện dẫn lần đầu mà không ghi ngày, tháng, năm ban hành.",
                                "Lần viện dẫn đầu ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu."));
            }
        }
    }

    private static String where(Mention mention) {
        return mention.passage().place() + mention.kind() + mention.symbol();
    }
}
