package vn.antin.check.capitals;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** A law's kind and its name begin with capitals: Luật Giáo dục, Bộ luật Hình sự. */
public final class LawsAreCapital extends ReadingRule {
    /** What ends with the word “luật” and is no law. */
    private static final Set<String> NO_LAW =
            Set.of("pháp", "kỷ", "kỉ", "bộ", "quy", "định", "quân", "dự", "các", "án", "phạm", "ngành", "môn", "học");

    /** What may stand before a law that is meant; only then small letters are surely wrong. */
    private static final Set<String> CITES = Set.of("căn", "cứ", "theo", "của", "hiện", "tại", "và", "với", "từ");

    private final List<Law> laws = Phrases.laws().stream()
            .map(it -> new Law(it, " " + Prose.folded(it)))
            .sorted(Comparator.comparingInt((Law it) -> -it.folded().length()))
            .toList();

    private record Law(String name, String folded) {}

    public LawsAreCapital() {
        super(Capital.clause("V.6"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        String folded = Prose.folded(text);
        for (int at = folded.indexOf("luật "); at >= 0; at = folded.indexOf("luật ", at + 5)) {
            if (at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
                continue;
            }
            int name = at + 4;
            Law law = laws.stream()
                    .filter(it -> folded.startsWith(it.folded(), name)
                            && Prose.standsAlone(
                                    text, name + 1, name + it.folded().length()))
                    .findFirst()
                    .orElse(null);
            if (law == null) {
                continue;
            }
            String found = text.substring(at, name + law.folded().length());
            String before = Prose.wordBefore(text, at).toLowerCase(Locale.ROOT);
            boolean capital = found.charAt(0) == 'L';
            if (Prose.shouted(found) || NO_LAW.contains(before) || (!capital && !CITES.contains(before))) {
                continue;
            }
            String right = "Luật " + law.name();
            // “Luật” with a small name may begin a sentence about law as such; a number or a date tells that it is one.
            if (!found.equals(right)
                    && Prose.folded(right).equals(Prose.folded(found))
                    && (capital || !isSubject(text, name))) {
                breaches.accept(Capital.mended(
                        passage, text, at, at + found.length(), "Tên luật “" + found + "” viết hoa chưa đúng.", right));
            }
        }
    }

    private static boolean isSubject(String text, int name) {
        return Character.isLowerCase(text.charAt(Math.min(name + 1, text.length() - 1)));
    }
}
