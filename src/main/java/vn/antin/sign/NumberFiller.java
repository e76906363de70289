package vn.antin.sign;

import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.antin.kernel.Content;

/** Enters number and date in their reserved fields: the one change that the signatory's certification permits. */
final class NumberFiller {
    /** Sizes where the field does not say (Decree 30/2020/NĐ-CP, annex I, part V, 3 and 4). */
    private static final float NUMBER_SIZE = 13;

    private static final float DATE_SIZE = 14;

    private NumberFiller() {}

    /** One incremental update that holds both. */
    static Content fill(Content signed, NumberLine line, String place) throws IOException {
        try (Typefaces faces = Typefaces.borrow();
                OpenForm form = OpenForm.of(signed)) {
            fill(form, OpenForm.NUMBER, line.number(), faces.upright(), NUMBER_SIZE);
            fill(form, OpenForm.DATE, line.placeAndDate(place), faces.italic(), DATE_SIZE);
            return form.appended();
        }
    }

    private static void fill(OpenForm form, String name, String value, TrueTypeFont face, float usualSize)
            throws IOException {
        COSDictionary field = form.unfilled(name);
        String text = Typefaces.drawable(face, value);
        float size = form.fontSize(field, usualSize);
        int quadding = form.quadding(field);
        field.setString(COSName.V, text);
        form.show(field, new Line(text, face, size, quadding));
    }

    /** One line of black text, centred in height, smaller only where it would not fit. */
    private record Line(String text, TrueTypeFont face, float size, int quadding) implements Drawing {
        @Override
        public void draw(PDDocument document, PDPageContentStream canvas, float width, float height)
                throws IOException {
            PDType0Font font = Typefaces.embedded(document, face);
            float natural = font.getStringWidth(text) / 1000 * size;
            float fitting = natural > width ? size * width / natural : size;
            float free = width - Math.min(natural, width);
            float unit = fitting / face.getUnitsPerEm();
            float ascent = face.getHorizontalHeader().getAscender() * unit;
            float descent = face.getHorizontalHeader().getDescender() * unit;
            canvas.beginMarkedContent(COSName.TX);
            canvas.beginText();
            canvas.setFont(font, fitting);
            canvas.newLineAtOffset(free * quadding / 2, (height - ascent - descent) / 2);
            canvas.showText(text);
            canvas.endText();
            canvas.endMarkedContent();
        }
    }
}
