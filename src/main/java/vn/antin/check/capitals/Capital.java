package vn.antin.check.capitals;

import vn.antin.check.Citation;
import vn.antin.check.Rule;
import vn.antin.check.wording.Quote;
import vn.antin.compose.Passage;

/** What the rules of capital letters say alike. */
final class Capital {
    private Capital() {}

    static Citation clause(String clause) {
        return Citation.decree30("Phụ lục II, Mục " + clause);
    }

    /** A breach that one click mends: the characters from {@code start} to {@code end} should read {@code right}. */
    static Rule.Breach mended(Passage passage, String text, int start, int end, String what, String right) {
        Quote quote = Quote.of(text, start, end, right);
        return new Rule.Breach(passage.place().at(quote.words()), what, "Sửa thành “" + right + "”.", quote.right());
    }
}
