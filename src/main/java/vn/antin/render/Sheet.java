package vn.antin.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import vn.antin.compose.Inline;

/**
 * The page being filled: text from above, its footnotes from below. A note that does not fit whole goes on at the foot of
 * the next page, at least two lines of it on either; so does a merged cell, on top.
 */
final class Sheet {
    /** Lines of a parted note that stand together on either page. */
    private static final int FEWEST_NOTE_LINES = 2;

    /** The rest of a long footnote leaves at least the remaining part of the next page to the text. */
    private static final float MOST_CARRIED = 0.6f;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Footnotes footnotes;
    private final float capacity;
    private final List<Mark> text = new ArrayList<>();
    private final List<Mark> closing = new ArrayList<>();
    private final List<Strip> notes = new ArrayList<>();
    private final Deque<List<Strip>> carried = new ArrayDeque<>();
    private final IdentityHashMap<MergedCell, Part> parts = new IdentityHashMap<>();
    /** How many lines of a merged cell stand on pages before. */
    private final IdentityHashMap<MergedCell, Integer> begun = new IdentityHashMap<>();

    private float used;
    private float notesHeight;
    private List<Mark> seam = List.of();

    /** The part of a merged cell on this page; {@code at}: before which mark of the text it is read. */
    private static final class Part {
        private final int at;
        private final int from;
        private final float top;
        private float bottom;
        private boolean ends;

        Part(int at, int from, float top) {
            this.at = at;
            this.from = from;
            this.top = top;
        }
    }

    /** @param capacity height for text and notes, in points */
    Sheet(Typesetter setter, Footnotes footnotes, float capacity) {
        this.setter = setter;
        this.profile = setter.profile();
        this.footnotes = footnotes;
        this.capacity = capacity;
    }

    /**
     * The page after this one, which must be finished: with what of notes and merged cells goes on there.
     *
     * @param text whether text follows, for which room is left
     */
    Sheet next(boolean text) {
        var next = new Sheet(setter, footnotes, profile.textHeight());
        next.begun.putAll(begun);
        for (List<Strip> note : carried) {
            next.addNote(note, text ? next.capacity * MOST_CARRIED : next.capacity);
        }
        return next;
    }

    boolean hasText() {
        return used > 0;
    }

    boolean isBlank() {
        return used == 0 && notes.isEmpty();
    }

    /** Whether notes are still to be placed. */
    boolean carries() {
        return !carried.isEmpty();
    }

    boolean fits(List<Strip> strips) {
        float need = used + notesHeight;
        boolean begins = !hasText();
        boolean anyNotes = !notes.isEmpty();
        float spared = 0;
        for (Strip strip : strips) {
            need += begins ? repeatedHeight(strip) : strip.gap();
            need += strip.height();
            for (Inline.Footnote note : strip.notes()) {
                // A note may not overtake one that is still waiting for its page.
                if (carries() && !begins) {
                    return false;
                }
                need += anyNotes ? 0 : Footnotes.RULE_HEIGHT;
                anyNotes = true;
                List<Strip> lines = footnotes.strips(note);
                need += height(lines);
                spared = mayPart(lines) ? height(lines) - height(lines.subList(0, FEWEST_NOTE_LINES)) : 0;
            }
            begins = false;
        }
        return need - spared <= capacity;
    }

    private static boolean mayPart(List<Strip> note) {
        return note.size() >= 2 * FEWEST_NOTE_LINES;
    }

    private static float height(List<Strip> strips) {
        float height = 0;
        for (Strip strip : strips) {
            height += strip.gap() + strip.height();
        }
        return height;
    }

    private static float repeatedHeight(Strip strip) {
        return height(strip.seam().repeated());
    }

    /** Adds strips that fit, then their notes. */
    void add(List<Strip> strips) {
        strips.forEach(this::add);
        for (Strip strip : strips) {
            for (Inline.Footnote note : strip.notes()) {
                addNote(footnotes.strips(note), capacity);
            }
        }
    }

    private void add(Strip strip) {
        if (hasText()) {
            draw(strip);
            return;
        }
        strip.seam().repeated().forEach(this::draw);
        draw(strip.afterGap(0));
        float top = profile.pageHeight() - profile.top() - used + strip.height();
        strip.seam().over().forEach(it -> text.add(it.raised(top)));
    }

    private void draw(Strip strip) {
        float top = profile.pageHeight() - profile.top() - used - strip.gap();
        strip.seam().merged().stream().filter(it -> !it.begins()).forEach(it -> cover(it, top, strip.height()));
        List<Mark> target = strip.closing() ? closing : text;
        strip.marks().forEach(it -> target.add(it.raised(top)));
        strip.seam().merged().stream().filter(MergedCell.Cover::begins).forEach(it -> cover(it, top, strip.height()));
        used += strip.gap() + strip.height();
        seam = strip.seam().under().stream().map(it -> it.raised(top)).toList();
    }

    private void cover(MergedCell.Cover cover, float top, float height) {
        if (cover.begins()) {
            begun.remove(cover.cell());
            parts.remove(cover.cell());
        }
        Part part = parts.computeIfAbsent(cover.cell(), it -> new Part(text.size(), begun.getOrDefault(it, 0), top));
        part.bottom = top - height;
        part.ends = cover.ends();
    }

    private void addNote(List<Strip> lines, float most) {
        float room = Math.min(most, capacity - used) - notesHeight - (notes.isEmpty() ? Footnotes.RULE_HEIGHT : 0);
        int fitting = 0;
        while (!carries() && fitting < lines.size()) {
            Strip line = lines.get(fitting);
            room -= line.gap() + line.height();
            if (room < 0) {
                break;
            }
            fitting++;
        }
        if (fitting < lines.size()) {
            fitting = Math.min(fitting, lines.size() - FEWEST_NOTE_LINES);
            fitting = fitting < FEWEST_NOTE_LINES ? 0 : fitting;
        }
        if (fitting > 0) {
            notesHeight += height(lines.subList(0, fitting)) + (notes.isEmpty() ? Footnotes.RULE_HEIGHT : 0);
            notes.addAll(lines.subList(0, fitting));
        }
        if (fitting < lines.size()) {
            carried.add(lines.subList(fitting, lines.size()));
        }
    }

    /** Closes a table that goes on on the next page. */
    void closeTable() {
        text.addAll(seam);
    }

    /** Everything on the page in reading order: text, then its footnotes, then recipients and signature, then lines. */
    List<Mark> marks() {
        placeMerged();
        List<Mark> all = new ArrayList<>(ReadingOrder.of(text));
        float y = profile.pageHeight() - profile.top() - capacity + notesHeight;
        if (!notes.isEmpty()) {
            all.add(Footnotes.rule(profile, y));
            y -= Footnotes.RULE_HEIGHT;
        }
        for (Strip line : notes) {
            y -= line.gap();
            for (Mark mark : line.marks()) {
                all.add(mark.raised(y));
            }
            y -= line.height();
        }
        all.addAll(closing);
        return Strokes.joined(all);
    }

    private void placeMerged() {
        record Placed(int at, List<Mark> marks) {}
        var placed = new ArrayList<Placed>();
        parts.forEach((cell, part) -> {
            int to = part.from + cell.fitting(part.from, part.top - part.bottom, part.ends);
            placed.add(new Placed(part.at, cell.marks(part.from, to, part.top, part.bottom, setter)));
            begun.put(cell, to);
            if (part.ends) {
                begun.remove(cell);
            }
        });
        placed.sort(Comparator.comparingInt(Placed::at).reversed());
        placed.forEach(it -> text.addAll(it.at(), it.marks()));
    }
}
