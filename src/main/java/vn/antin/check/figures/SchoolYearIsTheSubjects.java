package vn.antin.check.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.Quote;
import vn.antin.check.wording.ReadingRule;
import vn.antin.check.wording.SchoolYear;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/**
 * Where a document repeats its own title with a school year, it is the year of its subject. Another year may be meant in
 * every other sentence.
 */
public final class SchoolYearIsTheSubjects extends ReadingRule {
    /** Of the subject's words so many must stand before the year to say that it is the subject. */
    private static final double REPEATED = 0.85;

    private static final int FEWEST_WORDS = 4;
    private static final Pattern PART = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A number after a kind: another document is spoken of. */
    private static final Pattern ANOTHER =
            Pattern.compile("số \\d|\\d/|/\\p{Lu}|của (?:bộ|sở|phòng|ủy ban|ubnd|chính phủ)");

    public SchoolYearIsTheSubjects() {
        super(Said.goodSense("năm học thống nhất với trích yếu"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        String subject = document.meaning().particulars().subject();
        List<SchoolYear> own = SchoolYear.in(subject);
        Set<String> words =
                words(own.isEmpty() ? "" : subject.substring(0, own.getFirst().start()));
        if (own.size() != 1 || own.getFirst().to() != own.getFirst().from() + 1 || words.size() < FEWEST_WORDS) {
            return;
        }
        for (Passage passage : Passage.of(document.meaning())) {
            Place.Part part = passage.place().part();
            if (!passage.note() && (part == Place.Part.BODY || part == Place.Part.ANNEX)) {
                judge(passage, own.getFirst(), words, subject.length(), breaches);
            }
        }
    }

    private static void judge(
            Passage passage, SchoolYear own, Set<String> words, int length, Consumer<Breach> breaches) {
        String text = passage.plain();
        for (SchoolYear it : SchoolYear.in(text)) {
            if (it.from() == own.from() || it.to() != it.from() + 1) {
                continue;
            }
            String before = text.substring(Math.max(0, it.start() - length - 40), it.start());
            Set<String> there = words(before);
            long repeated = words.stream().filter(there::contains).count();
            if (repeated >= REPEATED * words.size()
                    && !ANOTHER.matcher(Prose.folded(before)).find()) {
                String right = own.from() + "-" + own.to();
                Quote quote = Quote.of(text, it.start(), it.end(), right);
                breaches.accept(new Breach(
                        passage.place().at(quote.words()),
                        "Trích yếu ghi năm học " + right + ", chỗ này nhắc lại nội dung đó với năm học "
                                + it.words(text) + ".",
                        "Ghi thống nhất năm học " + right + ".",
                        quote.right()));
            }
        }
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        String folded =
                Prose.folded(text).replace("cntt", "công nghệ thông tin").replace("cđs", "chuyển đổi số");
        for (String it : PART.split(folded, -1)) {
            if (!it.isEmpty()) {
                words.add(it);
            }
        }
        return words;
    }
}
