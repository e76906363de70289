package vn.antin.check.figures;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Level;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** A numbered annex that a document points to is there: Phụ lục II. */
public final class OwnAnnexesExist extends ReadingRule {
    private static final String END = "(?=[;.,:)]|$| (?:Kế hoạch|Quyết định|Công văn|Báo cáo|Hướng dẫn|Thông báo) này)";

    private static final Pattern NUMBERED = Pattern.compile("(?<![\\p{L}\\d])Phụ lục (?:số )?([IVX]{1,5})" + END);

    private static final Pattern ANOTHER = Pattern.compile("Luật |Nghị định|Thông tư|Điều lệ|/\\p{Lu}");

    public OwnAnnexesExist() {
        super(Citation.decree30("Phụ lục I, Phần I, III.1"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        long annexes = document.meaning().annexes().stream()
                .filter(it -> it.enacted() == null)
                .count();
        for (Passage passage : Passage.of(document.meaning())) {
            String text = passage.plain();
            if (passage.note()
                    || passage.place().part() != Place.Part.BODY
                    || ANOTHER.matcher(text).find()) {
                continue;
            }
            Matcher numbered = NUMBERED.matcher(text);
            while (numbered.find()) {
                int asked = roman(numbered.group(1));
                if (asked > annexes && asked > 0) {
                    breaches.accept(new Breach(
                            passage.place().at(numbered.group()),
                            "Nội dung dẫn đến “" + numbered.group() + "” nhưng văn bản có " + annexes + " phụ lục.",
                            "Sửa số của phụ lục được dẫn chiếu, hoặc thêm phụ lục."));
                }
            }
        }
    }

    private static int roman(String words) {
        return IntStream.rangeClosed(1, 60)
                .filter(it -> Level.roman(it).equals(words))
                .findFirst()
                .orElse(0);
    }
}
