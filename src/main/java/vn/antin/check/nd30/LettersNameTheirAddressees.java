package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A letter names those who must act on it (Kính gửi). */
public final class LettersNameTheirAddressees implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, II.9.b");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        boolean letter = document.meaning().particulars().kind() == DocumentKind.LETTER;
        if (letter && document.meaning().addressees().isEmpty()) {
            breaches.accept(new Breach(
                    Place.of(Place.Part.ADDRESSEES),
                    "Công văn chưa ghi nơi kính gửi.",
                    "Ghi tên cơ quan, tổ chức hoặc cá nhân trực tiếp giải quyết."));
        }
    }
}
