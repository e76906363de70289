package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Rule;
import vn.antin.compose.Place;

/** The mark at the end of an entry of a list: a semicolon, after the last a full stop. */
final class ClosingMark {
    private ClosingMark() {}

    static void judge(Place place, String entry, boolean last, Consumer<Rule.Breach> breaches) {
        String mark = last ? "." : ";";
        String text = entry.strip();
        if (!text.endsWith(mark) || text.endsWith(".;") || text.endsWith("..")) {
            String open = text.replaceAll("[\\s;.,:]+$", "");
            breaches.accept(new Rule.Breach(
                    place.at(text),
                    last ? "Dòng cuối chưa kết thúc bằng dấu chấm (.)." : "Cuối dòng chưa có dấu chấm phẩy (;).",
                    "Sửa dấu cuối dòng thành “" + mark + "”.",
                    open + mark));
        }
    }
}
