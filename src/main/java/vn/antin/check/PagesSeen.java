package vn.antin.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import vn.antin.compose.Place;
import vn.antin.render.RenderedDocument;

/** Reads what is to be seen on finished pages: not what the renderer meant, but what a reader of the file gets. */
final class PagesSeen {
    private static final double MILLIMETRES = 25.4 / 72;

    /** A rule stands at most this far under its line. */
    private static final double RULE_REACH = 4;

    /** A page number stands in the top margin, where text never does: that is 20 mm at least (annex I, part I, I.3, I.7). */
    private static final double TOP_MARGIN = 18;

    /** Notes and recipients, the smallest text of all, are 11 points; a raised mark is much smaller. */
    private static final double SMALLEST_TEXT = 9;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern LOOK = Pattern.compile("/(\\S+) ([\\d.]+) Tf");
    /** Page numbers and box 11 stand in the margins themselves (annex I, part I, I.7 and IV). */
    private static final Set<Place.Part> OUTSIDE = Set.of(Place.Part.PAGE, Place.Part.MARKS);

    private static final Set<Place.Part> RULED = Set.of(
            Place.Part.NATIONAL_NAME, Place.Part.ISSUER, Place.Part.SUBJECT, Place.Part.ANNEX, Place.Part.CONTACT);

    private final List<Appearance.Seen> seen = new ArrayList<>();
    private final List<Appearance.Sheet> sheets = new ArrayList<>();
    private final Set<String> emptyFields = new HashSet<>();

    private PagesSeen() {}

    static Appearance of(RenderedDocument document) {
        try (var pdf = Loader.loadPDF(document.pdf().bytes())) {
            var ink = new InkReader();
            ink.read(pdf);
            var pages = new PagesSeen();
            pages.readFields(pdf);
            pages.place(ink, new Expected(document.meaning()), pdf);
            return new Appearance(Appearance.Origin.PAGES, pages.sheets, pages.seen, pages.emptyFields);
        } catch (IOException e) {
            throw new UncheckedIOException("The renderer's own pages cannot be read", e);
        }
    }

    /** A line and where it belongs, before the rule under it is known. */
    private record Placed(InkedLine line, Place place, boolean note) {}

    private void place(InkReader ink, Expected expected, PDDocument pdf) {
        var placed = new ArrayList<Placed>();
        for (InkedLine line : ink.lines()) {
            if (line.top() < TOP_MARGIN && DIGITS.matcher(line.text()).matches()) {
                placed.add(new Placed(line, Place.of(Place.Part.PAGE), false));
                continue;
            }
            // The mark before a footnote, or one that a line begins with.
            boolean mark =
                    line.size() < SMALLEST_TEXT && DIGITS.matcher(line.text()).matches();
            var match = mark ? null : expected.match(line.text());
            if (match != null) {
                add(placed, new Placed(line, match.place(), match.note()));
            }
        }
        for (Placed it : placed) {
            if (!it.note()) {
                seen.add(seen(it, ink.strokes()));
            }
        }
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            sheets.add(sheet(page, placed, pdf));
        }
    }

    private static void add(List<Placed> placed, Placed next) {
        Placed before = placed.isEmpty() ? null : placed.getLast();
        if (before != null
                && before.place().equals(next.place())
                && before.line().sameLineAs(next.line())) {
            placed.set(placed.size() - 1, new Placed(before.line().and(next.line()), before.place(), before.note()));
        } else {
            placed.add(next);
        }
    }

    private static Appearance.Seen seen(Placed it, List<InkedLine.Stroke> strokes) {
        InkedLine line = it.line();
        boolean over = it.place().part() == Place.Part.CONTACT;
        double rule = !RULED.contains(it.place().part())
                ? 0
                : strokes.stream()
                        .filter(stroke -> stroke.page() == line.page())
                        .filter(stroke -> over
                                ? stroke.y() < line.top() && stroke.y() > line.top() - RULE_REACH
                                : stroke.y() > line.baseline() && stroke.y() < line.baseline() + RULE_REACH)
                        .filter(stroke ->
                                Math.abs((stroke.left() + stroke.right()) / 2 - line.left() - line.width() / 2) < 2)
                        .mapToDouble(InkedLine.Stroke::length)
                        .findFirst()
                        .orElse(0);
        return new Appearance.Seen(
                it.place(),
                line.page(),
                line.text(),
                line.font(),
                line.size(),
                line.bold(),
                line.italic(),
                line.left(),
                line.top(),
                line.width(),
                rule);
    }

    /** The margins as the words keep them; a page without words of the document has none. */
    private static Appearance.Sheet sheet(int page, List<Placed> placed, PDDocument pdf) {
        var box = pdf.getPage(page - 1).getMediaBox();
        double width = box.getWidth() * MILLIMETRES;
        double height = box.getHeight() * MILLIMETRES;
        double top = Double.NaN;
        double bottom = Double.NaN;
        double left = Double.NaN;
        double right = Double.NaN;
        for (Placed it : placed) {
            InkedLine line = it.line();
            if (line.page() == page && !OUTSIDE.contains(it.place().part())) {
                top = least(top, line.top());
                bottom = least(bottom, height - line.bottom());
                left = least(left, line.left());
                right = least(right, width - line.right());
            }
        }
        return new Appearance.Sheet(page, width, height, top, bottom, left, right);
    }

    private static double least(double known, double next) {
        return Double.isNaN(known) ? next : Math.min(known, next);
    }

    /** What stands in the form's boxes; the date's line is seen though it is still blank. */
    private void readFields(PDDocument pdf) {
        var form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        form.getFieldTree().forEach(field -> {
            String value = field.getValueAsString();
            if (value.isEmpty()) {
                emptyFields.add(field.getFullyQualifiedName());
            }
            if (field instanceof PDTextField text
                    && field.getFullyQualifiedName().equals("ngay_van_ban")) {
                seen.add(date(text, value, pdf));
            }
        });
    }

    private static Appearance.Seen date(PDTextField field, String value, PDDocument pdf) {
        var box = field.getWidgets().getFirst().getRectangle();
        String look = field.getDefaultAppearance();
        var matcher = LOOK.matcher(look == null ? "" : look);
        boolean known = matcher.find();
        String font = known ? matcher.group(1) : "";
        double height = pdf.getPage(0).getMediaBox().getHeight();
        return new Appearance.Seen(
                Place.of(Place.Part.DATE),
                1,
                value,
                InkReader.family(font),
                known ? Double.parseDouble(matcher.group(2)) : 0,
                font.contains("Bold"),
                font.contains("Italic"),
                box.getLowerLeftX() * MILLIMETRES,
                (height - box.getUpperRightY()) * MILLIMETRES,
                box.getWidth() * MILLIMETRES,
                0);
    }
}
