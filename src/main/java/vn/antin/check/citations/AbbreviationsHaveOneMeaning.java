package vn.antin.check.citations;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A short form stands for one thing in a document. */
public final class AbbreviationsHaveOneMeaning extends ReadingRule {
    public AbbreviationsHaveOneMeaning() {
        super(new Citation(Source.GOOD_SENSE, "chữ viết tắt"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        Map<String, String> meanings = new HashMap<>();
        for (Passage passage : Passage.of(document.meaning())) {
            for (Abbreviations.Introduced it : Abbreviations.in(passage.plain())) {
                String known = meanings.putIfAbsent(it.form(), it.meaning());
                if (known != null && !known.equals(it.meaning())) {
                    breaches.accept(new Breach(
                            passage.place().at("(" + it.form() + ")"),
                            "Chữ viết tắt “" + it.form() + "” được giải thích hai lần khác nhau: “" + known + "” và “"
                                    + it.meaning() + "”.",
                            "Giữ một nghĩa cho mỗi chữ viết tắt."));
                }
            }
        }
    }
}
