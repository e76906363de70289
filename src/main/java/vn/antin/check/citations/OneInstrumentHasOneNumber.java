package vn.antin.check.citations;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;

/** An instrument of one kind, date and subject is cited with one number. */
public final class OneInstrumentHasOneNumber extends CitationRule {
    public OneInstrumentHasOneNumber() {
        super(new Citation(Source.GOOD_SENSE, "một văn bản, một số"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        List<Mention> full = mentions.stream()
                .filter(it -> it.hasSymbol() && it.date() != null && !it.title().isEmpty())
                .limit(500)
                .toList();
        for (int i = 1; i < full.size(); i++) {
            Mention later = full.get(i);
            for (Mention first : full.subList(0, i)) {
                if (first.kind().equals(later.kind())
                        && first.symbol().equals(later.symbol())
                        && !first.canonical().equals(later.canonical())
                        && first.date().date().equals(later.date().date())
                        && Titles.same(first.title(), later.title())) {
                    breaches.accept(new Breach(
                            later.place(later.number()),
                            "Cùng một văn bản nhưng chỗ này ghi số “" + later.number() + "”, chỗ khác ghi “" + first.number() + "”.",
                            "Đối chiếu với văn bản gốc và ghi thống nhất một số."));
                    break;
                }
            }
        }
    }
}
