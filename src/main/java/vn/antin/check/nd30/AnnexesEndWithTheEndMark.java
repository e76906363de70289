package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** Each annex ends with the end mark. */
final class AnnexesEndWithTheEndMark extends FormatRule {

    AnnexesEndWithTheEndMark() {
        super(Severity.WARNING, "Phụ lục III, Mẫu 2.1, 2.2");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Annex> annexes = document.meaning().annexes();
        for (int i = 0; i < annexes.size(); i++) {
            List<Block> body = annexes.get(i).body();
            // A table cannot carry the mark.
            if (!body.isEmpty()
                    && !(body.getLast() instanceof Block.Table)
                    && !Stretch.plain(body.getLast()).strip().endsWith("./.")) {
                breaches.accept(new Breach(
                        Place.inAnnex(i, body.size() - 1),
                        "Phụ lục chưa kết thúc bằng dấu “./.”.",
                        "Thêm “./.” ngay sau chữ cuối cùng của phụ lục."));
            }
        }
    }
}
