package vn.antin.check.nd30;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** The content has one size throughout. */
final class BodyHasOneSize extends FormatRule {

    BodyHasOneSize() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.e");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Block> body = document.meaning().body();
        List<Appearance.Seen> lines = document.appearance().all(Place.Part.BODY).stream()
                .filter(it -> it.size() > 0)
                .filter(it -> it.place().index() >= 0 && it.place().index() < body.size())
                .filter(it -> !(body.get(it.place().index()) instanceof Block.Table))
                .toList();
        Map<Double, Long> sizes =
                lines.stream().collect(Collectors.groupingBy(Appearance.Seen::size, Collectors.counting()));
        double usual = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
        lines.stream()
                .filter(it -> Math.abs(it.size() - usual) > 0.05)
                .findFirst()
                .ifPresent(it -> breaches.accept(new Breach(
                        it.place(),
                        "Đoạn này cỡ chữ " + Look.number(it.size()) + ", phần còn lại cỡ " + Look.number(usual) + ".",
                        "Dùng một cỡ chữ cho toàn bộ nội dung.")));
    }
}
