package vn.antin.check.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/** A paragraph stands once under its heading; under another heading it may be meant again. */
public final class ParagraphsAreNotRepeated extends ReadingRule {
    private static final int SHORTEST = 40;

    /** A field that is filled in, such as an address of each party, may say the same twice. */
    private static final Pattern FIELD = Pattern.compile("[^:]{1,40}: .*", Pattern.DOTALL);

    public ParagraphsAreNotRepeated() {
        super(Said.goodSense("đoạn lặp lại"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        for (Said.Part part : Said.parts(document.meaning())) {
            Map<String, Integer> known = new HashMap<>();
            List<Block> blocks = part.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof Block.Item item
                        && (item.titled() || item.level().compareTo(Level.POINT) < 0)) {
                    known.clear();
                }
                String text = Said.plain(blocks.get(i)).strip();
                String bare = text.replaceAll("[.;,/]{1,4}$", "");
                if (bare.length() >= SHORTEST
                        && !FIELD.matcher(bare).matches()
                        && known.putIfAbsent(Prose.folded(bare), i) != null) {
                    breaches.accept(new Breach(
                            part.place(i).at(text),
                            "Đoạn này lặp lại một đoạn ở trên: “" + Prose.shown(text) + "”.",
                            "Bỏ một trong hai đoạn."));
                }
            }
        }
    }
}
