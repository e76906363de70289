package vn.antin.check.capitals;

import java.util.HashSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A rule that knows wrong writing by its form; all forms are of bounded length, so a text is read in one pass. */
abstract class PatternRule extends ReadingRule {
    private final String what;
    private final Pattern form;

    /**
     * @param what of which kind the wrong words are, as a message begins
     * @param form what may be wrong
     */
    PatternRule(String clause, String what, String form) {
        super(Capital.clause(clause));
        this.what = what;
        this.form = Pattern.compile(form);
    }

    @Override
    protected final void read(Passage passage, String text, Consumer<Breach> breaches) {
        var told = new HashSet<String>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            String right = mended(text, matcher);
            if (right != null && !right.equals(matcher.group()) && told.add(matcher.group())) {
                breaches.accept(Capital.mended(
                        passage,
                        text,
                        matcher.start(),
                        matcher.end(),
                        what + " “" + matcher.group() + "” viết hoa chưa đúng.",
                        right));
            }
        }
    }

    /** What the words found should read; null when they may be right as they are. */
    abstract @Nullable String mended(String text, Matcher found);

    /** The text with a part of the match written anew. */
    static String with(Matcher found, int group, String words) {
        String all = found.group();
        int start = found.start(group) - found.start();
        return all.substring(0, start) + words + all.substring(found.end(group) - found.start());
    }
}
