package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Inline;
import vn.antin.kernel.LookupCode;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;
import vn.antin.render.Mark.Span;

/**
 * The foot of page 1: the body's address, box 13, inside the text area (III.4), and in the bottom margin, where the
 * decree puts nothing, the QR code and the look-up code by which anyone can check the document.
 */
final class FirstFoot {
    private static final float RULE_DROP = 4;
    private static final float SPACE_OVER = 8;
    private static final float QR_SIDE = LayoutProfile.mm(14);
    private static final String WIDEST_DATE = ", ngày 00 tháng 00 năm 0000";
    private static final float QR_BOTTOM = LayoutProfile.mm(4);

    private final LayoutProfile profile;
    private final List<Mark> marks = new ArrayList<>();
    private float height;

    /** @param place of issue, when it stands here with the date because the head has no line for them */
    FirstFoot(
            Typesetter setter,
            Tag root,
            @Nullable String contact,
            String checkAddress,
            LookupCode code,
            @Nullable String place) {
        this.profile = setter.profile();
        if (contact != null) {
            addContact(setter, root, contact);
        }
        addCode(root, checkAddress, code);
        if (place != null) {
            addDate(setter, root, place);
        }
    }

    List<Mark> marks() {
        return marks;
    }

    /** What it takes from the text area, in points. */
    float height() {
        return height;
    }

    /** Under a rule as wide as the text (III.4). */
    private void addContact(Typesetter setter, Tag root, String contact) {
        Style style = Style.regular(profile.contact());
        List<Line> lines = setter.balancedLines(Inline.Text.plain(contact), style, profile.textWidth());
        float ruleY = profile.bottom() + lines.size() * style.leading() + RULE_DROP;
        marks.add(new Mark.Stroke(profile.left(), ruleY, profile.rightEdge(), ruleY, profile.ruleWeight()));
        Tag tag = root.child("P");
        float y = ruleY - RULE_DROP;
        for (Line line : lines) {
            marks.add(
                    setter.mark(line, profile.left(), profile.textWidth(), y - style.ascent(), Alignment.CENTRED, tag));
            y -= style.leading();
        }
        height = ruleY - profile.bottom() + SPACE_OVER;
    }

    private void addCode(Tag root, String checkAddress, LookupCode code) {
        // The quiet zone hangs in the margin, so that the squares themselves stand on the text's left edge.
        float quiet = QR_SIDE * 4 / 37;
        float x = profile.left() - quiet;
        Tag figure = root.figure("Mã QR dẫn tới trang kiểm tra văn bản: " + checkAddress);
        marks.add(new Mark.Qr(checkAddress, x, QR_BOTTOM, QR_SIDE, figure));
        Style style = Style.regular(profile.code());
        var span = new Span("Mã tra cứu: " + code.value(), style, 0);
        float y = QR_BOTTOM + QR_SIDE / 2 - style.size() / 3;
        marks.add(new Mark.Text(List.of(span), x + QR_SIDE, y, 0, root.child("P")));
    }

    /** On the line under the look-up code: minutes have no such line of their own, yet are issued on a day. */
    private void addDate(Typesetter setter, Tag root, String place) {
        Style style = Style.italic(profile.code());
        float x = profile.left() + QR_SIDE - QR_SIDE * 4 / 37;
        float y = QR_BOTTOM + QR_SIDE / 2 - style.size() / 3 - style.leading() - style.descent();
        float width = setter.width(Words.printable(place + WIDEST_DATE), style);
        float height = style.ascent() + style.descent();
        Tag tag = root.child("P").child("Form");
        marks.add(new Mark.Box(Field.DATE, x, y, width, height, style, tag));
    }
}
