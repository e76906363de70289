package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** The symbol begins with the abbreviation of its kind in annex III: QyĐ, CTr, TTr and so on. */
final class SymbolIsOfItsKind extends FormatRule {

    private static final Pattern FIRST_GROUP = Pattern.compile("^[^-–—\\s]*");

    SymbolIsOfItsKind() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.b; Phụ lục III, Mục I");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        var said = document.meaning().particulars();
        String wanted = said.kind().abbreviation();
        String typed = said.symbol();
        Matcher first = FIRST_GROUP.matcher(typed);
        int end = first.find() ? first.end() : 0;
        if (!wanted.isEmpty() && !typed.substring(0, end).equals(wanted)) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.NUMBER).at(typed),
                    "Ký hiệu “" + typed + "” không bắt đầu bằng chữ viết tắt của "
                            + said.kind().vietnamese() + ".",
                    "Ghi “" + wanted + "-…”.",
                    end < typed.length() ? wanted + typed.substring(end) : ""));
        }
    }
}
