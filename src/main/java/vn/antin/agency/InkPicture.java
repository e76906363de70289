package vn.antin.agency;

import vn.antin.kernel.Content;

/**
 * The picture of a signature or seal in its true size (Decree 30/2020/NĐ-CP, annex I, part I, II.7.d and II.8.a).
 *
 * @param png as it was given, with a transparent ground
 * @param left of what is inked, pixels from the picture's left edge
 * @param top of what is inked, pixels from the picture's upper edge
 * @param width of what is inked, pixels
 * @param height of what is inked, pixels
 * @param widthMillimetres of what is inked, on paper; never scaled to fit anything
 */
public record InkPicture(Content png, int left, int top, int width, int height, double widthMillimetres) {
    public InkPicture {
        if (left < 0 || top < 0 || width < 1 || height < 1 || !(widthMillimetres > 0)) {
            throw new IllegalArgumentException("A picture has ink of some size on it");
        }
    }

    /** Pixels are square. */
    public double heightMillimetres() {
        return widthMillimetres * height / width;
    }
}
