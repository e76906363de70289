package vn.antin.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import vn.antin.compose.Inline;
import vn.antin.render.Format.Alignment;

/** Sets the text of footnotes, one paragraph each, behind the number of its mark. */
final class Footnotes {
    /** Over the first note of a page: white, the short rule, white. */
    static final float RULE_HEIGHT = 12;

    private static final float RULE_SHARE = 1 / 3f;
    private static final float GAP = 2;

    private final Typesetter setter;
    private final Tag root;
    private final IdentityHashMap<Inline.Footnote, List<Strip>> set = new IdentityHashMap<>();

    Footnotes(Typesetter setter, Tag root) {
        this.setter = setter;
        this.root = root;
    }

    /** The lines of one note, always the same ones. */
    List<Strip> strips(Inline.Footnote footnote) {
        return set.computeIfAbsent(footnote, this::paragraph);
    }

    private List<Strip> paragraph(Inline.Footnote footnote) {
        LayoutProfile profile = setter.profile();
        var parts = new ArrayList<Inline>();
        parts.add(footnote);
        parts.add(new Inline.Run(" ", false, false));
        parts.addAll(footnote.note().parts());
        var format = new Format(
                Style.regular(profile.note()), Alignment.JUSTIFIED, profile.left(), profile.textWidth(), 0, GAP);
        return setter.paragraph(new Inline.Text(parts), format, root.child("Note"));
    }

    /** The rule that parts notes from text; {@code top} is where the notes' room begins. */
    static Mark rule(LayoutProfile profile, float top) {
        float y = top - RULE_HEIGHT / 2;
        float length = profile.textWidth() * RULE_SHARE;
        return new Mark.Stroke(profile.left(), y, profile.left() + length, y, profile.ruleWeight());
    }
}
