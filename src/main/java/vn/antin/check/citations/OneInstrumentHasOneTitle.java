package vn.antin.check.citations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.Prose;

/** An instrument of one number and date is about one thing. */
public final class OneInstrumentHasOneTitle extends CitationRule {
    /** Titles of which less than this part of the words is shared are about different things. */
    private static final double SHARED = 0.25;

    private static final int FEWEST_WORDS = 5;

    public OneInstrumentHasOneTitle() {
        super(new Citation(Source.GOOD_SENSE, "một văn bản, một trích yếu"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        Map<String, Mention> first = new HashMap<>();
        for (Mention it : mentions) {
            if (!it.hasSymbol() || it.date() == null || Titles.words(it.title()).size() < FEWEST_WORDS) {
                continue;
            }
            Mention known =
                    first.putIfAbsent(it.kind() + it.canonical() + it.date().date(), it);
            if (known != null
                    && Titles.shared(known.title(), it.title()) < SHARED
                    && (known.issuer().isEmpty()
                            || it.issuer().isEmpty()
                            || Titles.shared(known.issuer(), it.issuer()) > 0.5)) {
                breaches.accept(new Breach(
                        it.place(it.words()),
                        "Văn bản “" + it.words() + "” được ghi với hai trích yếu khác nhau: “"
                                + Prose.shown(known.title()) + "” và “" + Prose.shown(it.title()) + "”.",
                        "Đối chiếu với văn bản gốc: một trong hai chỗ ghi sai số hoặc sai trích yếu."));
            }
        }
    }
}
