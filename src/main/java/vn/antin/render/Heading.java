package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/** What stands between the head of page 1 and the content: boxes 5a and 9a, who enacts, and the grounds (II.5, 6.a, 9). */
final class Heading {
    private static final float SPACE_OVER = 20;
    private static final float SPACE_UNDER_RULE = 12;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;

    Heading(Typesetter setter, Tag root) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
    }

    List<Strip> strips(AdministrativeDocument document) {
        var strips = new ArrayList<Strip>();
        if (document.particulars().kind() != DocumentKind.LETTER) {
            strips.addAll(title(document));
        }
        strips.addAll(addressees(document.addressees()));
        if (document.enactedBy() != null) {
            strips.addAll(centredLine(document.enactedBy(), SPACE_UNDER_RULE));
        }
        for (Inline.Text basis : document.legalBases()) {
            Format italic = setter.bodyText().in(Style.italic(profile.text()));
            strips.addAll(setter.paragraph(basis, italic, root.child("P")));
        }
        return strips;
    }

    /** {@code KẾ HOẠCH}, its subject, and the rule under it. */
    private List<Strip> title(AdministrativeDocument document) {
        Style style = Style.bold(profile.heading());
        Tag tag = root.child("H1");
        var strips = new ArrayList<Strip>();
        String kind = document.particulars().kind().heading();
        strips.addAll(setter.paragraph(Inline.Text.plain(kind + " "), setter.centred(style, SPACE_OVER), tag));
        Inline.Text subject = Inline.Text.plain(document.particulars().subject());
        List<Line> lines = setter.balancedLines(subject, style, profile.textWidth());
        strips.addAll(setter.paragraph(subject, setter.centred(style, 0), tag));
        strips.add(setter.ruleUnder(lines.getLast().width(), profile.ruleShare(), profile.centre()));
        return Typesetter.allKept(strips);
    }

    private List<Strip> centredLine(String text, float gap) {
        Format format = setter.centred(Style.bold(profile.heading()), gap);
        return Typesetter.allKept(setter.paragraph(Inline.Text.plain(text), format, root.child("P")));
    }

    /** {@code Kính gửi: …}: one on the same line, several under one another, their dashes under the colon (II.9.d). */
    private List<Strip> addressees(List<String> addressees) {
        if (addressees.isEmpty()) {
            return List.of();
        }
        Style style = Style.regular(profile.text());
        String salutation = "Kính gửi:";
        if (addressees.size() == 1) {
            var line = Inline.Text.plain(salutation + " " + addressees.getFirst());
            var strips = new ArrayList<>(setter.paragraph(line, setter.centred(style, SPACE_OVER), root.child("P")));
            strips.add(Strip.of(0, profile.paragraphGap(), List.of()));
            return Typesetter.allKept(strips);
        }
        float longest = 0;
        for (String addressee : addressees) {
            longest = Math.max(longest, setter.width("- " + Words.printable(addressee), style));
        }
        float toColon = setter.width("Kính gửi", style);
        // The group stands in the middle of the page, as far as its longest line lets it.
        float x = Math.max(profile.left(), profile.centre() - (toColon + longest) / 2);
        float itemX = x + toColon;
        var strips = new ArrayList<Strip>();
        var salute = new Format(style, Alignment.LEFT, x, profile.rightEdge() - x, 0, SPACE_OVER);
        strips.addAll(setter.paragraph(Inline.Text.plain(salutation), salute, root.child("P")));
        Tag list = root.list("Disc");
        for (String addressee : addressees) {
            var format = new Format(style, Alignment.LEFT, itemX, profile.rightEdge() - itemX, 0, 0);
            Tag item = list.child("LI");
            strips.addAll(setter.paragraph(
                    "-", item.child("Lbl"), Inline.Text.plain(addressee), format, item.child("LBody")));
        }
        strips.add(Strip.of(0, profile.paragraphGap(), List.of()));
        return Typesetter.allKept(strips);
    }
}
