package vn.antin.check.nd30;

import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.check.Source;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** State secrets are not processed by this software. */
public final class SecretsAreRefused implements Rule {
    @Override
    public Citation citation() {
        return new Citation(Source.STATE_SECRETS, "");
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean waivable() {
        return false;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        var marks = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");
        for (int i = 0; i < document.meaning().body().size(); i++) {
            Block block = document.meaning().body().get(i);
            if (block instanceof Block.Paragraph paragraph
                    && marks.contains(paragraph.text().plain().strip())) {
                breaches.accept(
                        new Breach(
                                Place.of(Place.Part.BODY, i),
                                "Văn bản có dấu chỉ độ mật.",
                                "Không soạn thảo văn bản mật trên hệ thống này; thực hiện theo quy định về bảo vệ bí mật nhà nước."));
            }
        }
    }
}
