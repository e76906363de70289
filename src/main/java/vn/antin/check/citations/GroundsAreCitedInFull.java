package vn.antin.check.citations;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** A ground names kind, number and symbol, issuing body, date and subject of its instrument. */
public final class GroundsAreCitedInFull extends CitationRule {
    private static final Pattern UNNUMBERED =
            Pattern.compile("(?:Căn cứ|Thực hiện) ((?:Nghị định|Thông tư)(?= (?:của|ngày|về|quy định|ban hành)))");
    private static final Pattern ENDS = Pattern.compile("[ ,]{0,2}(?:\\([\\p{L} ]{1,30}\\))?[;.]?\\s{0,2}$");
    private static final Pattern NO_ISSUER =
            Pattern.compile(",? (?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi)(?= )");

    public GroundsAreCitedInFull() {
        super(format("II.6.a"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        for (Passage passage : Passage.of(document.meaning())) {
            if (passage.place().part() == Place.Part.BASES && !passage.note()) {
                judge(passage, Mentions.of(passage, false), breaches);
            }
        }
    }

    private static void judge(Passage passage, List<Mention> mentions, Consumer<Breach> breaches) {
        String text = passage.plain();
        Matcher unnumbered = UNNUMBERED.matcher(text);
        if (unnumbered.lookingAt()) {
            tell(passage, unnumbered.group(), "số, ký hiệu", breaches);
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention it = mentions.get(i);
            if (it.isLaw() || !it.hasSymbol()) {
                continue;
            }
            // Of the instruments named within another's title only the first must be in full.
            if (i > 0 && !followsASemicolon(text, it.start())) {
                break;
            }
            if (it.date() == null) {
                tell(passage, it.words(), "ngày, tháng, năm ban hành", breaches);
            }
            int at = it.date() == null ? it.numberEnd() : it.date().end();
            if (it.issuer().isEmpty() && (follows(NO_ISSUER, text, at) || follows(ENDS, text, at))) {
                tell(passage, it.words(), "tên cơ quan ban hành", breaches);
            } else if (!it.issuer().isEmpty() && it.title().isEmpty() && follows(ENDS, text, issuerEnd(it, at))) {
                tell(passage, it.words(), "trích yếu nội dung", breaches);
            }
        }
    }

    private static boolean follows(Pattern form, String text, int at) {
        return form.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean followsASemicolon(String text, int at) {
        int i = at - 1;
        while (i > 0 && Prose.isBlank(text.charAt(i))) {
            i--;
        }
        return i >= 0 && text.charAt(i) == ';';
    }

    private static int issuerEnd(Mention mention, int at) {
        int issuer = mention.text().indexOf(mention.issuer(), Math.min(at, mention.numberEnd()));
        return Math.max(at, issuer + mention.issuer().length());
    }

    private static void tell(Passage passage, String words, String missing, Consumer<Breach> breaches) {
        breaches.accept(new Breach(
                passage.place().at(words),
                "Căn cứ “" + Prose.shown(words) + "” thiếu " + missing + ".",
                "Ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu nội dung văn bản."));
    }
}
