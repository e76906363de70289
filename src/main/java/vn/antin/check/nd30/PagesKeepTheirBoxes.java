package vn.antin.check.nd30;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.render.RenderedDocument;

/** The pages keep boxes for number, date, signature and seal, still empty. */
public final class PagesKeepTheirBoxes implements Rule {
    private static final List<String> BOXES = List.of("so_van_ban", "ngay_van_ban", "ky_lanh_dao", "con_dau");

    @Override
    public String citation() {
        return "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV, ô 3, 4, 7c, 8";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
        try (var pdf = Loader.loadPDF(document.pdf().bytes())) {
            var form = pdf.getDocumentCatalog().getAcroForm(null);
            for (String box : BOXES) {
                var field = form == null ? null : form.getField(box);
                if (field == null || !field.getValueAsString().isEmpty()) {
                    breaches.accept(new Breach(
                            box,
                            "Trang văn bản thiếu ô “" + box + "” còn trống.",
                            "Lưu lại bản thảo để dựng lại trang."));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The renderer's own pages cannot be read", e);
        }
    }
}
