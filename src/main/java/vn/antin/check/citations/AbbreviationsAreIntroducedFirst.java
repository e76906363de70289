package vn.antin.check.citations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/**
 * A short form that a document introduces is not used before. Told only when it is introduced further on, so that it is
 * certain that the writer thought it unknown.
 */
public final class AbbreviationsAreIntroducedFirst extends ReadingRule {
    private static final Set<Place.Part> READ = Set.of(Place.Part.BASES, Place.Part.BODY, Place.Part.ANNEX);

    public AbbreviationsAreIntroducedFirst() {
        super(new Citation(Source.GOOD_SENSE, "chữ viết tắt"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        List<Passage> passages = Passage.of(document.meaning()).stream()
                .filter(it -> READ.contains(it.place().part()))
                .toList();
        Map<String, Abbreviations.Introduced> introduced = new LinkedHashMap<>();
        Map<String, Integer> where = new LinkedHashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            for (Abbreviations.Introduced it : Abbreviations.in(passages.get(i).plain())) {
                if (!Abbreviations.isCommon(it.form()) && introduced.putIfAbsent(it.form(), it) == null) {
                    where.put(it.form(), i);
                }
            }
        }
        introduced.values().stream()
                .limit(50)
                .forEach(it -> judge(it, passages.subList(0, where.getOrDefault(it.form(), 0) + 1), breaches));
    }

    private static void judge(Abbreviations.Introduced it, List<Passage> passages, Consumer<Breach> breaches) {
        // Not within a symbol (BGDĐT-CNTT), an address or a longer short form.
        Pattern used = Pattern.compile("(?<![\\p{L}\\p{N}/&.@-])" + it.form() + "(?![\\p{L}\\p{N}/&@-]|\\.\\p{L})");
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String text = passage.plain();
            int end = i == passages.size() - 1 ? it.at() : text.length();
            Matcher matcher = used.matcher(text).region(0, end).useTransparentBounds(true);
            if (!Prose.shouted(text) && matcher.find()) {
                breaches.accept(new Breach(
                        passage.place().at(it.form()),
                        "Chữ viết tắt “" + it.form() + "” dùng trước khi được giải thích là “" + it.meaning() + "”.",
                        "Viết đầy đủ ở lần đầu: “" + it.meaning() + " (" + it.form() + ")”."));
                return;
            }
        }
    }
}
