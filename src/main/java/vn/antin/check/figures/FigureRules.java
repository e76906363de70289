package vn.antin.check.figures;

import java.util.List;
import vn.antin.check.Rule;

/** What is asked of figures, dates and school years: that they agree with each other. */
public final class FigureRules {
    private FigureRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
