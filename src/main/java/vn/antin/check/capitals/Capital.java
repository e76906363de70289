package vn.antin.check.capitals;

import vn.antin.check.Citation;
import vn.antin.check.Rule;
import vn.antin.compose.Passage;

/** What the rules of capital letters say alike. */
final class Capital {
    private Capital() {}

    static Citation clause(String clause) {
        return Citation.decree30("Phụ lục II, Mục " + clause);
    }

    /** A breach that one click mends. */
    static Rule.Breach mended(Passage passage, String what, String found, String right) {
        return new Rule.Breach(passage.place().at(found), what, "Sửa thành “" + right + "”.", right);
    }
}
