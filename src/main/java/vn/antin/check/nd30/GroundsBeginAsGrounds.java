package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;

/** Each ground says what it is: {@code Căn cứ …}, last of all {@code Theo đề nghị …}. */
final class GroundsBeginAsGrounds extends FormatRule {
    private static final List<String> PROPOSED = List.of("Theo đề nghị ", "Xét đề nghị ", "Theo kết luận ");
    private static final String ACTION = "Thực hiện";

    GroundsBeginAsGrounds() {
        super(Severity.WARNING, "Phụ lục I, Phần I, II.6.a; Phụ lục III, Mẫu 1.2");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Inline.Text> bases = document.meaning().legalBases();
        for (int i = 0; i < bases.size(); i++) {
            String text = bases.get(i).plain().strip();
            if (!text.startsWith("Căn cứ ") && PROPOSED.stream().noneMatch(text::startsWith)) {
                boolean acts = text.startsWith(ACTION);
                breaches.accept(new Breach(
                        Place.of(Place.Part.BASES, i).at(acts ? ACTION : ""),
                        "Dòng này nằm trong phần căn cứ nhưng không bắt đầu bằng “Căn cứ”.",
                        "Ghi “Căn cứ …”, hoặc chuyển câu này xuống phần mở đầu.",
                        acts ? "Căn cứ" : ""));
            }
        }
    }
}
