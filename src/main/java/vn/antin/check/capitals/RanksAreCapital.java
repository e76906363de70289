package vn.antin.check.capitals;

import java.util.regex.Matcher;
import vn.antin.check.wording.Prose;

/** The rank of an order: Huân chương Lao động hạng Nhì. */
public final class RanksAreCapital extends PatternRule {
    public RanksAreCapital() {
        super("V.2", "Hạng của huân chương", "Huân chương(?: [\\p{L}]{1,8}){1,4} hạng (nhất|nhì|ba)(?![\\p{L}\\p{N}])");
    }

    @Override
    String mended(String text, Matcher found) {
        return with(found, 1, Prose.capitalised(found.group(1)));
    }
}
