package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Refusal;

class InkReaderTests {
    @Test
    void takesABlueSignatureAndARedSealAndMeasuresTheirInk() {
        var signature = InkReader.read(InkSamples.blueSignature(), InkKind.SIGNATURE, 50);
        assertThat(signature.width()).isCloseTo(985, within(4));
        assertThat(signature.left()).isCloseTo(58, within(5));
        assertThat(signature.heightMillimetres())
                .isCloseTo(50.0 * signature.height() / signature.width(), within(1e-9));
        var seal = InkReader.read(InkSamples.redSeal(), InkKind.SEAL, 36);
        assertThat(seal.width()).isCloseTo(900, within(2));
        assertThat(seal.height()).isCloseTo(900, within(2));
    }

    @Test
    void refusesAGroundThatIsNotTransparent() {
        var white = new BufferedImage(1100, 460, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = white.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1100, 460);
        pen.drawImage(InkSamples.signature(Color.BLUE), 0, 0, null);
        pen.dispose();
        refused(InkSamples.png(white), InkKind.SIGNATURE, 50, "PICTURE_NOT_TRANSPARENT");
    }

    @Test
    void refusesInkOfTheWrongColour() {
        refused(InkSamples.png(InkSamples.signature(Color.BLACK)), InkKind.SIGNATURE, 50, "PICTURE_NOT_BLUE");
        refused(InkSamples.png(InkSamples.signature(Color.RED)), InkKind.SIGNATURE, 50, "PICTURE_NOT_BLUE");
        refused(InkSamples.png(InkSamples.seal(Color.BLUE)), InkKind.SEAL, 36, "PICTURE_NOT_RED");
        refused(InkSamples.png(InkSamples.seal(Color.GRAY)), InkKind.SEAL, 36, "PICTURE_NOT_RED");
        refused(
                InkSamples.png(new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB)),
                InkKind.SEAL,
                36,
                "PICTURE_NOT_RED");
    }

    @Test
    void refusesWhatIsNotRoundTooCoarseOrOfNoLikelySize() {
        refused(InkSamples.png(InkSamples.signature(Color.RED)), InkKind.SEAL, 36, "PICTURE_NOT_ROUND");
        refused(InkSamples.redSeal(), InkKind.SEAL, 60, "PICTURE_SIZE_UNLIKELY");
        refused(InkSamples.redSeal(), InkKind.SEAL, Double.MIN_VALUE, "PICTURE_SIZE_UNLIKELY");
        refused(InkSamples.blueSignature(), InkKind.SIGNATURE, 80, "PICTURE_SIZE_UNLIKELY");
        var half = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = half.createGraphics();
        pen.drawImage(InkSamples.seal(Color.RED), 0, 0, 400, 400, null);
        pen.dispose();
        refused(InkSamples.png(half), InkKind.SEAL, 36, "PICTURE_TOO_COARSE");
    }

    @Test
    void refusesOtherFormatsAndPicturesCutShort() {
        byte[] whole = InkSamples.redSeal();
        for (byte[] wrong : new byte[][] {
            {},
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(whole, 30),
            Arrays.copyOf(whole, whole.length / 2),
            InkSamples.png(new BufferedImage(500, 500, BufferedImage.TYPE_BYTE_GRAY)),
            InkSamples.png(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB)),
            InkSamples.png(new BufferedImage(500, 500, BufferedImage.TYPE_BYTE_INDEXED))
        }) {
            refused(wrong, InkKind.SEAL, 36, "PICTURE_UNREADABLE");
        }
        refused(new byte[5 * 1024 * 1024], InkKind.SEAL, 36, "PICTURE_TOO_LARGE");
    }

    @Test
    void aPictureThatWouldSwellIsRefusedByItsHeader() {
        refused(png(60_000, 60_000, new byte[0]), InkKind.SEAL, 36, "PICTURE_TOO_LARGE");
        // Its texts are not unpacked: 64 MB of nothing in 64 KB.
        byte[] text = new byte[64 << 20];
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        bomb.writeBytes(deflated(text));
        refused(png(10, 10, chunk("zTXt", bomb.toByteArray())), InkKind.SEAL, 36, "PICTURE_UNREADABLE");
    }

    @Test
    void everyChangedByteEndsInAPictureOrARefusal() {
        byte[] whole = InkSamples.redSeal();
        RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            for (int k = 0; k < 3; k++) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt();
            }
            try {
                assertThat(InkReader.read(changed, InkKind.SEAL, 36).width()).isPositive();
            } catch (Refusal refused) {
                assertThat(refused.reason()).isInstanceOf(AgencyReason.class);
            }
        }
    }

    private static void refused(byte[] file, InkKind kind, double millimetres, String reason) {
        assertThatThrownBy(() -> InkReader.read(file, kind, millimetres)).hasMessage("agency." + reason);
    }

    /** A PNG of colours with alpha whose pixels are missing. */
    private static byte[] png(int width, int height, byte[] chunks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        bytes.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array()));
        bytes.writeBytes(chunks);
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        var deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        byte[] room = new byte[data.length / 100];
        int length = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, length);
    }
}
