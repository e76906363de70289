package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.compose.Inline;
import vn.antin.kernel.Refusal;
import vn.antin.render.Mark.Span;

/** Fills pages with strips from top to bottom, and with the footnotes of those strips from the bottom up. */
final class PageFlow {
    /** From the upper edge of the paper to the page number, as in the Government's own templates. */
    private static final float NUMBER_TOP = LayoutProfile.mm(10);

    /** The rest of a long footnote leaves at least the remaining part of the next page to the text. */
    private static final float MOST_CARRIED = 0.6f;

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final Footnotes footnotes;
    private final List<Mark> firstFoot;
    private final int mostPages;
    private final List<Page> pages = new ArrayList<>();
    private List<Strip> carried = new ArrayList<>();
    private Sheet sheet;

    /**
     * @param firstFoot what stands at the foot of the first page besides text and footnotes
     * @param firstFootHeight the room it takes from the text there, in points
     */
    PageFlow(Typesetter setter, Footnotes footnotes, List<Mark> firstFoot, float firstFootHeight, int mostPages) {
        this.setter = setter;
        this.profile = setter.profile();
        this.footnotes = footnotes;
        this.firstFoot = firstFoot;
        this.mostPages = mostPages;
        this.sheet = new Sheet(profile.textHeight() - firstFootHeight);
    }

    List<Page> pages(List<Strip> strips) {
        int from = 0;
        while (from < strips.size()) {
            int to = from;
            while (to < strips.size() - 1 && strips.get(to).kept()) {
                to++;
            }
            place(strips.subList(from, to + 1));
            from = to + 1;
        }
        while (!carried.isEmpty()) {
            turn();
        }
        finish();
        return pages;
    }

    /** Puts strips that belong together on one page, unless no page could hold them. */
    private void place(List<Strip> together) {
        if (!sheet.isEmpty() && !sheet.fits(together) && new Sheet(profile.textHeight()).fits(together)) {
            turn();
        }
        for (Strip strip : together) {
            if (!sheet.isEmpty() && !sheet.fits(List.of(strip))) {
                turn();
            }
            sheet.add(strip);
        }
    }

    private void turn() {
        sheet.closeTable();
        finish();
        sheet = new Sheet(profile.textHeight());
        sheet.takeCarried();
    }

    private void finish() {
        if (pages.size() == mostPages) {
            throw new Refusal(RenderReason.TOO_MANY_PAGES, DocumentLayout.MOST_PAGES);
        }
        var marks = new ArrayList<>(sheet.marks());
        marks.addAll(pages.isEmpty() ? firstFoot : List.of(pageNumber(pages.size() + 1)));
        pages.add(new Page(marks));
    }

    /** Centred in the top margin, from page 2 on (I.7). */
    private Mark pageNumber(int number) {
        Style style = Style.regular(profile.pageNumber());
        String digits = Integer.toString(number);
        float x = profile.centre() - setter.width(digits, style) / 2;
        float y = profile.pageHeight() - NUMBER_TOP - style.ascent();
        return new Mark.Text(List.of(new Span(digits, style, 0)), x, y, 0, Tag.ARTIFACT);
    }

    private float noteHeight(List<Inline.Footnote> notes) {
        float height = 0;
        for (Inline.Footnote note : notes) {
            for (Strip line : footnotes.strips(note)) {
                height += line.gap() + line.height();
            }
        }
        return height;
    }

    /** The page being filled. */
    private final class Sheet {
        private final float capacity;
        private final List<Mark> text = new ArrayList<>();
        private final List<Mark> closing = new ArrayList<>();
        private final List<Strip> notes = new ArrayList<>();
        private float used;
        private float notesHeight;
        private List<Mark> seam = List.of();

        Sheet(float capacity) {
            this.capacity = capacity;
        }

        boolean isEmpty() {
            return used == 0;
        }

        boolean fits(List<Strip> strips) {
            float need = used + notesHeight;
            boolean begins = isEmpty();
            boolean anyNotes = !notes.isEmpty();
            for (Strip strip : strips) {
                need += begins ? repeatedHeight(strip) : strip.gap();
                need += strip.height() + noteHeight(strip.notes());
                if (!strip.notes().isEmpty()) {
                    // A note may not overtake one that is still waiting for its page.
                    if (!carried.isEmpty() && !begins) {
                        return false;
                    }
                    need += anyNotes ? 0 : Footnotes.RULE_HEIGHT;
                    anyNotes = true;
                }
                begins = false;
            }
            return need <= capacity;
        }

        private static float repeatedHeight(Strip strip) {
            return (float)
                    strip.seam().repeated().stream().mapToDouble(Strip::height).sum();
        }

        void add(Strip strip) {
            if (isEmpty()) {
                strip.seam().repeated().forEach(it -> draw(it, it.marks()));
                draw(strip.afterGap(0), strip.marks());
                float top = profile.pageHeight() - profile.top() - used + strip.height();
                strip.seam().over().forEach(it -> text.add(it.raised(top)));
            } else {
                draw(strip, strip.marks());
            }
            for (Inline.Footnote note : strip.notes()) {
                footnotes.strips(note).forEach(this::addNoteLine);
            }
        }

        private void draw(Strip strip, List<Mark> marks) {
            float top = profile.pageHeight() - profile.top() - used - strip.gap();
            List<Mark> target = strip.closing() ? closing : text;
            marks.forEach(it -> target.add(it.raised(top)));
            used += strip.gap() + strip.height();
            seam = strip.seam().under().stream().map(it -> it.raised(top)).toList();
        }

        void closeTable() {
            text.addAll(seam);
        }

        private void addNoteLine(Strip line) {
            float height = line.gap() + line.height() + (notes.isEmpty() ? Footnotes.RULE_HEIGHT : 0);
            if (!carried.isEmpty() || used + notesHeight + height > capacity) {
                carried.add(line);
            } else {
                notes.add(line);
                notesHeight += height;
            }
        }

        void takeCarried() {
            List<Strip> waiting = carried;
            carried = new ArrayList<>();
            for (Strip line : waiting) {
                if (notesHeight > capacity * MOST_CARRIED) {
                    carried.add(line);
                } else {
                    addNoteLine(line);
                }
            }
        }

        /** Everything on the page in reading order: text, then its footnotes, then recipients and signature. */
        List<Mark> marks() {
            var marks = new ArrayList<>(ReadingOrder.of(text));
            float y = profile.pageHeight() - profile.top() - capacity + notesHeight;
            if (!notes.isEmpty()) {
                marks.add(Footnotes.rule(profile, y));
                y -= Footnotes.RULE_HEIGHT;
            }
            for (Strip line : notes) {
                y -= line.gap();
                for (Mark mark : line.marks()) {
                    marks.add(mark.raised(y));
                }
                y -= line.height();
            }
            marks.addAll(closing);
            return marks;
        }
    }
}
