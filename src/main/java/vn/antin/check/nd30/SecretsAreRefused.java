package vn.antin.check.nd30;

import java.util.Set;
import java.util.function.Consumer;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.render.RenderedDocument;

/** State secrets are not processed by this software. */
public final class SecretsAreRefused implements Rule {
    @Override
    public String citation() {
        return "Luật Bảo vệ bí mật nhà nước năm 2018";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
        var marks = Set.of("MẬT", "TỐI MẬT", "TUYỆT MẬT");
        for (Block block : document.meaning().body()) {
            if (block instanceof Block.Paragraph paragraph
                    && marks.contains(paragraph.text().plain().strip())) {
                breaches.accept(
                        new Breach(
                                "Nội dung",
                                "Văn bản có dấu chỉ độ mật.",
                                "Không soạn thảo văn bản mật trên hệ thống này; thực hiện theo quy định về bảo vệ bí mật nhà nước."));
            }
        }
    }
}
