package vn.antin.sign;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** What a field shows, drawn from its lower left corner; points. */
interface Drawing {
    /** An empty place. */
    Drawing NOTHING = (document, canvas, width, height) -> {};

    void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException;
}
