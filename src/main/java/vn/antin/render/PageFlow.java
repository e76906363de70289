package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import vn.antin.kernel.Refusal;
import vn.antin.render.Mark.Span;

/** Fills pages with strips from top to bottom, and with the footnotes of those strips from the bottom up. */
final class PageFlow {
    /** From the upper edge of the paper to the page number, as in the Government's own templates. */
    private static final float NUMBER_TOP = LayoutProfile.mm(10);

    private final Typesetter setter;
    private final LayoutProfile profile;
    private final List<Mark> firstFoot;
    private final int mostPages;
    private final List<Page> pages = new ArrayList<>();
    private final Sheet fresh;
    private Sheet sheet;

    /**
     * @param firstFoot what stands at the foot of the first page besides text and footnotes
     * @param firstFootHeight the room it takes from the text there, in points
     */
    PageFlow(Typesetter setter, Footnotes footnotes, List<Mark> firstFoot, float firstFootHeight, int mostPages) {
        this.setter = setter;
        this.profile = setter.profile();
        this.firstFoot = firstFoot;
        this.mostPages = mostPages;
        this.fresh = new Sheet(setter, footnotes, profile.textHeight());
        this.sheet = new Sheet(setter, footnotes, profile.textHeight() - firstFootHeight);
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
        while (sheet.carries()) {
            turn(false);
        }
        finish();
        return pages;
    }

    /** Puts strips that belong together on one page, unless no page could hold them. */
    private void place(List<Strip> together) {
        if (!turnedFor(together) && !sheet.fits(together)) {
            for (Strip strip : together) {
                if (!turnedFor(List.of(strip)) && sheet.hasText() && !sheet.fits(List.of(strip))) {
                    turn(true);
                }
                sheet.add(List.of(strip));
            }
        } else {
            sheet.add(together);
        }
    }

    /** Begins new pages until the strips fit, if they would fit any. */
    private boolean turnedFor(List<Strip> strips) {
        boolean turned = false;
        while (!sheet.isBlank() && !sheet.fits(strips) && fresh.fits(strips)) {
            turn(true);
            turned = true;
        }
        return turned;
    }

    private void turn(boolean text) {
        sheet.closeTable();
        finish();
        sheet = sheet.next(text);
    }

    private void finish() {
        if (pages.size() == mostPages) {
            throw new Refusal(RenderReason.TOO_MANY_PAGES, DocumentLayout.MOST_PAGES);
        }
        var marks = new ArrayList<>(sheet.marks());
        marks.addAll(pages.isEmpty() ? firstFoot : List.of(pageNumber(pages.size() + 1)));
        pages.add(new Page(profile.pageWidth(), profile.pageHeight(), marks));
    }

    /** Centred in the top margin, from page 2 on (I.7). */
    private Mark pageNumber(int number) {
        Style style = Style.regular(profile.pageNumber());
        String digits = Integer.toString(number);
        float x = profile.centre() - setter.width(digits, style) / 2;
        float y = profile.pageHeight() - NUMBER_TOP - style.ascent();
        return new Mark.Text(List.of(new Span(digits, style, 0)), x, y, 0, Tag.ARTIFACT);
    }
}
