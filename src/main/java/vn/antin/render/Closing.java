package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.Format.Alignment;

/** Recipients beside the signature, boxes 7a to 7c, 8, 9b and 12 (II.7–9, III.3), on one page as long as they fit one. */
final class Closing {
    private static final float SPACE_OVER = 14;
    private static final float COLUMN_GAP = 6;

    /** Between the last recipient and box 12, which stand on one line (annex III, form 1.2). */
    private static final String BEFORE_DRAFTER = " ";

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;
    private final float signatureWidth;
    private final float besideWidth;

    Closing(Typesetter setter, Tag root) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
        this.signatureWidth = profile.textWidth() * profile.signatureColumnShare();
        this.besideWidth = profile.textWidth() - signatureWidth - COLUMN_GAP;
    }

    List<Strip> strips(AdministrativeDocument document) {
        var signature = new SignatureBlock(setter, root, profile.rightEdge() - signatureWidth, signatureWidth);
        List<Cosigner> cosigners = document.cosigners();
        if (cosigners.isEmpty() || document.particulars().kind() == DocumentKind.LEAVE) {
            List<Strip> strips = beside(recipients(document), signature.of(document));
            strips.addAll(confirmations(cosigners));
            return strips;
        }
        return underCosigners(document, signature);
    }

    /** Recipients left of the signature, on its first baseline (II.9.d). */
    private List<Strip> beside(List<Strip> recipients, SignatureBlock.Laid signature) {
        var beside = new ArrayList<Mark>();
        // Nơi nhận stands on the baseline of the first authority line (II.9.d), though it is smaller.
        float y = Style.bold(profile.recipientsTitle()).ascent()
                - Style.bold(profile.authority()).ascent();
        boolean wholeFits = totalHeight(recipients) <= profile.textHeight() / 2;
        int placed = 0;
        for (Strip line : recipients) {
            if (!wholeFits && -y + line.height() > signature.height()) {
                break;
            }
            for (Mark mark : line.marks()) {
                beside.add(mark.raised(y));
            }
            y -= line.height();
            placed++;
        }
        beside.addAll(signature.marks());
        var strips = new ArrayList<Strip>();
        strips.add(
                Strip.of(SPACE_OVER, Math.max(signature.height(), -y), beside).asClosing());
        // A list longer than half a page runs on under the signature.
        recipients.subList(placed, recipients.size()).forEach(it -> strips.add(it.asClosing()));
        return strips;
    }

    /** The secretary left, the chair right, and the recipients under the secretary (annex III, form 1.9). */
    private List<Strip> underCosigners(AdministrativeDocument document, SignatureBlock right) {
        List<Cosigner> cosigners = document.cosigners();
        var left = new SignatureBlock(setter, root, profile.left(), besideWidth);
        var strips = new ArrayList<Strip>();
        for (int i = 0; i < cosigners.size(); ) {
            List<SignatureBlock.Laid> row = new ArrayList<>();
            row.add(left.of(cosigners.get(i++)));
            // Whom the other column does not hold beside the competent person signs in the next row.
            if (strips.isEmpty()) {
                row.add(right.of(document));
            } else if (i < cosigners.size()) {
                row.add(right.of(cosigners.get(i++)));
            }
            float height = (float)
                    row.stream().mapToDouble(SignatureBlock.Laid::height).max().orElse(0);
            var marks = new ArrayList<Mark>();
            row.forEach(it -> marks.addAll(it.withNamesOn(height)));
            strips.add(Strip.of(SPACE_OVER, height, marks).asClosing().keptWithNext());
        }
        List<Strip> recipients = recipients(document);
        for (int i = 0; i < recipients.size(); i++) {
            Strip line = recipients
                    .get(i)
                    .afterGap(i == 0 ? SPACE_OVER : recipients.get(i).gap());
            strips.add(i < recipients.size() - 1 ? line.asClosing().keptWithNext() : line.asClosing());
        }
        return strips;
    }

    private static float totalHeight(List<Strip> strips) {
        return (float) strips.stream().mapToDouble(it -> it.gap() + it.height()).sum();
    }

    /** {@code Nơi nhận:} and the list, dashes at the left margin (II.9.d), the drafter's mark at its end (III.3). */
    private List<Strip> recipients(AdministrativeDocument document) {
        List<String> recipients = document.recipients();
        String drafter = document.marks().drafter();
        if (recipients.isEmpty()) {
            return List.of();
        }
        var title = new Format(
                new Style(Face.BOLD_ITALIC, profile.recipientsTitle()),
                Alignment.LEFT,
                profile.left(),
                besideWidth,
                0,
                0);
        var strips = new ArrayList<>(setter.paragraph(Inline.Text.plain("Nơi nhận:"), title, root.child("P")));
        Format format = title.in(Style.regular(profile.recipients()));
        Tag list = root.list("Disc");
        for (int i = 0; i < recipients.size(); i++) {
            boolean last = i == recipients.size() - 1;
            String text = last && !drafter.isEmpty() ? recipients.get(i) + BEFORE_DRAFTER + drafter : recipients.get(i);
            Tag item = list.child("LI");
            strips.addAll(
                    setter.paragraph("-", item.child("Lbl"), Inline.Text.plain(text), format, item.child("LBody")));
        }
        return strips;
    }

    /** Who confirms a leave at the place where it is spent, on the left under it all (annex III, form 1.10). */
    private List<Strip> confirmations(List<Cosigner> cosigners) {
        var strips = new ArrayList<Strip>();
        for (Cosigner it : cosigners) {
            var format = new Format(
                    Style.italic(profile.recipients()), Alignment.CENTRED, profile.left(), besideWidth, 0, SPACE_OVER);
            strips.addAll(
                    Typesetter.allKept(setter.paragraph(Inline.Text.plain(it.capacity()), format, root.child("P"))));
            strips.add(Strip.of(0, profile.signatureRoom() / 2, List.of()));
            if (!it.fullName().isEmpty()) {
                Format name = format.afterGap(0).in(Style.bold(profile.authority()));
                strips.addAll(setter.paragraph(Inline.Text.plain(it.fullName()), name, root.child("P")));
            }
        }
        return strips.stream().map(Strip::asClosing).toList();
    }
}
