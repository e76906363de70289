package vn.antin.check.figures;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** The number of annexes that is told is theirs: kèm theo 03 phụ lục. */
public final class AnnexesAreCounted extends ReadingRule {
    private static final Pattern FORM = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(?:kèm theo|gồm|có)(?: kế hoạch này| quyết định này| công văn này| báo cáo này)? (\\d{1,2}) phụ lục(?! (?:của|ban hành|thông tư|nghị định|luật))(?![\\p{L}\\d])");

    public AnnexesAreCounted() {
        super(Citation.decree30("Phụ lục I, Phần I, III.1"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        int annexes = document.meaning().annexes().size();
        for (Passage passage : Passage.of(document.meaning())) {
            Matcher matcher = FORM.matcher(passage.plain());
            if (passage.place().part() == Place.Part.BODY
                    && matcher.find()
                    && Integer.parseInt(matcher.group(1)) != annexes) {
                breaches.accept(new Breach(
                        passage.place().at(matcher.group()),
                        "Nội dung nêu " + matcher.group(1) + " phụ lục nhưng văn bản có " + annexes + ".",
                        "Sửa số lượng phụ lục, hoặc thêm phụ lục còn thiếu."));
            }
        }
    }
}
