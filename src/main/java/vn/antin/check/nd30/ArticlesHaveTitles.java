package vn.antin.check.nd30;

import java.util.EnumSet;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;

/** Where a text has chapters, or lays down rules, its articles have titles. */
final class ArticlesHaveTitles extends FormatRule {

    ArticlesHaveTitles() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var rules = EnumSet.of(DocumentKind.STATUTE, DocumentKind.REGULATION);
        for (Stretch stretch : Stretch.of(document.meaning())) {
            var enacted = stretch.annex() < 0
                    ? document.meaning().particulars().kind()
                    : document.meaning().annexes().get(stretch.annex()).enacted();
            boolean due = (enacted != null && rules.contains(enacted))
                    || stretch.blocks().stream()
                            .anyMatch(it -> it instanceof Block.Item item
                                    && item.level().compareTo(Level.SUBSECTION) <= 0);
            for (int i = 0; due && i < stretch.blocks().size(); i++) {
                if (stretch.blocks().get(i) instanceof Block.Item item
                        && item.level() == Level.ARTICLE
                        && !item.titled()) {
                    breaches.accept(new Breach(
                            stretch.place(i),
                            item.marker().replace(".", "") + " chưa có tiêu đề.",
                            "Đặt tiêu đề (chữ đậm) sau “" + item.marker() + "”, nội dung xuống dòng."));
                }
            }
        }
    }
}
