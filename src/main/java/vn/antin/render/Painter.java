package vn.antin.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfTextArray;
import org.openpdf.text.pdf.PdfWriter;
import vn.antin.render.Mark.Span;

/** Paints the marks of pages into the content streams, every one inside marked content (ISO 14289-1, 7.1). */
final class Painter {
    private static final PdfName ARTIFACT = new PdfName("Artifact");

    /** Neighbouring lines share one sequence, apart from page numbers. */
    private static final Tag LINES = Tag.ARTIFACT.child("Artifact");

    private final PdfWriter writer;
    private final Typeface typeface;
    private final Structure structure;
    private final FormFields fields;
    private @Nullable Tag open;

    Painter(PdfWriter writer, Typeface typeface) {
        this.writer = writer;
        this.typeface = typeface;
        this.structure = new Structure(writer);
        this.fields = new FormFields(writer, structure);
    }

    void paint(Page page) throws IOException {
        PdfContentByte canvas = writer.getDirectContent();
        for (int i = 0; i < page.marks().size(); i++) {
            switch (page.marks().get(i)) {
                case Mark.Text text -> {
                    Mark next = i + 1 < page.marks().size() ? page.marks().get(i + 1) : null;
                    boolean goesOn = next instanceof Mark.Text it && it.tag() == text.tag();
                    if (startsWithReference(text)) {
                        begin(text.tag(), "Pagination", canvas);
                    }
                    for (Mark.Text piece : pieces(goesOn ? spaced(text) : text)) {
                        begin(piece.tag(), "Pagination", canvas);
                        show(piece, canvas);
                    }
                }
                case Mark.Stroke stroke -> {
                    begin(LINES, "Layout", canvas);
                    draw(stroke, canvas);
                }
                case Mark.Stamp stamp -> stamp(stamp, canvas);
                case Mark.Qr qr -> {
                    begin(qr.tag(), "Page", canvas);
                    QrCode.paint(qr, canvas);
                }
                case Mark.Box box -> {
                    end(canvas);
                    fields.add(box);
                }
            }
        }
        end(canvas);
    }

    /** A line that ends without a space would run into the next one of its element, for who reads the text and not the page. */
    private static Mark.Text spaced(Mark.Text text) {
        if (text.spans().isEmpty() || text.spans().getLast().text().endsWith(" ")) {
            return text;
        }
        var spans = new ArrayList<>(text.spans());
        spans.add(new Span(" ", text.spans().getLast().style(), 0));
        return new Mark.Text(spans, text.x(), text.y(), text.stretch(), text.tag());
    }

    /** Text comes first in every element that holds both, be it none. */
    private boolean startsWithReference(Mark.Text text) {
        return !text.tag().isArtifact()
                && !text.spans().isEmpty()
                && text.spans().getFirst().rise() > 0
                && !structure.hasText(text.tag());
    }

    /** To be called when all pages are painted. */
    void finish() throws IOException {
        structure.finish();
    }

    /** Marks of footnotes are elements of their own: a reference in the text, a label in the note (ISO 32000-1, 14.8.4.4). */
    private List<Mark.Text> pieces(Mark.Text text) {
        if (text.tag().isArtifact() || text.spans().stream().allMatch(it -> it.rise() == 0)) {
            return List.of(text);
        }
        var pieces = new ArrayList<Mark.Text>();
        float x = text.x();
        int from = 0;
        for (int to = 1; to <= text.spans().size(); to++) {
            boolean raised = text.spans().get(from).rise() > 0;
            if (to == text.spans().size() || raised || text.spans().get(to).rise() > 0) {
                List<Span> spans = text.spans().subList(from, to);
                Tag tag = raised
                        ? text.tag().amongText(text.tag().role().equals("Note") ? "Lbl" : "Reference")
                        : text.tag();
                pieces.add(new Mark.Text(spans, x, text.y(), text.stretch(), tag));
                for (Span span : spans) {
                    long spaces = span.text().chars().filter(it -> it == ' ').count();
                    x += typeface.width(span.text(), span.style()) + spaces * text.stretch();
                }
                from = to;
            }
        }
        return pieces;
    }

    /** Neighbouring marks of one element share one sequence. */
    private void begin(Tag tag, String artifactType, PdfContentByte canvas) {
        if (tag == open) {
            return;
        }
        end(canvas);
        if (tag.isArtifact()) {
            var properties = new PdfDictionary();
            properties.put(PdfName.TYPE, new PdfName(artifactType));
            canvas.beginMarkedContentSequence(ARTIFACT, properties, true);
        } else {
            canvas.beginMarkedContentSequence(structure.element(tag));
        }
        open = tag;
    }

    private void end(PdfContentByte canvas) {
        if (open != null) {
            canvas.endMarkedContentSequence();
            open = null;
        }
    }

    private void show(Mark.Text text, PdfContentByte canvas) {
        canvas.beginText();
        canvas.setTextMatrix(text.x(), text.y());
        for (Span span : text.spans()) {
            canvas.setFontAndSize(
                    typeface.font(span.style().face()), span.style().size());
            canvas.setTextRise(span.rise());
            canvas.showText(stretched(span, text.stretch()));
        }
        canvas.setTextRise(0);
        canvas.endText();
    }

    /** Word spacing does not apply to two-byte codes (ISO 32000-1, 9.3.3), so each space is widened by hand. */
    private static PdfTextArray stretched(Span span, float stretch) {
        var array = new PdfTextArray();
        if (stretch == 0) {
            array.add(span.text());
            return array;
        }
        float shift = -stretch * 1000 / span.style().size();
        int from = 0;
        for (int space = span.text().indexOf(' ');
                space >= 0;
                space = span.text().indexOf(' ', from)) {
            array.add(span.text().substring(from, space + 1));
            array.add(shift);
            from = space + 1;
        }
        array.add(span.text().substring(from));
        return array;
    }

    /** The frame is drawn, the words are text. */
    private void stamp(Mark.Stamp stamp, PdfContentByte canvas) {
        begin(Tag.ARTIFACT, "Layout", canvas);
        canvas.saveState();
        if (stamp.ink() == Mark.Ink.RED) {
            canvas.setRGBColorStroke(255, 0, 0);
        }
        canvas.setLineWidth(stamp.weight());
        canvas.rectangle(stamp.x(), stamp.y(), stamp.width(), stamp.height());
        canvas.stroke();
        canvas.restoreState();
        end(canvas);
        begin(stamp.tag(), "Layout", canvas);
        canvas.saveState();
        if (stamp.ink() == Mark.Ink.RED) {
            canvas.setRGBColorFill(255, 0, 0);
        }
        show(new Mark.Text(List.of(stamp.words()), stamp.textX(), stamp.baseline(), 0, stamp.tag()), canvas);
        canvas.restoreState();
        end(canvas);
    }

    private static void draw(Mark.Stroke stroke, PdfContentByte canvas) {
        canvas.setLineWidth(stroke.weight());
        canvas.moveTo(stroke.x1(), stroke.y1());
        canvas.lineTo(stroke.x2(), stroke.y2());
        canvas.stroke();
    }
}
