package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** {@code Lưu: VT, …} is written with its colon and without {@code tại} or {@code VP} in between. */
final class FileCopyLineIsWritten extends FormatRule {
    private static final Pattern OTHER = Pattern.compile("^(?:Lưu(?!:)\\s*:?\\s*|Lưu:(?! )|LƯU:?\\s*)VT(?![\\p{L}])");

    FileCopyLineIsWritten() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> recipients = document.meaning().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            Matcher typed = OTHER.matcher(recipients.get(i));
            if (typed.find()) {
                breaches.accept(new Breach(
                        Place.of(Place.Part.RECIPIENTS, i).at(typed.group()),
                        "Dòng lưu bắt đầu bằng “" + typed.group().strip() + "”.",
                        "Ghi “Lưu: VT, …”.",
                        "Lưu: VT"));
            }
        }
    }
}
