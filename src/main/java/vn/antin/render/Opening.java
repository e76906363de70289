package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.agency.Agency;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Inline;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;
import vn.antin.render.Mark.Span;

/** The head of page 1, boxes 1 to 4 and 5b: who issues, the nation's name, number, place and date (II.1–4). */
final class Opening {
    private static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    /** White between a name and its rule, and between the rule and the number line. */
    private static final float RULE_DROP = 4;

    private static final float NUMBER_DROP = 10;

    /** V/v stands 6 points under the number (II.5.b). */
    private static final float SUBJECT_DROP = 6;

    /** Digits that the number's box has room for. */
    private static final String WIDEST_NUMBER = "00000";

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Tag root;
    private final float rightX;
    private final float rightWidth;
    private final float leftWidth;

    Opening(Typesetter setter, Tag root) {
        this.setter = setter;
        this.profile = setter.profile();
        this.root = root;
        this.rightWidth = profile.textWidth() * profile.rightColumnShare();
        this.rightX = profile.rightEdge() - rightWidth;
        this.leftWidth = profile.textWidth() - rightWidth;
    }

    List<Strip> strips(AdministrativeDocument document) {
        Particulars particulars = document.particulars();
        var stamps = new Stamps(setter, root);
        List<Mark> marks = new ArrayList<>(stamps.circulation(document.marks().circulation()));
        Column left = issuer(document.issuer());
        Column right = nation();
        float numberTop = Math.min(left.y, right.y) - NUMBER_DROP;
        float baseline = numberTop - Style.regular(profile.placeAndDate()).ascent();
        left.marks.addAll(numberLine(particulars.symbol(), baseline));
        // Minutes say when and where in their text (annex III, form 1.9).
        if (particulars.kind() != DocumentKind.MINUTES) {
            right.marks.add(dateBox(baseline));
        }
        marks.addAll(left.marks);
        marks.addAll(right.marks);

        var strips = new ArrayList<Strip>();
        float height = Style.regular(profile.placeAndDate()).leading() - numberTop;
        strips.add(Strip.of(0, height, marks).keptWithNext());
        if (particulars.kind() == DocumentKind.LETTER) {
            strips.addAll(letterSubject(particulars.subject()));
        }
        strips.addAll(stamps.urgency(document.marks().urgency(), leftWidth));
        return strips;
    }

    /** Over a text that a document enacts: no number and no date (annex III, form 1.3). */
    List<Strip> namesOnly(Agency issuer) {
        Column left = issuer(issuer);
        Column right = nation();
        var marks = new ArrayList<>(left.marks);
        marks.addAll(right.marks);
        return List.of(
                Strip.of(0, NUMBER_DROP - Math.min(left.y, right.y), marks).keptWithNext());
    }

    private Column issuer(Agency issuer) {
        var left = new Column(profile.left(), leftWidth);
        if (issuer.superior() != null) {
            left.add(issuer.superior(), Style.regular(profile.body()));
        }
        float nameWidth = left.add(issuer.name(), Style.bold(profile.body()));
        left.rule(nameWidth * profile.ruleShare());
        return left;
    }

    private Column nation() {
        var right = new Column(rightX, rightWidth);
        right.add(NATION, Style.bold(profile.nationalName()));
        right.rule(right.add(MOTTO, Style.bold(profile.motto())));
        return right;
    }

    /** {@code V/v …}, box 5b. */
    private List<Strip> letterSubject(String subject) {
        String text = subject.startsWith("V/v") ? subject : "V/v " + subject;
        var format = new Format(
                Style.regular(profile.letterSubject()), Alignment.CENTRED, profile.left(), leftWidth, 0, SUBJECT_DROP);
        return Typesetter.allKept(setter.paragraph(Inline.Text.plain(text), format, root.child("H1")));
    }

    /** {@code Số: [07]/KH-PGDĐT}, box 3: the number is filled when the document is issued. */
    private List<Mark> numberLine(String symbol, float baseline) {
        Style style = Style.regular(profile.number());
        String before = "Số: ";
        String after = "/" + Words.printable(symbol);
        float beforeWidth = setter.width(before, style);
        float boxWidth = setter.width(WIDEST_NUMBER, style) + 4;
        float x = profile.left() + (leftWidth - beforeWidth - boxWidth - setter.width(after, style)) / 2;
        Tag line = root.child("P");
        return List.of(
                new Mark.Text(List.of(new Span(before, style, 0)), x, baseline, 0, line.child("Span")),
                box(Field.NUMBER, x + beforeWidth, boxWidth, baseline, style, line.child("Form")),
                new Mark.Text(
                        List.of(new Span(after, style, 0)),
                        x + beforeWidth + boxWidth,
                        baseline,
                        0,
                        line.child("Span")));
    }

    /** {@code An Dương, ngày 10 tháng 9 năm 2024}, box 4: the whole line is filled when the document is issued. */
    private Mark dateBox(float baseline) {
        Style style = Style.italic(profile.placeAndDate());
        return box(
                Field.DATE, rightX, rightWidth, baseline, style, root.child("P").child("Form"));
    }

    /** A box as high as its letters, so that text set on its bottom plus the descent stands on {@code baseline}. */
    private static Mark box(Field field, float x, float width, float baseline, Style style, Tag tag) {
        float bottom = baseline - style.descent();
        return new Mark.Box(field, x, bottom, width, style.ascent() + style.descent(), style, tag);
    }

    /** Centred lines under one another. */
    private final class Column {
        private final float x;
        private final float width;
        private final List<Mark> marks = new ArrayList<>();
        private float y;

        Column(float x, float width) {
            this.x = x;
            this.width = width;
        }

        /** Adds a text of one line or several and answers the width of its last line. */
        float add(String text, Style style) {
            Tag tag = root.child("P");
            float last = 0;
            for (Line line : setter.balancedLines(Inline.Text.plain(text), style, width)) {
                marks.add(setter.mark(line, x, width, y - style.ascent(), Alignment.CENTRED, tag));
                y -= style.leading();
                last = line.width();
            }
            return last;
        }

        void rule(float length) {
            float middle = x + width / 2;
            y -= RULE_DROP;
            marks.add(new Mark.Stroke(middle - length / 2, y, middle + length / 2, y, profile.ruleWeight()));
        }
    }
}
