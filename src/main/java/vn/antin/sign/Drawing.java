package vn.antin.sign;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** What a field shows, drawn from its lower left corner; points. */
interface Drawing {
    void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException;
}
