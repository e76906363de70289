package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.antin.agency.Agency;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
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
        DocumentKind kind = document.particulars().kind();
        if (kind != DocumentKind.LETTER) {
            String subject =
                    kind.printsSubjectUnderItsName() ? document.particulars().subject() : "";
            strips.addAll(title(kind.heading(), subject, root.child("H1"), SPACE_OVER));
        }
        String enactedBy = Optional.ofNullable(document.enactedBy()).orElse("");
        switch (kind) {
            case TELEGRAM -> strips.addAll(wired(enactedBy + " điện:", document.addressees()));
            case INTRODUCTION -> strips.addAll(salutation(enactedBy + " trân trọng giới thiệu:"));
            default -> {
                strips.addAll(addressees(document.addressees()));
                if (!enactedBy.isEmpty()) {
                    strips.addAll(centredLine(enactedBy, SPACE_UNDER_RULE));
                }
            }
        }
        for (Inline.Text basis : document.legalBases()) {
            Format italic = setter.bodyText().in(Style.italic(profile.text()));
            strips.addAll(setter.paragraph(basis, italic, root.child("P")));
        }
        return strips;
    }

    /**
     * Over a text that a document enacts: names, kind and title, the document it comes with, a rule (annex III, form 1.3).
     */
    List<Strip> enacted(Annex annex, Agency issuer) {
        var strips = new ArrayList<>(new Opening(setter, root).namesOnly(issuer));
        List<Strip> title = title(annex.heading(), annex.title(), root.child("H1"), SPACE_OVER);
        if (annex.reference().isBlank()) {
            strips.addAll(title);
        } else {
            // The rule comes under the reference, not under the title.
            strips.addAll(title.subList(0, title.size() - 1));
            Style italic = Style.italic(profile.text());
            Inline.Text reference = Inline.Text.plain(annex.reference());
            strips.addAll(setter.paragraph(reference, setter.centred(italic, 0), root.child("P")));
            strips.add(ruleUnder(reference, italic));
        }
        return Typesetter.allKept(strips);
    }

    /** {@code KẾ HOẠCH}, its subject if it has one, and the rule under it. */
    private List<Strip> title(String kind, String subject, Tag tag, float gap) {
        Style style = Style.bold(profile.heading());
        var strips = new ArrayList<Strip>();
        strips.addAll(setter.paragraph(Inline.Text.plain(kind + " "), setter.centred(style, gap), tag));
        if (!subject.isEmpty()) {
            strips.addAll(setter.paragraph(Inline.Text.plain(subject), setter.centred(style, 0), tag));
        }
        strips.add(ruleUnder(Inline.Text.plain(subject.isEmpty() ? kind : subject), style));
        return Typesetter.allKept(strips);
    }

    private Strip ruleUnder(Inline.Text text, Style style) {
        List<Line> lines = setter.balancedLines(text, style, profile.textWidth());
        return setter.ruleUnder(lines.getLast().width(), profile.ruleShare(), profile.centre());
    }

    /** A line of its own that begins the text. */
    private List<Strip> salutation(String words) {
        Format format = setter.centred(Style.regular(profile.text()), SPACE_UNDER_RULE);
        return Typesetter.allKept(setter.paragraph(Inline.Text.plain(words), format, root.child("P")));
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
        float longest = longest(addressees, style);
        float toColon = setter.width("Kính gửi", style);
        // The group stands in the middle of the page, as far as its longest line lets it.
        float x = Math.max(profile.left(), profile.centre() - (toColon + longest) / 2);
        float itemX = x + toColon;
        var strips = new ArrayList<Strip>();
        var salute = new Format(style, Alignment.LEFT, x, profile.rightEdge() - x, 0, SPACE_OVER);
        strips.addAll(setter.paragraph(Inline.Text.plain(salutation), salute, root.child("P")));
        strips.addAll(dashes(addressees, style, itemX));
        return Typesetter.allKept(strips);
    }

    /** {@code … điện:} in the middle, those who receive the telegram in a group under it (annex III, form 1.6). */
    private List<Strip> wired(String salutation, List<String> addressees) {
        Style style = Style.regular(profile.text());
        var strips = new ArrayList<>(
                setter.paragraph(Inline.Text.plain(salutation), setter.centred(style, SPACE_OVER), root.child("P")));
        float x = Math.max(profile.left(), profile.centre() - longest(addressees, style) / 2);
        strips.addAll(dashes(addressees, style, x));
        return Typesetter.allKept(strips);
    }

    private float longest(List<String> entries, Style style) {
        float longest = 0;
        for (String entry : entries) {
            longest = Math.max(longest, setter.width("- " + Words.printable(entry), style));
        }
        return longest;
    }

    /** One below the other, and white under the last. */
    private List<Strip> dashes(List<String> entries, Style style, float itemX) {
        var strips = new ArrayList<Strip>();
        Tag list = root.list("Disc");
        for (String entry : entries) {
            var format = new Format(style, Alignment.LEFT, itemX, profile.rightEdge() - itemX, 0, 0);
            Tag item = list.child("LI");
            strips.addAll(
                    setter.paragraph("-", item.child("Lbl"), Inline.Text.plain(entry), format, item.child("LBody")));
        }
        strips.add(Strip.of(0, profile.paragraphGap(), List.of()));
        return strips;
    }
}
