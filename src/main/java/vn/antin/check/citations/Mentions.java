package vn.antin.check.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** Reads the instruments that a text cites by number. Every form has a bounded length, so a text is read in one pass. */
final class Mentions {
    private static final String KINDS =
            "Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Công văn|[Vv]ăn bản hướng dẫn|[Vv]ăn bản|Hướng dẫn|Thông báo|Kết luận|Chương trình|Công điện|Tờ trình|Báo cáo|Quy định|Bộ luật|Luật|Pháp lệnh";

    private static final Pattern CITED = Pattern.compile("(?<![\\p{L}\\p{N}])(" + KINDS + ")(?: (số):?)?[ \\u00A0]{1,2}"
            + "(\\d{1,5}(?:(?: ?/ ?|[-–] ?| [-–](?! ))[\\p{L}\\d&.]{1,16}){1,5}|\\d{1,5}(?=,? ngày \\d))");

    private static final Pattern ISSUED_BY = Pattern.compile(",? ?của ");
    private static final Pattern ISSUER_ENDS = Pattern.compile(
            " (?:[Vv]ề|[Bb]an hành|[Qq]uy định|[Pp]hê duyệt|[Hh]ướng dẫn|[Ss]ửa đổi|[Cc]ông bố|[Tt]hành lập|[Tt]riển khai|tổ chức|thực hiện|[Vv]/v|[Kk]ế hoạch|ngày|đến|tại|để|thì|có|trong|được|kiện toàn|giao|công nhận)(?= )|[;.,()“”\\n]");
    private static final Pattern TITLE = Pattern.compile(
            "[, ]{0,3}(?:\\([\\p{L} ]{1,30}\\) ?)?((?:[Vv]ề|[Bb]an hành|[Qq]uy định|[Pp]hê duyệt|[Hh]ướng dẫn|[Ss]ửa đổi|[Cc]ông bố|[Tt]hành lập|[Tt]riển khai|[Vv]/v|[Kk]ế hoạch) [^;.\\n)]{1,400})");
    private static final int LONGEST_ISSUER = 150;

    private Mentions() {}

    /** All mentions of a document in reading order. */
    static List<Mention> of(AdministrativeDocument document) {
        var mentions = new ArrayList<Mention>();
        for (Passage passage : Passage.of(document)) {
            mentions.addAll(of(passage, inTable(document, passage.place())));
        }
        return mentions;
    }

    static List<Mention> of(Passage passage, boolean tabular) {
        String text = passage.plain();
        var mentions = new ArrayList<Mention>();
        List<WrittenDate> dates = null;
        Matcher matcher = CITED.matcher(text);
        while (matcher.find()) {
            String number = trimmed(matcher.group(3));
            if (number.isEmpty()) {
                continue;
            }
            if (dates == null) {
                dates = WrittenDate.in(text);
            }
            int end = matcher.start(3) + number.length();
            mentions.add(read(passage, text, tabular, matcher, number, end, dates));
        }
        return mentions;
    }

    private static Mention read(
            Passage passage,
            String text,
            boolean tabular,
            Matcher found,
            String number,
            int end,
            List<WrittenDate> dates) {
        WrittenDate date = dateAt(text, end, dates);
        int at = date == null ? end : date.end();
        Matcher by = ISSUED_BY.matcher(text).region(at, text.length());
        String issuer = "";
        if (by.lookingAt()) {
            int limit = Math.min(text.length(), by.end() + LONGEST_ISSUER);
            Matcher stop = ISSUER_ENDS.matcher(text).region(by.end(), limit);
            int issuerEnd = stop.find() ? stop.start() : limit;
            issuer = text.substring(by.end(), issuerEnd).strip();
            at = issuerEnd;
            if (date == null) {
                date = dateAt(text, at, dates);
                at = date == null ? at : date.end();
            }
        }
        Matcher title = TITLE.matcher(text).region(at, text.length());
        return new Mention(
                passage,
                text,
                tabular,
                found.start(),
                found.start(3),
                end,
                found.group(1),
                found.group(2) != null,
                number,
                date,
                issuer,
                title.lookingAt() ? title.group(1).strip() : "");
    }

    private static @Nullable WrittenDate dateAt(String text, int at, List<WrittenDate> dates) {
        int low = 0;
        int high = dates.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (dates.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        WrittenDate next = low < dates.size() ? dates.get(low) : null;
        return next != null
                        && next.start() <= at + 6
                        && text.substring(at, next.start()).matches("[ ,\\u00A0(]{0,3}(?:ký )?")
                ? next
                : null;
    }

    /** Without what follows the number but is not of it; empty when no part looks like a symbol. */
    private static String trimmed(String found) {
        String number = found;
        while (!number.isEmpty() && ".-–/& ".indexOf(number.charAt(number.length() - 1)) >= 0) {
            number = number.substring(0, number.length() - 1);
        }
        if (number.chars().allMatch(Character::isDigit)) {
            return found.equals(number) ? number : "";
        }
        int cut = Math.max(Math.max(number.lastIndexOf('-'), number.lastIndexOf('–')), number.lastIndexOf('/'));
        String last = number.substring(cut + 1).strip();
        if (last.chars().filter(Character::isUpperCase).count() >= 2) {
            return number;
        }
        return last.chars().allMatch(Character::isDigit) || cut <= 0 ? "" : trimmed(number.substring(0, cut) + "-");
    }

    private static boolean inTable(AdministrativeDocument document, Place place) {
        if (place.index() < 0) {
            return false;
        }
        return switch (place.part()) {
            case BODY -> document.body().get(place.index()) instanceof Block.Table;
            case ANNEX -> document.annexes().get(place.annex()).body().get(place.index()) instanceof Block.Table;
            default -> false;
        };
    }

    /** Whether the words before the mention tell that several texts are meant. */
    static boolean severalMeant(Mention mention) {
        String before = Prose.wordBefore(mention.text(), mention.start()).toLowerCase(java.util.Locale.ROOT);
        return before.equals("các") || before.equals("những");
    }
}
