package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/** Titles of articles and clauses stand in small letters. */
final class SmallTitlesAreInSmallLetters extends FormatRule {
    /** Three words are no abbreviation. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}+\\s+\\p{L}+\\s+\\p{L}+");

    SmallTitlesAreInSmallLetters() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.đ; Mục V");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (int i = 0; i < stretch.blocks().size(); i++) {
                if (stretch.blocks().get(i) instanceof Block.Item item
                        && item.level().compareTo(Level.ROMAN) > 0
                        && WORDS.matcher(item.text().plain()).find()
                        && Look.allCapitals(item.text().plain())) {
                    breaches.accept(new Breach(
                            stretch.place(i).at(item.text().plain()),
                            "“" + item.marker() + " " + item.text().plain() + "” in hoa toàn bộ.",
                            "Ghi tiêu đề của điều, khoản, điểm bằng chữ in thường."));
                }
            }
        }
    }
}
