package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.RenderedDocument;

/** A letter names those who must act on it (Kính gửi). */
public final class LettersNameTheirAddressees implements Rule {
    @Override
    public String citation() {
        return "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9.b";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
        boolean letter = document.meaning().particulars().kind() == DocumentKind.LETTER;
        if (letter && document.meaning().addressees().isEmpty()) {
            breaches.accept(new Breach(
                    "Kính gửi",
                    "Công văn chưa ghi nơi kính gửi.",
                    "Ghi tên cơ quan, tổ chức hoặc cá nhân trực tiếp giải quyết."));
        }
    }
}
