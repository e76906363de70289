package vn.antin.check.nd30;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** All letters are Times New Roman, or Tinos, which is drawn to the same measures and may be embedded freely. */
final class LettersAreTimesNewRoman extends FormatRule {
    private static final Set<String> FAMILIES = Set.of("timesnewroman", "tinos");

    LettersAreTimesNewRoman() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.4");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var told = new HashSet<String>();
        for (Appearance.Seen it : document.appearance().seen()) {
            String font = it.font().replace(" ", "").toLowerCase(Locale.ROOT);
            if (!font.isEmpty() && FAMILIES.stream().noneMatch(font::startsWith) && told.add(it.font())) {
                breaches.accept(new Breach(
                        it.place(),
                        "Phông chữ " + it.font() + " ở dòng “" + it.text() + "”.",
                        "Dùng phông chữ Times New Roman, bộ mã Unicode."));
            }
        }
    }
}
