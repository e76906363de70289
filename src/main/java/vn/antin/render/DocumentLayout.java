package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.antin.agency.Agency;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;

/** Lays a whole document out: its own pages, then each annex on pages and page numbers of its own (III.1.đ). */
final class DocumentLayout {
    /** At least so many lines of the content stand above the signature. */
    private static final int LINES_WITH_SIGNATURE = 2;

    static final int MOST_PAGES = 1_000;

    private final Typesetter setter;
    private final Tag root = Tag.document();
    private final Footnotes footnotes;

    DocumentLayout(LayoutProfile profile, Typeface typeface) {
        this.setter = new Typesetter(profile, typeface);
        this.footnotes = new Footnotes(setter, root);
    }

    /** {@code checkAddress}: where the document can be checked, for the QR code. */
    List<Page> pages(AdministrativeDocument document, String checkAddress) {
        boolean letter = document.particulars().kind() == DocumentKind.LETTER;
        var foot = new FirstFoot(
                setter,
                root,
                letter ? document.issuer().contact() : null,
                checkAddress,
                document.particulars().code(),
                document.particulars().kind() == DocumentKind.MINUTES
                        ? document.particulars().place()
                        : null);
        var flow = new PageFlow(setter, footnotes, foot.marks(), foot.height(), MOST_PAGES);
        var pages = new ArrayList<>(flow.pages(mainText(document)));
        for (Annex annex : document.annexes()) {
            Typesetter annexSetter = annex.landscape() ? setter.turned() : setter;
            var annexFlow = new PageFlow(
                    annexSetter, new Footnotes(annexSetter, root), List.of(), 0, MOST_PAGES - pages.size());
            pages.addAll(annexFlow.pages(annex(annex, document.issuer(), annexSetter)));
        }
        return pages;
    }

    private List<Strip> mainText(AdministrativeDocument document) {
        var strips = new ArrayList<Strip>();
        strips.addAll(new Opening(setter, root).strips(document));
        strips.addAll(new Heading(setter, root).strips(document));
        strips.addAll(new Body(setter, root).strips(document.body()));
        for (int i = Math.max(0, strips.size() - LINES_WITH_SIGNATURE); i < strips.size(); i++) {
            strips.set(i, strips.get(i).keptWithNext());
        }
        strips.addAll(new Closing(setter, root).strips(document));
        return strips;
    }

    private List<Strip> annex(Annex annex, Agency issuer, Typesetter setter) {
        LayoutProfile profile = setter.profile();
        Tag section = root.child("Sect");
        if (annex.enacted() != null) {
            var enacted = new ArrayList<>(new Heading(setter, section).enacted(annex, issuer));
            enacted.addAll(new Body(setter, section).strips(annex.body()));
            return enacted;
        }
        Tag heading = section.child("H1");
        Style bold = Style.bold(profile.annexHeading());
        var strips = new ArrayList<Strip>();
        strips.addAll(setter.paragraph(Inline.Text.plain(annex.heading() + " "), setter.centred(bold, 0), heading));
        Inline.Text title = Inline.Text.plain(annex.title().toUpperCase(Locale.ROOT));
        strips.addAll(setter.paragraph(title, setter.centred(bold, 0), heading));
        if (!annex.reference().isBlank()) {
            Style italic = Style.italic(profile.text());
            Inline.Text reference = Inline.Text.plain(annex.reference());
            strips.addAll(setter.paragraph(reference, setter.centred(italic, 0), section.child("P")));
            var lines = setter.balancedLines(reference, italic, profile.textWidth());
            strips.add(setter.ruleUnder(lines.getLast().width(), profile.ruleShare(), profile.centre()));
        }
        var all = new ArrayList<>(Typesetter.allKept(strips));
        all.addAll(new Body(setter, section).strips(annex.body()));
        return all;
    }
}
