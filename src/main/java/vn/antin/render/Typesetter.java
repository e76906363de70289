package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Inline;
import vn.antin.render.Format.Alignment;
import vn.antin.render.LineBreaker.Line;
import vn.antin.render.Mark.Span;

/** Sets running text into strips, one a line. */
final class Typesetter {
    /** Longer centred texts are no titles, and not worth the search. */
    private static final int MOST_BALANCED = 10;

    /** After so many halvings of the width the search is within a point. */
    private static final int HALVINGS = 9;

    /** How much longer than the other one of two lines may be, as part of both. */
    private static final float MOST_UNEQUAL = 0.5f;

    /** White over and under a rule. */
    private static final float RULE_DROP = 4;

    private final LayoutProfile profile;
    private final Typeface typeface;

    Typesetter(LayoutProfile profile, Typeface typeface) {
        this.profile = profile;
        this.typeface = typeface;
    }

    LayoutProfile profile() {
        return profile;
    }

    /** The same on paper that lies on its long side. */
    Typesetter turned() {
        return new Typesetter(profile.turned(), typeface);
    }

    float width(String text, Style style) {
        return typeface.width(text, style);
    }

    List<Words.Word> words(Inline.Text text, Style style) {
        return Words.of(text, style, typeface);
    }

    List<Line> lines(Inline.Text text, Style style, float width) {
        return LineBreaker.lines(words(text, style), width, width, typeface);
    }

    List<Line> lines(List<Words.Word> words, float width) {
        return LineBreaker.lines(words, width, width, typeface);
    }

    /** As few lines as {@code width} allows, of about one length: no scrap of a word or two under a full line. */
    List<Line> balancedLines(Inline.Text text, Style style, float width) {
        List<Words.Word> words = words(text, style);
        List<Line> lines = LineBreaker.lines(words, width, width, typeface);
        if (lines.size() == 1 || lines.size() > MOST_BALANCED) {
            return lines;
        }
        if (lines.size() == 2) {
            List<Line> afterPause = brokenAfterPause(words, width);
            if (afterPause.size() == 2) {
                return afterPause;
            }
        }
        float tooNarrow = width / 2;
        float enough = width;
        for (int halving = 0; halving < HALVINGS; halving++) {
            float tried = (tooNarrow + enough) / 2;
            List<Line> narrower = LineBreaker.lines(words, tried, tried, typeface);
            if (narrower.size() == lines.size()) {
                lines = narrower;
                enough = tried;
            } else {
                tooNarrow = tried;
            }
        }
        return lines;
    }

    /** Two lines that part after a comma or a dash, if neither is much the longer; else none. */
    private List<Line> brokenAfterPause(List<Words.Word> words, float width) {
        float all = lineWidth(words);
        List<Line> best = List.of();
        float leastDifference = all * MOST_UNEQUAL;
        for (int i = 1; i < words.size(); i++) {
            float first = lineWidth(words.subList(0, i));
            float difference = Math.abs(all - 2 * first);
            if (words.get(i - 1).plain().matches(".*[,;:–-]") && difference < leastDifference) {
                var lines = new ArrayList<>(LineBreaker.lines(words.subList(0, i), width, width, typeface));
                lines.addAll(LineBreaker.lines(words.subList(i, words.size()), width, width, typeface));
                if (lines.size() == 2) {
                    best = lines;
                    leastDifference = difference;
                }
            }
        }
        return best;
    }

    private static float lineWidth(List<Words.Word> words) {
        return (float) words.stream().mapToDouble(it -> it.width() + it.space()).sum();
    }

    /** Over the whole text width, first line indented, justified (II.6.e). */
    Format bodyText() {
        return new Format(
                Style.regular(profile.text()),
                Alignment.JUSTIFIED,
                profile.left(),
                profile.textWidth(),
                profile.firstIndent(),
                profile.paragraphGap(),
                profile.lineSpacing());
    }

    /** Centred over the whole text width. */
    Format centred(Style style, float gap) {
        return new Format(style, Alignment.CENTRED, profile.left(), profile.textWidth(), 0, gap);
    }

    List<Strip> paragraph(Inline.Text text, Format format, Tag tag) {
        return paragraph("", tag, text, format, tag);
    }

    /**
     * A paragraph behind a marker, which is set in {@code format}'s style and never parted from the first word. A page
     * break leaves at least two lines on either side.
     */
    List<Strip> paragraph(String marker, Tag markerTag, Inline.Text text, Format format, Tag tag) {
        Inline.Text label = Inline.Text.plain(marker.isEmpty() ? "" : marker + " ");
        float markerWidth = marker.isEmpty() ? 0 : width(label.plain(), format.style());
        float firstWidth = format.width() - format.firstIndent() - markerWidth;
        List<Line> lines = format.alignment() == Alignment.CENTRED
                ? balancedLines(text, format.style(), format.width())
                : LineBreaker.lines(words(text, format.style()), firstWidth, format.width(), typeface);
        var strips = new ArrayList<Strip>();
        for (int i = 0; i < lines.size(); i++) {
            var marks = new ArrayList<Mark>();
            float x = format.left();
            float width = format.width();
            if (i == 0) {
                x += format.firstIndent();
                if (!marker.isEmpty()) {
                    var span = new Span(label.plain(), format.style(), 0);
                    marks.add(new Mark.Text(List.of(span), x, -format.style().ascent(), 0, markerTag));
                    x += markerWidth;
                }
                width = firstWidth;
            }
            Line line = lines.get(i);
            marks.add(mark(line, x, width, -format.style().ascent(), format.alignment(), tag));
            boolean kept = i < lines.size() - 1 && (i == 0 || i == lines.size() - 2);
            strips.add(new Strip(
                    i == 0 ? format.gap() : 0, format.leading(), kept, line.notes(), marks, Strip.Seam.NONE, false));
        }
        return strips;
    }

    /** One line on the baseline {@code y}, within {@code width} from {@code x}. */
    Mark.Text mark(Line line, float x, float width, float y, Alignment alignment, Tag tag) {
        float slack = width - line.width();
        return switch (alignment) {
            case LEFT -> new Mark.Text(line.spans(), x, y, 0, tag);
            case RIGHT -> new Mark.Text(line.spans(), x + slack, y, 0, tag);
            case CENTRED -> new Mark.Text(line.spans(), x + slack / 2, y, 0, tag);
            case JUSTIFIED ->
                new Mark.Text(line.spans(), x, y, line.last() || line.spaces() == 0 ? 0 : slack / line.spaces(), tag);
        };
    }

    /** A rule under a centred line, {@code share} of its width (II.2.b, II.5.b). */
    Strip ruleUnder(float lineWidth, float share, float centre) {
        float half = lineWidth * share / 2;
        var rule = new Mark.Stroke(centre - half, -RULE_DROP, centre + half, -RULE_DROP, profile.ruleWeight());
        return Strip.of(0, 2 * RULE_DROP, List.of(rule));
    }

    static List<Strip> allKept(List<Strip> strips) {
        return strips.stream().map(Strip::keptWithNext).toList();
    }
}
