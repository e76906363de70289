package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;

/** What has lost its force is not cited as if it had it. */
public final class RepealedInstrumentsAreNotCited extends CitationRule {
    /** Words that tell that its end is spoken of. */
    private static final Pattern SPOKEN_OF =
            Pattern.compile("(?iu)thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|hết hiệu lực|trước đây|trước khi|nay là");

    private static final int NEAR = 90;

    public RepealedInstrumentsAreNotCited() {
        super(new Citation(Source.GOOD_SENSE, "danh mục văn bản hết hiệu lực"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        for (Mention mention : mentions) {
            Instruments.Repeal repealed = Instruments.repealOf(mention);
            if (repealed != null
                    && !document.day().isBefore(repealed.from())
                    && !endIsSpokenOf(mention.text(), mention.start(), mention.numberEnd())) {
                tell(mention.passage(), mention.words(), repealed, breaches);
            }
        }
        var told = new HashSet<String>();
        for (Passage passage : Passage.of(document.meaning())) {
            String text = passage.plain();
            for (Instruments.Law law : Instruments.laws()) {
                if (!document.day().isBefore(law.repealed().from()) && text.contains("Luật " + law.name())) {
                    law(passage, text, law, told, breaches);
                }
            }
        }
    }

    private static void law(
            Passage passage, String text, Instruments.Law law, Set<String> told, Consumer<Breach> breaches) {
        String dates = List.of(
                        "ngày 0?" + law.date().getDayOfMonth() + " tháng 0?"
                                + law.date().getMonthValue() + " năm "
                                + law.date().getYear(),
                        "ngày 0?" + law.date().getDayOfMonth() + "/0?"
                                + law.date().getMonthValue() + "/" + law.date().getYear(),
                        "năm " + law.date().getYear(),
                        "(?:số )?" + Pattern.quote(law.number()))
                .stream()
                .collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile("Luật " + Pattern.quote(law.name()) + ",? (?:" + dates + ")(?!\\d)")
                .matcher(text);
        while (matcher.find()) {
            if (!endIsSpokenOf(text, matcher.start(), matcher.end()) && told.add(passage.place() + matcher.group())) {
                tell(passage, matcher.group(), law.repealed(), breaches);
            }
        }
    }

    private static boolean endIsSpokenOf(String text, int start, int end) {
        return SPOKEN_OF
                .matcher(text.substring(Math.max(0, start - NEAR), Math.min(text.length(), end + NEAR)))
                .find();
    }

    private static void tell(Passage passage, String words, Instruments.Repeal repealed, Consumer<Breach> breaches) {
        breaches.accept(new Breach(
                passage.place().at(words),
                "“" + Prose.shown(words) + "” đã hết hiệu lực từ ngày " + WrittenDate.inShort(repealed.from()) + ".",
                "Viện dẫn văn bản thay thế: " + repealed.by() + "."));
    }
}
