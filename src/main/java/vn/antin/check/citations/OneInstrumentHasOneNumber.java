package vn.antin.check.citations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;

/** An instrument of one kind, date and subject is cited with one number. */
public final class OneInstrumentHasOneNumber extends CitationRule {
    /** Shorter titles are alike by chance; longer ones must be the same word for word. */
    private static final int FEWEST_WORDS = 4;

    public OneInstrumentHasOneNumber() {
        super(new Citation(Source.GOOD_SENSE, "một văn bản, một số"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        Map<String, Mention> known = new HashMap<>();
        for (Mention it : mentions) {
            List<String> words = Titles.words(it.title());
            if (!it.hasSymbol() || it.date() == null || words.size() < FEWEST_WORDS) {
                continue;
            }
            Mention first =
                    known.putIfAbsent(it.kind() + it.symbol() + it.date().date() + words, it);
            if (first != null && !first.canonical().equals(it.canonical())) {
                breaches.accept(new Breach(
                        it.place(it.number()),
                        "Cùng một văn bản nhưng chỗ này ghi số “" + it.number() + "”, chỗ khác ghi “" + first.number()
                                + "”.",
                        "Đối chiếu với văn bản gốc và ghi thống nhất một số."));
            }
        }
    }
}
