package vn.antin.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Inline;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;

/**
 * Boxes 1 to 7 of a copy on paper, under a rule over the whole width of the text (annex I, part II, II.2 and 3; annex
 * III, form 3.1). Sizes are those of the same components of a document.
 */
final class CopyBlock {
    private static final float RULE_DROP = 4;
    private static final float NUMBER_DROP = 10;
    /** The form has more; less lets more copies stand on the sheet of what they copy. */
    private static final float CLOSING_DROP = 18;

    private static final float COLUMN_GAP = 6;

    /** Room to write a number, a day, a month and a year by hand: no-break spaces, which stay. */
    private static final String BLANK_NUMBER = "\u00a0".repeat(12);

    private static final String BLANK_DAY = "\u00a0".repeat(6);
    private static final String BLANK_YEAR = "\u00a0".repeat(9);

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag tag = Tag.document();
    private final List<Mark> marks = new ArrayList<>();
    private final float height;

    CopyBlock(Typesetter setter, CopyNote note) {
        this.setter = setter;
        this.profile = setter.profile();
        marks.add(new Mark.Stroke(profile.left(), 0, profile.rightEdge(), 0, profile.ruleWeight()));
        float top = head(note, -RULE_DROP);
        float left = recipients(note, top);
        this.height = -Math.min(left, signature(note, top));
    }

    /** On a page, y 0 at the rule, negative below. */
    List<Mark> marks() {
        return marks;
    }

    /** From the rule to the lower edge of the last line, points. */
    float height() {
        return height;
    }

    /** Boxes 1 to 4; answers where the closing begins. */
    private float head(CopyNote note, float top) {
        float rightWidth = profile.textWidth() * profile.rightColumnShare();
        float rightX = profile.rightEdge() - rightWidth;
        float leftWidth = profile.textWidth() - rightWidth;

        Style agency = Style.bold(profile.body());
        Style form = Style.bold(profile.heading());
        // The body's name on the baseline of SAO Y, though it is smaller.
        float lower = top - form.ascent() + agency.ascent();
        float left = centred(note.agency().name(), agency, profile.left(), leftWidth, lower);
        float half = lastWidth(note.agency().name(), agency, leftWidth) * profile.ruleShare() / 2;
        float middle = profile.left() + leftWidth / 2;
        left -= RULE_DROP;
        marks.add(new Mark.Stroke(middle - half, left, middle + half, left, profile.ruleWeight()));
        float right = centred(note.form().heading(), form, rightX, rightWidth, top);

        String number = "Số: " + (note.number() == null ? BLANK_NUMBER : "%02d".formatted(note.number())) + "/"
                + note.form().symbol(note.agency().symbol());
        String day = placeAndDay(note.agency().place(), note.day());
        Style numberStyle = Style.regular(profile.number());
        Style dayStyle = Style.italic(profile.placeAndDate());
        // Both on one baseline, like number and date of a document.
        float baseline = Math.min(left, right) - NUMBER_DROP - dayStyle.ascent();
        float numberBottom = centred(number, numberStyle, profile.left(), leftWidth, baseline + numberStyle.ascent());
        float dayBottom = centred(day, dayStyle, rightX, rightWidth, baseline + dayStyle.ascent());
        return Math.min(numberBottom, dayBottom) - CLOSING_DROP;
    }

    /** Box 4; without a day, room to write one in. */
    static String placeAndDay(String place, @Nullable LocalDate day) {
        if (day == null) {
            return place + ", ngày " + BLANK_DAY + " tháng " + BLANK_DAY + " năm " + BLANK_YEAR;
        }
        // Days below ten and the first two months bear a zero (annex I, part I, II.4.b).
        return place
                + ", ngày %02d tháng %s năm %d"
                        .formatted(
                                day.getDayOfMonth(),
                                (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue(),
                                day.getYear());
    }

    /** Box 7. */
    private float recipients(CopyNote note, float top) {
        if (note.recipients().isEmpty()) {
            return top;
        }
        float width = profile.textWidth() - profile.textWidth() * profile.signatureColumnShare() - COLUMN_GAP;
        Style title = new Style(Face.BOLD_ITALIC, profile.recipientsTitle());
        // On the baseline of the authority, though it is smaller (II.9.d).
        float y = top - Style.bold(profile.authority()).ascent() + title.ascent();
        y = left(Inline.Text.plain("Nơi nhận:"), title, "", width, y);
        for (String it : note.recipients()) {
            y = left(Inline.Text.plain(it), Style.regular(profile.recipients()), "-", width, y);
        }
        return y;
    }

    /** Boxes 5a to 5c, with room for the seal, box 6, over the left third of the signature. */
    private float signature(CopyNote note, float top) {
        float width = profile.textWidth() * profile.signatureColumnShare();
        float x = profile.rightEdge() - width;
        Style style = Style.bold(profile.authority());
        float y = top;
        for (String line : note.signatory().authority().lines()) {
            y = centred(line.toUpperCase(Locale.ROOT), style, x, width, y);
        }
        return centred(note.signatory().fullName(), style, x, width, y - profile.signatureRoom());
    }

    private float lastWidth(String text, Style style, float width) {
        return setter.balancedLines(Inline.Text.plain(text), style, width)
                .getLast()
                .width();
    }

    private float centred(String text, Style style, float x, float width, float top) {
        float y = top;
        for (Line line : setter.balancedLines(Inline.Text.plain(text), style, width)) {
            marks.add(setter.mark(line, x, width, y - style.ascent(), Alignment.CENTRED, tag));
            y -= style.leading();
        }
        return y;
    }

    private float left(Inline.Text text, Style style, String marker, float width, float top) {
        var format = new Format(style, Alignment.LEFT, profile.left(), width, 0, 0);
        float y = top;
        for (Strip strip : setter.paragraph(marker, tag, text, format, tag)) {
            for (Mark mark : strip.marks()) {
                marks.add(mark.raised(y));
            }
            y -= strip.height();
        }
        return y;
    }
}
