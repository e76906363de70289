package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** {@code Số: 07/KH-PGDĐT}: a colon, one blank, the number, a slash without blanks, the symbol. */
final class NumberLineIsWritten extends FormatRule {
    private static final Pattern FORM = Pattern.compile("Số: (\\d+|[.…_]*)/[^\\s/]+|Số:\\s+/[^\\s/]+");

    NumberLineIsWritten() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.3.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.NUMBER)) {
            String text = it.text().strip();
            // The symbol itself is another rule's matter.
            String symbol = document.meaning().particulars().symbol();
            String line = text.endsWith(symbol) ? text.substring(0, text.length() - symbol.length()) + "X" : text;
            // A draft's number is still blank: it comes from the register when the document is issued.
            if (!FORM.matcher(line).matches()) {
                String mended = text.replaceFirst("^Số\\s*:?\\s*", "Số: ")
                        .replaceAll("\\s*/\\s*", "/")
                        .replaceAll("\\s*-\\s*", "-");
                breaches.accept(new Breach(
                        it.place().at(text),
                        "Dòng số, ký hiệu ghi “" + text + "”.",
                        "Ghi “Số: <số>/<ký hiệu>”: sau “Số” có dấu hai chấm, trước và sau dấu gạch chéo không cách chữ.",
                        FORM.matcher(mended).matches() ? mended : ""));
            }
        }
    }
}
