package vn.antin.check.capitals;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** Whole words in capitals within a sentence: annex II knows no capitals for emphasis. */
public final class WordsAreNotShouted extends ReadingRule {
    private static final String MARKED = "ÂÊÔÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ";

    /** Between small words; one letter of the capitals bears a tone, so that they are words and no short form. */
    private static final Pattern FORM =
            Pattern.compile("(?<=\\p{Ll},? )(?:\\p{Lu}{1,7} ){0,12}(?=\\p{Lu}{2,7}(?!\\p{L}))\\p{Lu}{0,6}[" + MARKED
                    + "]\\p{Lu}{0,6}(?: \\p{Lu}{1,7}(?!\\p{L})){0,12}(?= \\p{Ll}|[,.;])");

    /** The first word of a sentence, as a shift key held too long leaves it. */
    private static final Pattern OPENING = Pattern.compile(
            "(?<=^|[.] )(?=\\p{Lu}{2,7}(?!\\p{L}))\\p{Lu}{0,6}[" + MARKED + "]\\p{Lu}{0,6}(?= \\p{Ll}{2,7}(?!\\p{L}))");

    public WordsAreNotShouted() {
        super(Capital.clause("I"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher opening = OPENING.matcher(text);
        while (opening.find()) {
            String found = opening.group();
            String right = Prose.capitalised(found.toLowerCase(Locale.ROOT));
            breaches.accept(Capital.mended(
                    passage, text, opening.start(), opening.end(), "Từ “" + found + "” viết hoa toàn bộ.", right));
        }
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            String found = matcher.group();
            // One word: emphasis is mended by small letters; of several words only a person knows which are names.
            boolean one = found.indexOf(' ') < 0;
            String what = "Từ “" + Prose.shown(found) + "” viết hoa toàn bộ giữa câu.";
            breaches.accept(
                    one
                            ? Capital.mended(
                                    passage, text, matcher.start(), matcher.end(), what, found.toLowerCase(Locale.ROOT))
                            : new Breach(
                                    passage.place().at(found),
                                    what,
                                    "Viết thường; chỉ viết hoa chữ cái đầu của tên riêng. Muốn nhấn mạnh thì dùng chữ đậm."));
        }
    }
}
