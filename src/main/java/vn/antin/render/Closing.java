package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Inline;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/** Recipients beside the signature, boxes 7a to 7c, 8 and 9b (II.7–9), on one page as long as they fit one. */
final class Closing {
    private static final float SPACE_OVER = 14;
    private static final float COLUMN_GAP = 6;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;
    private final float signatureX;
    private final float signatureWidth;

    Closing(Typesetter setter, Tag root) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
        this.signatureWidth = profile.textWidth() * profile.signatureColumnShare();
        this.signatureX = profile.rightEdge() - signatureWidth;
    }

    List<Strip> strips(AdministrativeDocument document) {
        List<Strip> recipients = recipients(document.recipients());
        var signature = new ArrayList<Mark>();
        float height = signature(document.signatory(), signature);

        var beside = new ArrayList<Mark>();
        // Nơi nhận stands on the baseline of the first authority line (II.9.d), though it is smaller.
        float y = Style.bold(profile.recipientsTitle()).ascent()
                - Style.bold(profile.authority()).ascent();
        int placed = 0;
        for (Strip line : recipients) {
            boolean wholeFits = totalHeight(recipients) <= profile.textHeight() / 2;
            if (!wholeFits && -y + line.height() > height) {
                break;
            }
            for (Mark mark : line.marks()) {
                beside.add(mark.raised(y));
            }
            y -= line.height();
            placed++;
        }
        beside.addAll(signature);
        var strips = new ArrayList<Strip>();
        strips.add(Strip.of(SPACE_OVER, Math.max(height, -y), beside).asClosing());
        // A list longer than half a page runs on under the signature.
        recipients.subList(placed, recipients.size()).forEach(it -> strips.add(it.asClosing()));
        return strips;
    }

    private static float totalHeight(List<Strip> strips) {
        return (float) strips.stream().mapToDouble(Strip::height).sum();
    }

    /** {@code Nơi nhận:} and the list, dashes at the left margin (II.9.d). */
    private List<Strip> recipients(List<String> recipients) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        float width = profile.textWidth() - signatureWidth - COLUMN_GAP;
        var title = new Format(
                new Style(Face.BOLD_ITALIC, profile.recipientsTitle()), Alignment.LEFT, profile.left(), width, 0, 0);
        var strips = new ArrayList<>(setter.paragraph(Inline.Text.plain("Nơi nhận:"), title, root.child("P")));
        Format format = title.in(Style.regular(profile.recipients()));
        Tag list = root.list("Disc");
        for (String recipient : recipients) {
            Tag item = list.child("LI");
            strips.addAll(setter.paragraph(
                    "-", item.child("Lbl"), Inline.Text.plain(recipient), format, item.child("LBody")));
        }
        return strips;
    }

    /** Authority, room for the signature, name; answers the height. */
    private float signature(Signatory signatory, List<Mark> marks) {
        Style style = Style.bold(profile.authority());
        float y = 0;
        Tag authority = root.child("P");
        for (String text : signatory.authority().lines()) {
            y = centred(text, style, y, authority, marks);
        }
        float middle = signatureX + signatureWidth / 2;
        float boxX = middle - profile.signatureWidth() / 2;
        float boxY = y - profile.signatureRoom();
        marks.add(box(Field.SIGNATURE, boxX, boxY, profile.signatureWidth(), profile.signatureRoom()));
        float side = profile.sealSide();
        // The seal covers about the left third of the signature (II.8.a).
        float sealX = boxX + profile.signatureWidth() / 3 - side;
        marks.add(box(Field.SEAL, sealX, boxY + (profile.signatureRoom() - side) / 2, side, side));
        return -centred(signatory.fullName(), style, boxY, root.child("P"), marks);
    }

    private Mark box(Field field, float x, float y, float width, float height) {
        return new Mark.Box(field, x, y, width, height, Style.regular(profile.text()), root.child("Form"));
    }

    private float centred(String text, Style style, float top, Tag tag, List<Mark> marks) {
        float y = top;
        for (Line line : setter.balancedLines(Inline.Text.plain(text), style, signatureWidth)) {
            marks.add(setter.mark(line, signatureX, signatureWidth, y - style.ascent(), Alignment.CENTRED, tag));
            y -= style.leading();
        }
        return y;
    }
}
