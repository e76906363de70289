package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** TM., KT., TL., TUQ. and Q. are capitals with a full stop and a blank. */
final class AuthorityIsAbbreviatedRightly extends FormatRule {
    private static final Pattern TYPED =
            Pattern.compile("^(T/M|TM|K/T|KT|T/L|TL|T/UQ|TUQ|Q)[./:]*\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT = Pattern.compile("^(TM|KT|TL|TUQ|Q)\\. \\S");

    AuthorityIsAbbreviatedRightly() {
        super(Severity.ERROR, "Phụ lục I, Phần I, II.7.b");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.SIGNATURE)) {
            Matcher typed = TYPED.matcher(it.text());
            if (typed.find() && !RIGHT.matcher(it.text()).find()) {
                String right = typed.group(1).replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT) + ". ";
                breaches.accept(new Breach(
                        it.place().at(it.text()),
                        "Quyền hạn ghi “" + it.text() + "”.",
                        "Ghi “" + right + "…”.",
                        right + it.text().substring(typed.end())));
            }
        }
    }
}
