package vn.antin.check.citations;

import java.util.function.Consumer;
import vn.antin.check.Examined;

/** A hyphen parts kind and body in a symbol: 250/KH-UBND, not 250/KHUBND. */
public final class SymbolsKeepTheirHyphen extends MentionRule {
    public SymbolsKeepTheirHyphen() {
        super(format("II.3.c"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        String number = mention.number();
        int start = Math.max(number.lastIndexOf('/'), number.lastIndexOf('-')) + 1;
        String group = number.substring(start);
        if (start == 0 || Symbols.isBody(group) || Symbols.isKind(group)) {
            return;
        }
        for (int i = 2; i < group.length() - 1; i++) {
            String body = meant(group.substring(i));
            if (Symbols.isKind(group.substring(0, i)) && !body.isEmpty()) {
                // A Party body parts number and kind by the hyphen, kind and body by the stroke: 03-NQ/TU.
                String mark = mention.isPartyStyle() ? "/" : "-";
                String right = number.substring(0, start) + group.substring(0, i) + mark + body;
                breaches.accept(new Breach(
                        mention.place(number),
                        "Ký hiệu “" + number + "” thiếu dấu “" + mark + "” giữa tên loại và cơ quan ban hành.",
                        "Sửa thành “" + right + "”.",
                        right));
                return;
            }
        }
    }

    private static String meant(String group) {
        if (Symbols.isBody(group)) {
            return group;
        }
        return Symbols.misspelt().stream()
                .filter(it -> it.wrong().equals(group))
                .map(Symbols.Misspelt::right)
                .findFirst()
                .orElse("");
    }
}
