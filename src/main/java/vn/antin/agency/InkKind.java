package vn.antin.agency;

/** What a picture shows, and what the decree and good sense ask of it. */
enum InkKind {
    /** Blue (annex I, part I, II.7.d); not larger than the room between post and name, 60 × 30 mm. */
    SIGNATURE(15, 60, 30),
    /** Red (II.8.a). Round seals of bodies measure from some 20 to 45 mm; each body types its own diameter. */
    SEAL(20, 45, 45);

    private final double narrowest;
    private final double widest;
    private final double highest;

    InkKind(double narrowest, double widest, double highest) {
        this.narrowest = narrowest;
        this.widest = widest;
        this.highest = highest;
    }

    /** Whether that is a size on paper such things have, in millimetres. */
    boolean takes(double width, double height) {
        return width >= narrowest && width <= widest && height <= highest;
    }

    /** Whether that is its colour; hue and saturation as {@link java.awt.Color#RGBtoHSB} has them. */
    boolean inks(float hue, float saturation) {
        return switch (this) {
            case SIGNATURE -> hue >= 190 / 360f && hue <= 275 / 360f && saturation >= 0.25f;
            case SEAL -> (hue <= 20 / 360f || hue >= 335 / 360f) && saturation >= 0.35f;
        };
    }
}
