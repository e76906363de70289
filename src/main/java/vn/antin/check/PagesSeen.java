package vn.antin.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import vn.antin.render.RenderedDocument;

/** Reads what is to be seen on finished pages. */
final class PagesSeen {
    private PagesSeen() {}

    static Appearance of(RenderedDocument document) {
        try (var pdf = Loader.loadPDF(document.pdf().bytes())) {
            var empty = new HashSet<String>();
            var form = pdf.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                form.getFieldTree().forEach(field -> {
                    if (field.getValueAsString().isEmpty()) {
                        empty.add(field.getFullyQualifiedName());
                    }
                });
            }
            return new Appearance(Appearance.Origin.PAGES, List.of(), List.of(), empty);
        } catch (IOException e) {
            throw new UncheckedIOException("The renderer's own pages cannot be read", e);
        }
    }
}
