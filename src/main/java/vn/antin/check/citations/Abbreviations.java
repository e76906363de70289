package vn.antin.check.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.antin.check.wording.Lists;
import vn.antin.check.wording.Prose;

/** Where a text says what a short form stands for: {@code chuyển đổi số (CĐS)}. */
final class Abbreviations {
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\((?:(?:sau đây |dưới đây )?(?:gọi|viết) tắt là:? )?[“\"]?(\\p{Lu}{2,10}(?:, \\p{Lu}{2,10}){0,4})[”\"]?\\)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int REACH = 160;

    private static final Set<String> COMMON = Lists.read("abbreviations.json", Known.class).common().stream()
            .map(Known.Common::form)
            .collect(Collectors.toUnmodifiableSet());

    private Abbreviations() {}

    record Known(List<Common> common) {
        record Common(String form, String meaning, String source) {}
    }

    /** A short form where it is introduced, with the small words it stands for. */
    record Introduced(String form, String meaning, int at) {}

    /** Whether every reader knows it without being told. */
    static boolean isCommon(String form) {
        return COMMON.contains(form);
    }

    /** Only short forms whose letters are the first letters of the words before them; of others nothing is sure. */
    static List<Introduced> in(String text) {
        var introduced = new ArrayList<Introduced>();
        Matcher matcher = INTRODUCED.matcher(text);
        while (matcher.find()) {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(text.substring(Math.max(0, matcher.start() - REACH), matcher.start()));
            while (word.find()) {
                if (!word.group().equals("và")) {
                    words.add(Prose.folded(word.group()));
                }
            }
            String initials = words.stream().map(it -> it.substring(0, 1)).collect(Collectors.joining());
            String[] forms = matcher.group(1).split(", ", -1);
            int from = matcher.start(1);
            for (String form : forms) {
                int at = initials.lastIndexOf(form.toLowerCase(Locale.ROOT));
                boolean next = forms.length > 1 || at + form.length() == initials.length();
                if (at >= 0 && next) {
                    introduced.add(new Introduced(form, String.join(" ", words.subList(at, at + form.length())), from));
                }
                from += form.length() + 2;
            }
        }
        return introduced;
    }
}
