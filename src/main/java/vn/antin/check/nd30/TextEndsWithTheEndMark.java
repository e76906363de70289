package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.render.RenderedDocument;

/** The text ends with ./. directly after its last word. */
public final class TextEndsWithTheEndMark implements Rule {
    @Override
    public String citation() {
        return "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2–1.5";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
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
        if (!last.plain().strip().endsWith("./.")) {
            breaches.accept(new Breach(
                    "Cuối nội dung", "Nội dung chưa kết thúc bằng dấu “./.”.", "Thêm “./.” ngay sau chữ cuối cùng."));
        }
    }
}
