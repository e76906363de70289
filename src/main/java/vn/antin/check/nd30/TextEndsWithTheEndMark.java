package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;

/** The text ends with ./. directly after its last word. */
public final class TextEndsWithTheEndMark implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục III, Mẫu 1.2–1.5");
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        var body = document.meaning().body();
        if (body.isEmpty()) {
            return;
        }
        Inline.Text last = switch (body.getLast()) {
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Item item -> item.text();
            case Block.Centred centred -> centred.text();
            // A table cannot carry the mark; the text before it was judged when it was last.
            case Block.Table table -> Inline.Text.plain("./.");
        };
        // A mark that is torn apart is another rule's matter.
        if (!last.plain().replaceAll("\\s", "").endsWith("./.")) {
            String words = last.plain().strip();
            String end = words.substring(Math.max(0, words.lastIndexOf(' ', Math.max(0, words.length() - 30)) + 1));
            breaches.accept(new Breach(
                    Place.of(Place.Part.BODY, document.meaning().body().size() - 1)
                            .at(end),
                    "Nội dung chưa kết thúc bằng dấu “./.”.",
                    "Thêm “./.” ngay sau chữ cuối cùng.",
                    end.replaceAll("[\\s.;,/]+$", "") + "./."));
        }
    }
}
