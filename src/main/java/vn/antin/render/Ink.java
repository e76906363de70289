package vn.antin.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes words and rules on a page that another hand has made. */
final class Ink {
    private final PDDocument document;
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);

    private Ink(PDDocument document) {
        this.document = document;
    }

    /** Over what stands there, in black. */
    static void on(PDDocument document, PDPage page, List<Mark> marks) throws IOException {
        var ink = new Ink(document);
        try (var canvas = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            for (Mark mark : marks) {
                switch (mark) {
                    case Mark.Text text -> ink.write(text, canvas);
                    case Mark.Stroke stroke -> {
                        canvas.setLineWidth(stroke.weight());
                        canvas.moveTo(stroke.x1(), stroke.y1());
                        canvas.lineTo(stroke.x2(), stroke.y2());
                        canvas.stroke();
                    }
                    default -> throw new IllegalArgumentException("Only words and rules are written by hand");
                }
            }
        }
    }

    private void write(Mark.Text text, PDPageContentStream canvas) throws IOException {
        canvas.beginText();
        canvas.newLineAtOffset(text.x(), text.y());
        for (Mark.Span span : text.spans()) {
            canvas.setFont(font(span.style().face()), span.style().size());
            canvas.showText(span.text());
        }
        canvas.endText();
    }

    private PDType0Font font(Face face) throws IOException {
        PDType0Font known = fonts.get(face);
        if (known == null) {
            String name = switch (face) {
                case REGULAR -> "Tinos-Regular";
                case BOLD -> "Tinos-Bold";
                case ITALIC -> "Tinos-Italic";
                case BOLD_ITALIC -> "Tinos-BoldItalic";
            };
            try (InputStream in = Ink.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("The font is missing from the application: " + name);
                }
                known = PDType0Font.load(document, in, true);
            }
            fonts.put(face, known);
        }
        return known;
    }
}
