package vn.antin.check.capitals;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** Capitals and small letters mixed within a syllable, as a slow shift key leaves them: KẾ hoạch, THực hiện. */
public final class WordsKeepOneCase extends ReadingRule {
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}.@/_&-])\\p{L}{3,7}(?![\\p{L}\\p{N}@/_&-]|\\.\\p{L})");

    /** Built as a Vietnamese syllable, and with a letter that only Vietnamese has: no foreign name, no short form. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ng|nh|ch|[cmnpt])?");

    private static final Pattern VIETNAMESE =
            Pattern.compile("[ăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]");

    public WordsKeepOneCase() {
        super(Capital.clause("I"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            String small = word.toLowerCase(Locale.ROOT);
            if (Prose.shouted(word)
                    || word.equals(small)
                    || word.equals(Prose.capitalised(small))
                    || !SYLLABLE.matcher(small).matches()
                    || !VIETNAMESE.matcher(small).find()) {
                continue;
            }
            String right = Character.isUpperCase(word.charAt(0)) ? Prose.capitalised(small) : small;
            breaches.accept(Capital.mended(
                    passage,
                    text,
                    matcher.start(),
                    matcher.end(),
                    "Chữ hoa, chữ thường lẫn lộn trong một từ: “" + word + "”.",
                    right));
        }
    }
}
