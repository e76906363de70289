package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** A comma follows the place. */
final class PlaceIsFollowedByAComma extends FormatRule {
    private static final Pattern NO_COMMA = Pattern.compile("^([^,]*?[^,\\s])(?:\\s+,?\\s*|,(?! ))ngày");

    PlaceIsFollowedByAComma() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.DATE)) {
            Matcher line = NO_COMMA.matcher(it.text());
            if (line.find()) {
                breaches.accept(new Breach(
                        it.place().at(line.group()),
                        "Sau địa danh “" + line.group(1) + "” thiếu dấu phẩy hoặc có dấu cách trước dấu phẩy.",
                        "Ghi “" + line.group(1) + ", ngày …”.",
                        line.group(1) + ", ngày"));
            }
        }
    }
}
