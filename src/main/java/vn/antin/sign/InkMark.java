package vn.antin.sign;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import vn.antin.agency.InkPicture;

/**
 * The picture of a signature or seal in its true size, never scaled (Decree 30/2020/NĐ-CP, annex I, part I, II.7.d and
 * II.8.a). Where it does not fit the box that was reserved before the picture was given, the drawn mark stands instead.
 *
 * @param place where in the box the ink goes
 * @param drawn what is shown without a picture
 * @param over what is drawn over the picture
 */
record InkMark(InkPicture ink, Place place, Drawing drawn, Drawing over) implements Drawing {
    /** Points; the renderer's boxes are exact to a hundredth. */
    private static final float TOLERANCE = 0.5f;

    /** The document names the picture it shows by its digest. */
    private static final String NAME = "Picture-SHA256-";

    enum Place {
        /** A signature stands centred between post and name. */
        CENTRED,
        /** A seal reaches with its right edge to a third of the signature. */
        RIGHT
    }

    @Override
    public void draw(PDDocument document, PDPageContentStream canvas, float width, float height) throws IOException {
        float inkWidth = points(ink.widthMillimetres());
        float inkHeight = points(ink.heightMillimetres());
        if (inkWidth > width + TOLERANCE || inkHeight > height + TOLERANCE) {
            drawn.draw(document, canvas, width, height);
            return;
        }
        float left = place == Place.CENTRED ? (width - inkWidth) / 2 : width - inkWidth;
        float bottom = (height - inkHeight) / 2;
        float pixel = inkWidth / ink.width();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ink.png().bytes()));
        // In a form of its own, because that one may be compressed while the field's may not change its keys.
        var picture = new PDAppearanceStream(document);
        picture.setBBox(new PDRectangle(width, height));
        var resources = new PDResources();
        picture.setResources(resources);
        var pixels = LosslessFactory.createFromImage(document, image);
        resources.put(COSName.getPDFName(NAME + ink.png().digest()), pixels);
        try (var layer = new PDPageContentStream(
                document, picture, picture.getCOSObject().createOutputStream(COSName.FLATE_DECODE))) {
            layer.drawImage(
                    pixels,
                    left - ink.left() * pixel,
                    bottom - (image.getHeight() - ink.top() - ink.height()) * pixel,
                    image.getWidth() * pixel,
                    image.getHeight() * pixel);
        }
        canvas.drawForm(picture);
        over.draw(document, canvas, width, height);
    }

    private static float points(double millimetres) {
        return (float) (millimetres * 72 / 25.4);
    }
}
