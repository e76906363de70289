package vn.antin.check.nd30;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** No academic title or honour stands before the signatory's name. */
final class NamesBearNoTitles extends FormatRule {
    private static final Pattern TITLE =
            Pattern.compile("^((GS|PGS|TS|TSKH|ThS|Th\\.S|CN|KS|BS|NGND|NGƯT|NSND|NSƯT|AHLĐ|TTND)(?=[.\\s])[.\\s]*"
                    + "|(Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Nhà giáo Nhân dân|Nhà giáo Ưu tú)\\s+)+");

    NamesBearNoTitles() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var names = new ArrayList<String>();
        names.add(document.meaning().signatory().fullName());
        document.meaning().cosigners().forEach(it -> names.add(it.fullName()));
        for (String name : names) {
            Matcher title = TITLE.matcher(name);
            if (title.find()) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.SIGNATURE).at(name),
                        "Trước họ tên người ký ghi “" + title.group().strip() + "”.",
                        "Chỉ ghi họ, tên đệm và tên.",
                        name.substring(title.end())));
            }
        }
    }
}
