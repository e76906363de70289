package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Inline;
import vn.antin.render.Mark.Span;
import vn.antin.render.Ties.Tie;
import vn.antin.render.Words.Word;

/** Fills lines with words, each as full as it goes; Vietnamese breaks at spaces only. */
final class LineBreaker {
    /** What floating-point sums may be off by, in points. */
    private static final float TOLERANCE = 0.01f;

    /** The most that spaces may grow for the sake of words that stay together: to four times their width. */
    private static final float MOST_STRETCH = 3;

    /** More words than these are no date and no reference. */
    private static final int MOST_TIED = 12;

    private final Typeface typeface;
    private final float width;
    private final List<Line> lines = new ArrayList<>();
    private final List<Word> open = new ArrayList<>();
    private float room;
    private float used;

    /**
     * One line's words.
     *
     * @param width in points, unstretched, without the space after the last word
     * @param spaces between its words
     * @param last whether the paragraph, or the part before a line break asked for, ends with it
     */
    record Line(List<Span> spans, List<Inline.Footnote> notes, float width, int spaces, boolean last) {}

    private LineBreaker(Typeface typeface, float firstWidth, float width) {
        this.typeface = typeface;
        this.room = firstWidth;
        this.width = width;
    }

    /** At least one line; {@code firstWidth} is what the first one has after indent and marker. */
    static List<Line> lines(List<Word> words, float firstWidth, float width, Typeface typeface) {
        var breaker = new LineBreaker(typeface, firstWidth, width);
        breaker.fill(words);
        return breaker.lines;
    }

    private void fill(List<Word> words) {
        int from = 0;
        var ties = new ArrayList<Tie>();
        while (from < words.size()) {
            int to = from + 1;
            ties.clear();
            while (to < words.size() && to - from < MOST_TIED) {
                Tie tie = Ties.after(words, to - 1);
                if (tie == Tie.NONE) {
                    break;
                }
                ties.add(tie);
                to++;
            }
            place(words.subList(from, to), ties);
            from = to;
        }
        if (!open.isEmpty() || lines.isEmpty()) {
            endLine(true);
        }
    }

    private void place(List<Word> tied, List<Tie> ties) {
        if (tied.size() > 1 && !fits(tied)) {
            if (widthOf(tied) > width || gapes(tied.get(1))) {
                int here = giveWay(tied, ties);
                tied.subList(0, here).forEach(this::place);
                endOpenLine();
                tied.subList(here, tied.size()).forEach(this::place);
                return;
            }
            endOpenLine();
        }
        tied.forEach(this::place);
    }

    private boolean fits(List<Word> words) {
        return open.isEmpty()
                ? widthOf(words) <= room + TOLERANCE
                : used + open.getLast().space() + widthOf(words) <= room + TOLERANCE;
    }

    /** Parting a date is the lesser evil when the justified line before it would gape. */
    private boolean gapes(Word second) {
        float slack = room - used;
        return !open.isEmpty()
                && !Ties.isDash(second)
                && slack > open.getFirst().space() * MOST_STRETCH * Math.max(1, open.size() - 1);
    }

    /** How many of the words still go on this line: up to the last loose tie that fits, else up to the last firm one. */
    private int giveWay(List<Word> tied, List<Tie> ties) {
        for (Tie way : List.of(Tie.LOOSE, Tie.FIRM)) {
            for (int here = tied.size() - 1; here > 0; here--) {
                if (ties.get(here - 1) == way && !Ties.isDash(tied.get(here)) && fits(tied.subList(0, here))) {
                    return here;
                }
            }
        }
        return 0;
    }

    private void endOpenLine() {
        if (!open.isEmpty()) {
            endLine(false);
        }
    }

    private static float widthOf(List<Word> words) {
        float width = 0;
        for (int i = 0; i < words.size(); i++) {
            width += words.get(i).width() + (i < words.size() - 1 ? words.get(i).space() : 0);
        }
        return width;
    }

    private void place(Word word) {
        float space = open.isEmpty() ? 0 : open.getLast().space();
        if (!open.isEmpty() && used + space + word.width() > room + TOLERANCE) {
            endLine(false);
            space = 0;
        }
        if (word.width() > room + TOLERANCE) {
            placeInPieces(word);
            return;
        }
        open.add(word);
        used += space + word.width();
        if (word.last()) {
            endLine(true);
        }
    }

    /** A word longer than a line, which only an address or an attack is, is broken between any two characters. */
    private void placeInPieces(Word word) {
        List<Span> piece = new ArrayList<>();
        float pieceWidth = 0;
        for (Span span : word.spans()) {
            int from = 0;
            for (int i = 0; i < span.text().length(); i++) {
                float letter = typeface.width(span.text().substring(i, i + 1), span.style());
                if (pieceWidth + letter > room + TOLERANCE && pieceWidth > 0) {
                    piece.add(new Span(span.text().substring(from, i), span.style(), span.rise()));
                    open.add(new Word(piece, List.of(), pieceWidth, 0, false));
                    used = pieceWidth;
                    endLine(false);
                    piece = new ArrayList<>();
                    pieceWidth = 0;
                    from = i;
                }
                pieceWidth += letter;
            }
            piece.add(new Span(span.text().substring(from), span.style(), span.rise()));
        }
        open.add(new Word(piece, word.notes(), pieceWidth, word.space(), word.last()));
        used = pieceWidth;
        if (word.last()) {
            endLine(true);
        }
    }

    private void endLine(boolean last) {
        var spans = new ArrayList<Span>();
        var notes = new ArrayList<Inline.Footnote>();
        for (int i = 0; i < open.size(); i++) {
            Word word = open.get(i);
            spans.addAll(word.spans());
            notes.addAll(word.notes());
            // The line's last word keeps its space too, though nobody sees it: who reads the text and not the
            // picture would else run two words together.
            if (word.space() > 0 && !(last && i == open.size() - 1)) {
                spans.add(new Span(" ", spaceStyle(word), 0));
            }
        }
        lines.add(new Line(joined(spans), List.copyOf(notes), used, Math.max(0, open.size() - 1), last));
        open.clear();
        used = 0;
        room = width;
    }

    private static Style spaceStyle(Word word) {
        for (Span span : word.spans().reversed()) {
            if (span.rise() == 0) {
                return span.style();
            }
        }
        return word.spans().getFirst().style();
    }

    /** Neighbours in one style become one span. */
    private static List<Span> joined(List<Span> spans) {
        var result = new ArrayList<Span>();
        var text = new StringBuilder();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            text.append(span.text());
            boolean goesOn = i + 1 < spans.size()
                    && spans.get(i + 1).style().equals(span.style())
                    && spans.get(i + 1).rise() == span.rise();
            if (!goesOn) {
                result.add(new Span(text.toString(), span.style(), span.rise()));
                text.setLength(0);
            }
        }
        return List.copyOf(result);
    }
}
