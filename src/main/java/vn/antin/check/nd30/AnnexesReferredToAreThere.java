package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** An annex that the text says is enclosed is there. */
final class AnnexesReferredToAreThere extends FormatRule {
    private static final Pattern ENCLOSED = Pattern.compile(
            "[Pp]hụ lục( [IVX]+)?( đính)? kèm( theo)?( (Kế hoạch|Quyết định|Công văn|văn bản|Báo cáo) này)?(?! (Nghị định|Thông tư|Quyết định số|Luật|Công văn số|Kế hoạch số))");

    AnnexesReferredToAreThere() {
        super(Severity.WARNING, "Phụ lục I, Phần I, III.1.a");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        if (!document.meaning().annexes().isEmpty()) {
            return;
        }
        for (Passage it : Passage.of(document.meaning())) {
            Matcher said = ENCLOSED.matcher(it.plain());
            if (it.place().part() == Place.Part.BODY && said.find()) {
                breaches.accept(new Breach(
                        it.place().at(said.group()),
                        "Nội dung nhắc “" + said.group() + "” nhưng văn bản không có phụ lục nào.",
                        "Thêm phụ lục hoặc bỏ chỉ dẫn này."));
                return;
            }
        }
    }
}
