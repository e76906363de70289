package vn.antin.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.render.PageAsPicture;

/**
 * A scanner's PDF, taken apart: of each page the picture is kept, bit for bit. What is not seen (a reading machine's text,
 * annotations, metadata) is not taken over: a body must not seal what nobody has looked at.
 */
final class ScannedPdf {
    /** What of a page must be picture for it to be a scan. */
    private static final double LEAST_COVERED = 0.9;

    private static final COSName SMASK = COSName.SMASK;

    private ScannedPdf() {}

    /** Adds the file's pages. */
    static void add(Content pdf, boolean otherPaper, ScanFile scan, int mostPages) throws IOException {
        try (PDDocument source = Loader.loadPDF(pdf.bytes())) {
            if (source.isEncrypted()) {
                throw new Refusal(CopyReason.FILE_UNREADABLE);
            }
            if (ActiveContent.isIn(source)) {
                throw new Refusal(CopyReason.ACTIVE_CONTENT);
            }
            if (ActiveContent.maySwell(source)) {
                throw new Refusal(CopyReason.TOO_COMPLEX);
            }
            int pages = source.getNumberOfPages();
            if (pages == 0) {
                throw new Refusal(CopyReason.FILE_UNREADABLE);
            }
            if (scan.pages() + pages > mostPages) {
                throw new Refusal(CopyReason.TOO_MANY_PAGES, mostPages);
            }
            for (int i = 0; i < pages; i++) {
                add(source, i, otherPaper, scan);
            }
        }
    }

    private static void add(PDDocument source, int index, boolean otherPaper, ScanFile scan) throws IOException {
        PDPage page = source.getPage(index);
        int number = scan.pages() + 1;
        PageSeen seen = PageSeen.of(page);
        if (seen.covered() < LEAST_COVERED) {
            throw new Refusal(CopyReason.NOT_A_PICTURE, number);
        }
        PDRectangle box = page.getCropBox();
        int turned = Math.floorMod(page.getRotation(), 360);
        boolean onItsSide = turned % 180 != 0;
        float width = onItsSide ? box.getHeight() : box.getWidth();
        float height = onItsSide ? box.getWidth() : box.getHeight();
        int dpi = Integer.MAX_VALUE;
        boolean colour = false;
        for (PageSeen.Picture it : seen.pictures()) {
            SoundPicture.requireSize(it.image().getWidth(), it.image().getHeight(), number);
            dpi = Math.min(dpi, it.dpi());
            colour |= inColour(it.image());
        }
        var sheet = new Sheet(number, dpi, millimetres(width), millimetres(height), colour);
        sheet.require(otherPaper);
        if (seen.pictures().size() == 1
                && !seen.anythingElse()
                && seen.pictures().getFirst().image() instanceof PDImageXObject image
                && plain(image)) {
            scan.announce(image.getWidth(), image.getHeight());
            if (!SoundPicture.inPdf(image)) {
                throw new Refusal(CopyReason.FILE_UNREADABLE);
            }
            var place = PageAsPicture.upright(box, turned);
            place.concatenate(seen.pictures().getFirst().place().createAffineTransform());
            scan.add(sheet, taken(image, scan.document()), new Matrix(place), width, height);
        } else {
            scan.addAsItIs(sheet, source, index);
        }
    }

    private static boolean inColour(PDImage image) throws IOException {
        if (image.isStencil()) {
            return false;
        }
        PDColorSpace space = image.getColorSpace();
        return (space instanceof PDIndexed indexed ? indexed.getBaseColorSpace() : space).getNumberOfComponents() >= 3;
    }

    /** Whether the picture may stand in a PDF/A-2b as it is: three colours, one filter that PDF/A knows, no mask. */
    private static boolean plain(PDImageXObject image) throws IOException {
        COSStream stream = image.getCOSObject();
        boolean masked = stream.containsKey(SMASK) || stream.containsKey(COSName.MASK) || image.isStencil();
        if (masked || stream.containsKey(COSName.DECODE) || image.getBitsPerComponent() != 8) {
            return false;
        }
        PDColorSpace space = image.getColorSpace();
        boolean rgb =
                space instanceof PDDeviceRGB || (space instanceof PDICCBased && space.getNumberOfComponents() == 3);
        var filter = stream.getDictionaryObject(COSName.FILTER);
        boolean parametersInPlace =
                stream.getDictionaryObject(COSName.DECODE_PARMS) == null || COSName.FLATE_DECODE.equals(filter);
        return rgb && parametersInPlace && (COSName.DCT_DECODE.equals(filter) || COSName.FLATE_DECODE.equals(filter));
    }

    /** The same picture in another file, its data untouched. */
    private static PDImageXObject taken(PDImageXObject image, PDDocument target) throws IOException {
        COSStream from = image.getCOSObject();
        PDColorSpace space =
                image.getColorSpace() instanceof PDICCBased profiled ? profile(profiled, target) : PDDeviceRGB.INSTANCE;
        try (InputStream data = from.createRawInputStream()) {
            var taken = new PDImageXObject(
                    target,
                    data,
                    from.getDictionaryObject(COSName.FILTER),
                    image.getWidth(),
                    image.getHeight(),
                    image.getBitsPerComponent(),
                    space);
            if (from.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary parameters) {
                var numbers = new COSDictionary();
                for (COSName key : parameters.keySet()) {
                    if (parameters.getDictionaryObject(key) instanceof COSNumber number) {
                        numbers.setItem(key, number);
                    }
                }
                taken.getCOSObject().setItem(COSName.DECODE_PARMS, numbers);
            }
            return taken;
        }
    }

    private static PDColorSpace profile(PDICCBased from, PDDocument target) throws IOException {
        var profile = new PDICCBased(target);
        COSStream stream = profile.getPDStream().getCOSObject();
        try (InputStream data = from.getPDStream().createInputStream();
                OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            data.transferTo(out);
        }
        stream.setInt(COSName.N, 3);
        var array = (COSArray) profile.getCOSObject();
        return PDICCBased.create(array, null);
    }

    private static int millimetres(float points) {
        return Math.round(points * 25.4f / 72);
    }
}
