package vn.antin.check.capitals;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** Every syllable of a person's name begins with a capital: Nguyễn Văn Bình. */
public final class PeopleKeepTheirCapitals extends ReadingRule {
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\p{L}\\p{N}])" + Names.FAMILY
            + "(?: \\p{Lu}\\p{Ll}{1,6})? (văn|thị)(?: \\p{Lu}\\p{Ll}{0,6}){1,2}(?![\\p{L}\\p{N}])");
    private static final Pattern TITLED =
            Pattern.compile("(?iu)(?:tiến|thạc|giáo|phó|bác|nhà|cử|kỹ|ông|bà|thầy|cô|đồng) ");
    private static final Pattern SYLLABLE = Pattern.compile("(?<![\\p{L}\\p{N}'’-])\\p{Ll}");

    public PeopleKeepTheirCapitals() {
        super(Capital.clause("II.1.a"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        super.examine(document, breaches);
        signed(document.meaning().signatory().fullName(), breaches);
        for (Cosigner it : document.meaning().cosigners()) {
            signed(it.fullName(), breaches);
        }
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            String right = PatternRule.with(matcher, 1, Prose.capitalised(matcher.group(1)));
            breaches.accept(Capital.mended(
                    passage,
                    text,
                    matcher.start(),
                    matcher.end(),
                    "Tên người “" + matcher.group() + "” viết hoa chưa đúng.",
                    right));
        }
    }

    private static void signed(String name, Consumer<Breach> breaches) {
        if (TITLED.matcher(name).lookingAt()) {
            // What stands before a name is another rule's matter (annex I, part I, II.7.c).
            return;
        }
        String right = SYLLABLE.matcher(name).replaceAll(it -> Prose.capitalised(it.group()));
        if (!right.equals(name)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.SIGNATURE).at(name),
                    "Họ và tên người ký “" + name + "” viết hoa chưa đúng.",
                    "Sửa thành “" + right + "”.",
                    right));
        }
    }
}
