package vn.antin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Place;
import vn.antin.compose.Seed;

/**
 * A seed as its writer typed it, head and all, read from its scan: our own pages mend the head's faults by themselves,
 * so only this shows them. What the scan cannot tell (sizes, places, rules) is unknown.
 */
final class TypedSeed {
    private static final Pattern STARS = Pattern.compile("^(\\*{0,3})(.*?)\\*{0,3}$");

    private TypedSeed() {}

    static Appearance of(Seed seed) {
        AdministrativeDocument document = seed.document();
        var seen = new ArrayList<Appearance.Seen>();
        for (String raw : seed.scan().split("\n", -1)) {
            var stars = STARS.matcher(raw.strip());
            if (!stars.matches()) {
                continue;
            }
            int marks = stars.group(1).length();
            String text = stars.group(2).strip();
            boolean italic = marks == 1 || marks == 3;
            boolean bold = marks >= 2;
            if (text.startsWith("CỘNG HO") || text.startsWith("CỘNG HÒ")) {
                seen.add(line(Place.of(Place.Part.NATIONAL_NAME, 0), text, true, false));
            } else if (text.startsWith("Độc lập")) {
                seen.add(line(Place.of(Place.Part.NATIONAL_NAME, 1), text, true, false));
            } else if (text.startsWith("Số:")) {
                seen.add(line(Place.of(Place.Part.NUMBER), text, false, false));
            } else if (text.startsWith(document.issuer().place() + ", ngày")) {
                seen.add(line(Place.of(Place.Part.DATE), text, false, true));
            } else if (text.startsWith("V/v")) {
                seen.add(line(Place.of(Place.Part.SUBJECT), text, false, false));
            } else if (text.startsWith("Kính gửi")) {
                seen.add(line(Place.of(Place.Part.ADDRESSEES), text, false, false));
            } else if (text.startsWith("Nơi nhận")) {
                seen.add(line(Place.of(Place.Part.RECIPIENTS), text, bold, italic));
            } else {
                for (int i = 0; i < document.legalBases().size(); i++) {
                    if (text.equals(document.legalBases().get(i).plain().strip())) {
                        seen.add(line(Place.of(Place.Part.BASES, i), text, bold, italic));
                    }
                }
            }
        }
        return new Appearance(Appearance.Origin.WORD, List.of(), seen, Set.of());
    }

    private static Appearance.Seen line(Place place, String text, boolean bold, boolean italic) {
        return new Appearance.Seen(place, 0, text, "", 0, bold, italic, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
