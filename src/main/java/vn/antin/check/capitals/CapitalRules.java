package vn.antin.check.capitals;

import java.util.List;
import vn.antin.check.Rule;

/** The rules of the decree's annex II: capital letters. */
public final class CapitalRules {
    private CapitalRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
