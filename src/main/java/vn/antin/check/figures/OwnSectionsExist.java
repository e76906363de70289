package vn.antin.check.figures;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Level;
import vn.antin.compose.Place;

/** A section of its own that a document points to is there: mục V.3, mục II Kế hoạch này. */
public final class OwnSectionsExist extends ReadingRule {
    private static final Pattern POINTED = Pattern.compile(
            "(?<![\\p{L}\\d])(?:[Tt]ại|[Tt]heo|ở) (?:[Mm]ục|[Pp]hần) ([IVX]{1,5})(?:\\.(\\d{1,2}))?(?=[;.,)]|$| (?:Kế hoạch|Báo cáo|Công văn|Hướng dẫn|Thông báo) này| nêu trên| trên)");

    private static final Pattern ANOTHER = Pattern.compile("Luật |Nghị định|Thông tư|Điều lệ|/\\p{Lu}|[Pp]hụ lục");

    public OwnSectionsExist() {
        super(Said.goodSense("dẫn chiếu trong văn bản"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        Set<String> sections = new HashSet<>();
        String roman = "";
        for (Block block : document.meaning().body()) {
            if (block instanceof Block.Item item && item.level() == Level.ROMAN) {
                roman = Level.roman(item.ordinal());
                sections.add(roman);
            } else if (block instanceof Block.Item item && item.level() == Level.CLAUSE && !roman.isEmpty()) {
                sections.add(roman + "." + item.ordinal());
            }
        }
        if (sections.isEmpty()) {
            return;
        }
        for (int i = 0; i < document.meaning().body().size(); i++) {
            String text = Said.plain(document.meaning().body().get(i));
            if (ANOTHER.matcher(text).find()) {
                continue;
            }
            Matcher matcher = POINTED.matcher(text);
            while (matcher.find()) {
                String asked = matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "." + matcher.group(2);
                if (!sections.contains(asked)) {
                    breaches.accept(new Breach(
                            Place.of(Place.Part.BODY, i).at(matcher.group()),
                            "Dẫn chiếu đến mục " + asked + " nhưng văn bản không có mục này.",
                            "Sửa số của mục được dẫn chiếu."));
                }
            }
        }
    }
}
