package vn.antin.check.citations;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** Laws and ordinances are cited by their name, without number, symbol and issuing body. */
public final class LawsAreCitedByName extends ReadingRule {
    private static final String NUMBER = "\\d{1,3}/\\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\\d{1,2}";

    private static final Pattern NUMBERED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(Bộ luật|Luật|Pháp lệnh)((?: (?!số|Nghị quyết|Luật |Bộ luật|Pháp lệnh)\\p{L}{1,8},?| -){1,12}?)?,? (?:số:? )?"
                    + NUMBER + "(?![\\p{L}\\p{N}])");

    private static final Pattern ABOUT = Pattern.compile(
            "(?:,? ngày [\\d/ ]{1,2}[\\p{L}\\d/ ]{1,24})? về ([\\p{L} ]{3,60}?)(?= và (?:các|văn bản|quy định)|[.;)]|$)");

    private static final Pattern ISSUED = Pattern.compile(
            "(?<=Căn cứ )(?:Bộ luật|Luật|Pháp lệnh)(?: \\p{L}{1,8},?| -){1,12}? ngày [\\p{L}\\d/ ]{6,26}( của (?:Quốc hội|Ủy ban Thường vụ Quốc hội)(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam)?)");

    public LawsAreCitedByName() {
        super(CitationRule.format("II.6.a và b"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = NUMBERED.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(2) == null ? "" : matcher.group(2).strip();
            String found = matcher.group();
            String right = name.isEmpty() ? "" : matcher.group(1) + " " + name;
            if (name.isEmpty()) {
                Matcher about = ABOUT.matcher(text).region(matcher.end(), text.length());
                if (about.lookingAt()) {
                    found = text.substring(matcher.start(), about.end(1));
                    right = matcher.group(1) + " " + Prose.capitalised(about.group(1));
                }
            }
            tell(passage, found, right, "có số, ký hiệu", breaches);
        }
        Matcher issued = ISSUED.matcher(text);
        while (issued.find()) {
            String right = issued.group().substring(0, issued.start(1) - issued.start());
            tell(passage, issued.group(), right, "có tên cơ quan ban hành", breaches);
        }
    }

    private static void tell(Passage passage, String found, String right, String what, Consumer<Breach> breaches) {
        breaches.accept(new Breach(
                passage.place().at(found),
                "Viện dẫn luật, pháp lệnh “" + Prose.shown(found) + "” " + what + ".",
                right.isEmpty()
                        ? "Chỉ ghi tên loại và tên của luật, pháp lệnh, ví dụ “Luật Giáo dục”."
                        : "Chỉ ghi “" + right + "”.",
                right));
    }
}
