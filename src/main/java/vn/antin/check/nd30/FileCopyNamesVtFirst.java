package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** In the last line VT, the records office, comes first. */
final class FileCopyNamesVtFirst extends FormatRule {
    private static final Pattern UNITS_FIRST = Pattern.compile("Lưu:\\s*((?!VT\\b)[^;.]*?),\\s*VT(?!\\p{L})(.*)");

    FileCopyNamesVtFirst() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> recipients = document.meaning().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            Matcher units = UNITS_FIRST.matcher(recipients.get(i));
            if (units.matches()) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS, i).at(recipients.get(i)),
                        "Dòng lưu ghi “" + recipients.get(i) + "”, “VT” chưa đứng đầu.",
                        "Ghi “VT” ngay sau “Lưu:”, rồi đến đơn vị soạn thảo.",
                        "Lưu: VT, " + units.group(1).strip() + units.group(2)));
            }
        }
    }
}
