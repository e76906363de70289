package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;

/** The content of a document or an annex, box 6 (II.6). */
final class Body {
    private final Typesetter setter;
    private final Outline outline;

    Body(Typesetter setter, Tag root) {
        this.setter = setter;
        this.outline = new Outline(root);
    }

    List<Strip> strips(List<Block> blocks) {
        var strips = new ArrayList<Strip>();
        for (Block block : blocks) {
            strips.addAll(
                    switch (block) {
                        case Block.Paragraph paragraph ->
                            setter.paragraph(paragraph.text(), setter.bodyText(), outline.plain("P"));
                        case Block.Item item -> item(item);
                        case Block.Centred line -> centred(line.text());
                        case Block.Table table -> new TableBlock(setter, outline.plain("Table")).strips(table);
                    });
        }
        return strips;
    }

    /** {@code QUYẾT ĐỊNH:}, bold. */
    private List<Strip> centred(Inline.Text text) {
        Style bold = Style.bold(setter.profile().heading());
        float gap = setter.profile().paragraphGap() * 2;
        return Typesetter.allKept(setter.paragraph(text, setter.centred(bold, gap), outline.plain("P")));
    }

    private List<Strip> item(Block.Item item) {
        Outline.Place place = outline.item(item);
        if (item.level().overItsTitle()) {
            return overItsTitle(item, place.text());
        }
        Style plain = Style.regular(setter.profile().text());
        boolean bold = item.titled() || item.level().compareTo(Level.ROMAN) <= 0;
        if (item.level() == Level.ARTICLE && !bold) {
            return article(item, place.text());
        }
        Format format = setter.bodyText().in(plain.with(bold, false));
        List<Strip> strips = setter.paragraph(item.marker(), place.marker(), item.text(), format, place.text());
        return item.titled() ? Typesetter.allKept(strips) : strips;
    }

    /** {@code Chương I} on a line of its own, its title in capitals under it, both in the middle and bold (II.6.đ). */
    private List<Strip> overItsTitle(Block.Item item, Tag tag) {
        Style bold = Style.bold(setter.profile().text());
        float gap = setter.profile().paragraphGap() * 2;
        Inline.Text marker = Inline.Text.plain(item.marker() + " ");
        var strips = new ArrayList<>(setter.paragraph(marker, setter.centred(bold, gap), tag));
        if (!item.text().isBlank()) {
            strips.addAll(setter.paragraph(inCapitals(item.text()), setter.centred(bold, 0), tag));
        }
        return Typesetter.allKept(strips);
    }

    private static Inline.Text inCapitals(Inline.Text text) {
        return new Inline.Text(text.parts().stream()
                .map(it -> it instanceof Inline.Run run
                        ? new Inline.Run(run.text().toUpperCase(Locale.ROOT), run.bold(), run.italic())
                        : it)
                .toList());
    }

    /** Only {@code Điều 1.} is bold when the article has no title (annex III, form 1.2). */
    private List<Strip> article(Block.Item item, Tag tag) {
        var parts = new ArrayList<Inline>();
        parts.add(new Inline.Run(item.marker() + " ", true, false));
        parts.addAll(item.text().parts());
        return setter.paragraph(new Inline.Text(parts), setter.bodyText(), tag);
    }
}
