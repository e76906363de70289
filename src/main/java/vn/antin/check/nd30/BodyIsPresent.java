package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.render.RenderedDocument;

/** A document says something. */
public final class BodyIsPresent implements Rule {
    @Override
    public String citation() {
        return "Nghị định 30/2020/NĐ-CP, Điều 8.2.e";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
        if (document.meaning().body().isEmpty()) {
            breaches.accept(new Breach("Nội dung", "Văn bản chưa có nội dung.", "Nhập nội dung văn bản."));
        }
    }
}
