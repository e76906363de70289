package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Groups of a symbol are capitals joined by hyphens without blanks. */
final class SymbolIsClean extends FormatRule {
    private static final Pattern FORM = Pattern.compile("[\\p{Lu}\\d&.]+(-[\\p{Lu}\\d&.]+)*");

    SymbolIsClean() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        String symbol = document.meaning().particulars().symbol();
        String groups = symbol.replaceFirst("^(QyĐ|CTr|TTr|TrS)(?=-)", "X");
        if (!FORM.matcher(groups).matches()) {
            String mended = symbol.replaceAll("\\s*[-–—]\\s*", "-").strip();
            boolean mends = FORM.matcher(mended.replaceFirst("^(QyĐ|CTr|TTr|TrS)(?=-)", "X"))
                    .matches();
            breaches.accept(new Breach(
                    Place.of(Place.Part.NUMBER).at(symbol),
                    "Ký hiệu “" + symbol + "” không đúng cách ghi.",
                    "Ghi các nhóm chữ in hoa, nối bằng gạch nối (-), không cách chữ.",
                    mends ? mended : ""));
        }
    }
}
