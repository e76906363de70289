package vn.antin.check.citations;

import java.util.List;
import java.util.Map;
import vn.antin.check.wording.Lists;

/** What is known of the groups of letters in instruments' symbols, {@code symbols.json}. */
final class Symbols {
    private static final Known KNOWN = Lists.read("symbols.json", Known.class);

    private Symbols() {}

    /**
     * @param kinds abbreviations of kinds, by the kind's name
     * @param bodies abbreviations of issuing bodies
     * @param misspelt groups that no body uses, and what was meant
     */
    record Known(Map<String, List<String>> kinds, List<Body> bodies, List<Misspelt> misspelt) {}

    record Body(String group, String name, String source) {}

    record Misspelt(String wrong, String right, String source) {}

    static Map<String, List<String>> kinds() {
        return KNOWN.kinds();
    }

    static boolean isKind(String group) {
        return KNOWN.kinds().values().stream().anyMatch(it -> it.contains(group));
    }

    static boolean isBody(String group) {
        return KNOWN.bodies().stream().anyMatch(it -> it.group().equals(group));
    }

    static List<Misspelt> misspelt() {
        return KNOWN.misspelt();
    }
}
