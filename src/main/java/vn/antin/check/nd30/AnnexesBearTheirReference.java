package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Annex;
import vn.antin.compose.Place;

/** Under an annex's title stands {@code (Kèm theo …)} in brackets. */
final class AnnexesBearTheirReference extends FormatRule {
    private static final Pattern FORM = Pattern.compile("\\((Kèm theo|Ban hành kèm theo) .+\\)", Pattern.DOTALL);

    AnnexesBearTheirReference() {
        super(Severity.ERROR, "Phụ lục I, Phần I, III.1.c");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        List<Annex> annexes = document.meaning().annexes();
        for (int i = 0; i < annexes.size(); i++) {
            String reference = annexes.get(i).reference().strip();
            if (!FORM.matcher(reference).matches()) {
                breaches.accept(new Breach(
                        Place.inAnnex(i, -1).at(reference),
                        reference.isEmpty()
                                ? "Phụ lục thiếu dòng chỉ dẫn kèm theo."
                                : "Dòng chỉ dẫn ghi “" + reference + "”.",
                        "Ghi “(Kèm theo <tên loại> số … ngày … tháng … năm … của …)”."));
            }
        }
    }
}
