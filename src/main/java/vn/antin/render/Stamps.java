package vn.antin.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Marks;
import vn.antin.render.Mark.Ink;

/** Words in a single frame beside the text: degree of urgency, box 10b, and circulation, box 11 (III.2.b, c). */
final class Stamps {
    private static final float SPACE_OVER = 6;
    private static final float WEIGHT = 1;

    /** White between the words of a circulation mark and its frame, and from its frame down to the text area. */
    private static final float PADDING = LayoutProfile.mm(3);

    private static final float OVER_TEXT = LayoutProfile.mm(2.5f);
    private static final float CIRCULATION_HEIGHT = LayoutProfile.mm(8);

    /** Where the scheme of IV.2 has the middle of box 11, as part of the text width from the left. */
    private static final float CIRCULATION_MIDDLE = 0.71f;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;

    Stamps(Typesetter setter, Tag root) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
    }

    /** Red, in a frame of the size the decree gives each degree, in the middle of the left column (III.2.b). */
    List<Strip> urgency(Marks.@Nullable Urgency urgency, float columnWidth) {
        if (urgency == null) {
            return List.of();
        }
        float width = LayoutProfile.mm(urgency.widthMillimetres());
        float height = LayoutProfile.mm(urgency.heightMillimetres());
        float x = profile.left() + (columnWidth - width) / 2;
        Mark stamp = stamp(urgency.words(), x, -height, width, height, Ink.RED);
        return List.of(Strip.of(SPACE_OVER, height, List.of(stamp)).keptWithNext());
    }

    /** Black, in the top margin; y is 0 at the top of the text area (III.2.c). */
    List<Mark> circulation(Marks.@Nullable Circulation circulation) {
        if (circulation == null) {
            return List.of();
        }
        float width = setter.width(circulation.words(), style()) + 2 * PADDING;
        float x = profile.left() + profile.textWidth() * CIRCULATION_MIDDLE - width / 2;
        return List.of(stamp(circulation.words(), x, OVER_TEXT, width, CIRCULATION_HEIGHT, Ink.BLACK));
    }

    private Style style() {
        return Style.bold(profile.stamp());
    }

    private Mark stamp(String words, float x, float y, float width, float height, Ink ink) {
        Style style = style();
        float textX = x + (width - setter.width(words, style)) / 2;
        // Capitals stand in the middle of the frame: they rise about three quarters of the ascent.
        float baseline = y + (height - style.ascent() * 0.75f) / 2;
        return new Mark.Stamp(
                new Mark.Span(words, style, 0), textX, baseline, x, y, width, height, WEIGHT, ink, root.child("P"));
    }
}
