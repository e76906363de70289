package vn.antin.render;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.openpdf.text.pdf.PdfContentByte;

/** Paints a QR code as squares, sharp at any size. */
final class QrCode {
    /** White modules on each side (ISO/IEC 18004, 9.1). */
    private static final int QUIET = 4;

    private QrCode() {}

    static void paint(Mark.Qr qr, PdfContentByte canvas) {
        ByteMatrix modules = encode(qr.content());
        int across = modules.getWidth();
        float module = qr.side() / (across + 2 * QUIET);
        for (int row = 0; row < across; row++) {
            int from = 0;
            while (from < across) {
                int to = from;
                while (to < across && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    float y = qr.y() + qr.side() - (QUIET + row + 1) * module;
                    canvas.rectangle(qr.x() + (QUIET + from) * module, y, (to - from) * module, module);
                }
                from = to + 1;
            }
        }
        canvas.fill();
    }

    private static ByteMatrix encode(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("The public address is too long for a QR code", e);
        }
    }
}
