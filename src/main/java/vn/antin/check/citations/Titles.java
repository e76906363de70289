package vn.antin.check.citations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.antin.check.wording.Prose;

/** Compares what two mentions say that an instrument is about. */
final class Titles {
    private static final Pattern PART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY =
            Set.of("về", "việc", "ban", "hành", "phê", "duyệt", "quy", "định", "của", "và", "các", "v");
    private static final List<String[]> SHORT = List.of(
            new String[] {"gdđt", "giáo dục đào tạo"},
            new String[] {"cntt", "công nghệ thông tin"},
            new String[] {"cđs", "chuyển đổi số"},
            new String[] {"csdl", "cơ sở dữ liệu"});

    private Titles() {}

    /** The words that matter, in their order. */
    static List<String> words(String title) {
        String folded = Prose.folded(title);
        for (String[] it : SHORT) {
            folded = folded.replace(it[0], it[1]);
        }
        return PART.splitAsStream(folded)
                .filter(it -> !it.isEmpty() && !EMPTY.contains(it))
                .toList();
    }

    /** Which part of the shorter title's words is also in the longer one; 1 when either says nothing. */
    static double shared(String one, String other) {
        Set<String> first = new HashSet<>(words(one));
        Set<String> second = new HashSet<>(words(other));
        int smaller = Math.min(first.size(), second.size());
        if (smaller == 0) {
            return 1;
        }
        return (double) first.stream().filter(second::contains).count() / smaller;
    }

    /** Whether two titles are surely the same: word for word, apart from how they are introduced. */
    static boolean same(String one, String other) {
        List<String> words = words(one);
        return words.size() >= 4 && words.equals(words(other));
    }
}
