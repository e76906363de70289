package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** The symbol of a letter names body and drafting unit, and no CV. */
final class LettersBearNoCv extends FormatRule {
    private static final Pattern CV = Pattern.compile("(^|[/\\-\\s])CV($|[\\-\\s])");

    LettersBearNoCv() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (document.meaning().particulars().kind() != DocumentKind.LETTER) {
            return;
        }
        Stream.concat(
                        Stream.of(document.meaning().particulars().symbol()),
                        document.appearance().all(Place.Part.NUMBER).stream().map(Appearance.Seen::text))
                .filter(it -> CV.matcher(it).find())
                .findFirst()
                .ifPresent(it -> breaches.accept(new Breach(
                        Place.of(Place.Part.NUMBER).at(it),
                        "Ký hiệu công văn “" + it + "” có nhóm chữ “CV”.",
                        "Ghi chữ viết tắt tên cơ quan và đơn vị soạn thảo hoặc lĩnh vực, ví dụ “PGDĐT-CNTT”.")));
    }
}
