package vn.antin.check.citations;

import java.util.List;
import vn.antin.check.Rule;

/** What is asked of the instruments that a text cites (annex I, part I, II.6.a–b). */
public final class CitationRules {
    private CitationRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
