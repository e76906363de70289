package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** The letters of a symbol are those of its kind and body: QĐ and BGDĐT, not QD and BGDDT. */
public final class SymbolsAreSpelledRight extends MentionRule {
    public SymbolsAreSpelledRight() {
        super(format("II.3.b"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        var right = new StringBuilder();
        var group = new StringBuilder();
        for (char c : (mention.number() + "\n").toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '&') {
                group.append(c);
            } else {
                right.append(right(group.toString())).append(c);
                group.setLength(0);
            }
        }
        String mended = right.toString().stripTrailing();
        if (!mended.equals(mention.number())) {
            breaches.accept(new Breach(
                    mention.place(mention.number()),
                    "Ký hiệu “" + mention.number() + "” viết sai chữ.",
                    "Sửa thành “" + mended + "”.",
                    mended));
        }
    }

    private static String right(String group) {
        return Symbols.misspelt().stream()
                .filter(it -> it.wrong().equals(group))
                .map(Symbols.Misspelt::right)
                .findFirst()
                .orElse(group);
    }
}
