package vn.antin.check.nd30;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** A document with annexes points to them in its text. */
public final class AnnexesAreReferredTo implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, III.1.a");
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        // The text that a decision enacts is named in its articles and is no annex (annex III, form 1.3).
        if (document.meaning().annexes().stream().allMatch(it -> it.enacted() != null)) {
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
                    Place.inAnnex(0, -1),
                    "Nội dung chưa có chỉ dẫn về phụ lục kèm theo.",
                    "Nhắc đến “Phụ lục kèm theo” trong nội dung."));
        }
    }
}
