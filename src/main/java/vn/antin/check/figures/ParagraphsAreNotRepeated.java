package vn.antin.check.figures;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;

/** A paragraph does not stand twice in a row, as copying leaves it; further on it may be meant again. */
public final class ParagraphsAreNotRepeated extends ReadingRule {
    private static final int SHORTEST = 40;
    private static final Pattern CLOSING = Pattern.compile("[.;,/]{1,4}$");

    /** A field that is filled in, such as an address of each party, may say the same twice. */
    private static final Pattern FIELD = Pattern.compile("[^:]{1,40}: .*", Pattern.DOTALL);

    public ParagraphsAreNotRepeated() {
        super(Said.goodSense("đoạn lặp lại"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        for (Said.Part part : Said.parts(document.meaning())) {
            String before = "";
            for (int i = 0; i < part.blocks().size(); i++) {
                String text = Said.plain(part.blocks().get(i)).strip();
                String bare = Prose.folded(CLOSING.matcher(text).replaceAll(""));
                if (bare.length() >= SHORTEST
                        && bare.equals(before)
                        && !FIELD.matcher(bare).matches()) {
                    breaches.accept(new Breach(
                            part.place(i).at(text),
                            "Đoạn này lặp lại đoạn ngay trên: “" + Prose.shown(text) + "”.",
                            "Bỏ một trong hai đoạn."));
                }
                before = bare;
            }
        }
    }
}
