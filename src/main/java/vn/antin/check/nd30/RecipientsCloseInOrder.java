package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Each recipient ends with a semicolon, the last with a full stop. */
final class RecipientsCloseInOrder extends FormatRule {

    RecipientsCloseInOrder() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.9.d");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<String> lines = document.meaning().recipients();
        for (int i = 0; i < lines.size(); i++) {
            ClosingMark.judge(Place.of(Place.Part.RECIPIENTS, i), lines.get(i), i == lines.size() - 1, breaches);
        }
    }
}
