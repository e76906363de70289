package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/** In what power someone signs, room for the signature, and the name: boxes 7a to 7c, and box 8 for the seal (II.7, 8). */
final class SignatureBlock {
    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;
    private final float x;
    private final float width;
    private final Style style;

    SignatureBlock(Typesetter setter, Tag root, float x, float width) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
        this.x = x;
        this.width = width;
        this.style = Style.bold(profile.authority());
    }

    /**
     * One block as set; y is 0 at its top.
     *
     * @param names the marks of the name and what stands directly over it
     */
    record Laid(List<Mark> over, List<Mark> names, float height) {
        List<Mark> marks() {
            return withNamesOn(height);
        }

        /** The names lower, so that the block is as high as the one beside it. */
        List<Mark> withNamesOn(float otherHeight) {
            var marks = new ArrayList<>(over);
            names.forEach(it -> marks.add(it.raised(height - otherHeight)));
            return marks;
        }
    }

    /** Of the competent person, with the boxes that signature and seal will fill. */
    Laid of(AdministrativeDocument document) {
        Signatory signatory = document.signatory();
        List<String> authority = signatory.authority().lines();
        // The chair of a meeting signs as such; the post is told over the name (II.7.đ; annex III, form 1.9, note 5).
        boolean chair = document.particulars().kind() == DocumentKind.MINUTES
                && !document.signatoryCapacity().isEmpty();
        var over = new ArrayList<Mark>();
        float y = 0;
        if (!document.signatoryCapacity().isEmpty()) {
            y = centred(List.of(document.signatoryCapacity()), y, over);
        }
        if (!chair) {
            y = centred(authority, y, over);
        }
        float middle = x + width / 2;
        float boxX = middle - profile.signatureWidth() / 2;
        float boxY = y - profile.signatureRoom();
        over.add(box(Field.SIGNATURE, boxX, boxY, profile.signatureWidth(), profile.signatureRoom()));
        float side = profile.sealSide();
        // The seal covers about the left third of the signature (II.8.a).
        float sealX = boxX + profile.signatureWidth() / 3 - side;
        over.add(box(Field.SEAL, sealX, boxY + (profile.signatureRoom() - side) / 2, side, side));
        var names = new ArrayList<Mark>();
        y = chair ? centred(List.of(authority.getLast()), boxY, names) : boxY;
        return new Laid(over, names, -centred(List.of(signatory.fullName()), y, names));
    }

    /** Of someone beside that person, with room for a signature. */
    Laid of(Cosigner cosigner) {
        var over = new ArrayList<Mark>();
        float y = centred(List.of(cosigner.capacity()), 0, over) - profile.signatureRoom();
        var names = new ArrayList<Mark>();
        return new Laid(over, names, -centred(List.of(cosigner.fullName()), y, names));
    }

    private Mark box(Field field, float boxX, float boxY, float boxWidth, float height) {
        return new Mark.Box(field, boxX, boxY, boxWidth, height, Style.regular(profile.text()), root.child("Form"));
    }

    /** Lines of one paragraph from {@code top}; answers where the next begin. */
    private float centred(List<String> texts, float top, List<Mark> marks) {
        Tag tag = root.child("P");
        float y = top;
        for (String text : texts) {
            for (Line line : setter.balancedLines(Inline.Text.plain(text), style, width)) {
                marks.add(setter.mark(line, x, width, y - style.ascent(), Alignment.CENTRED, tag));
                y -= style.leading();
            }
        }
        return y;
    }
}
