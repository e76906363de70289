package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Each word of the place begins with a capital. */
final class PlaceIsCapitalised extends FormatRule {
    private static final Pattern LOW = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}");

    PlaceIsCapitalised() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.4.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String place = document.meaning().particulars().place();
        String seen = document.appearance()
                .first(Place.Part.DATE)
                .map(it -> it.text().contains(",")
                        ? it.text().substring(0, it.text().indexOf(','))
                        : "")
                .orElse("");
        Stream.of(place, seen)
                .distinct()
                .filter(it -> it.equals(place) || !it.isEmpty())
                .filter(it -> it.isBlank() || LOW.matcher(it).find())
                .findFirst()
                .ifPresent(it -> breaches.accept(new Breach(
                        Place.of(Place.Part.DATE).at(it),
                        it.isBlank() ? "Thiếu địa danh." : "Địa danh “" + it + "” chưa viết hoa các chữ cái đầu.",
                        "Ghi tên gọi chính thức của đơn vị hành chính, viết hoa các chữ cái đầu.",
                        it.isBlank()
                                ? ""
                                : LOW.matcher(it)
                                        .replaceAll(word -> word.group().toUpperCase(Locale.ROOT)))));
    }
}
