package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.render.RenderedDocument;

/** A document with annexes points to them in its text. */
public final class AnnexesAreReferredTo implements Rule {
    @Override
    public String citation() {
        return "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, III.1.a";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(RenderedDocument document, Consumer<Breach> breaches) {
        if (document.meaning().annexes().isEmpty()) {
            return;
        }
        boolean referred = document.meaning().body().stream()
                .flatMap(block -> switch (block) {
                    case Block.Paragraph paragraph -> Stream.of(paragraph.text());
                    case Block.Item item -> Stream.of(item.text());
                    case Block.Centred centred -> Stream.of(centred.text());
                    case Block.Table table ->
                        table.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .map(Block.Cell::text);
                })
                .anyMatch(text -> text.plain().toLowerCase(Locale.ROOT).contains("phụ lục"));
        if (!referred) {
            breaches.accept(new Breach(
                    "Phụ lục",
                    "Nội dung chưa có chỉ dẫn về phụ lục kèm theo.",
                    "Nhắc đến “Phụ lục kèm theo” trong nội dung."));
        }
    }
}
