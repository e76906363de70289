package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;

/** Something stands under every title. */
final class SectionsAreNotEmpty extends FormatRule {

    SectionsAreNotEmpty() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            List<Block> blocks = stretch.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof Block.Item item
                        && item.titled()
                        && isEmpty(item, i + 1 < blocks.size() ? blocks.get(i + 1) : null)) {
                    breaches.accept(new Breach(
                            stretch.place(i),
                            "Dưới tiêu đề “" + item.marker() + " " + item.text().plain() + "” không có nội dung.",
                            "Viết nội dung hoặc bỏ tiêu đề này."));
                }
            }
        }
    }

    private static boolean isEmpty(Block.Item title, @Nullable Block next) {
        return next == null
                || (next instanceof Block.Item item
                        && item.titled()
                        && item.level().compareTo(title.level()) <= 0);
    }
}
