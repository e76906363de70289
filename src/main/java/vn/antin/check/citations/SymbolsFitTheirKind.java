package vn.antin.check.citations;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.antin.check.Examined;

/** The kind that is named is the kind in the symbol: a decision is not numbered 12/NQ-… */
public final class SymbolsFitTheirKind extends MentionRule {
    public SymbolsFitTheirKind() {
        super(format("II.3.b"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        List<String> own = Symbols.kinds().get(mention.kind());
        String group = firstGroup(mention.number());
        if (own == null || mention.isPartyStyle() || own.contains(group)) {
            return;
        }
        String named = Symbols.kinds().entrySet().stream()
                .filter(it -> it.getValue().contains(group))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" hoặc "));
        if (!named.isEmpty()) {
            breaches.accept(new Breach(
                    mention.place(mention.words()),
                    "Gọi là “" + mention.kind() + "” nhưng ký hiệu “" + group + "” là của " + named + ".",
                    "Đối chiếu với văn bản gốc, sửa tên loại hoặc ký hiệu."));
        }
    }

    /** The first letters after the figures, when a hyphen follows them. */
    private static String firstGroup(String number) {
        int slash = number.indexOf('/');
        if (slash >= 0
                && slash + 5 < number.length()
                && number.charAt(slash + 5) == '/'
                && Character.isDigit(number.charAt(slash + 1))) {
            slash += 5;
        }
        int hyphen = number.indexOf('-', slash + 1);
        return slash < 0 || hyphen < 0
                ? ""
                : number.substring(slash + 1, hyphen).strip();
    }
}
