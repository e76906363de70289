package vn.antin.easel;

/**
 * A page as a picture.
 *
 * @param width pixels
 * @param height pixels
 * @param png the picture; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are shown, never compared.
public record Picture(int width, int height, byte[] png) {
    static final int WIDEST = 1000;
    static final int HIGHEST = 1600;
    /** Bytes: every pixel different from the one before. */
    static final int LARGEST = WIDEST * HIGHEST * 3 + (1 << 18);

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    public Picture {
        boolean named = png.length > SIGNATURE.length
                && java.util.Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        if (!named || png.length > LARGEST || width < 1 || height < 1 || width > HIGHEST || height > HIGHEST) {
            throw new IllegalArgumentException("No picture of a page");
        }
    }
}
