package vn.antin.check.capitals;

/** A festival: tết Nguyên đán; only its name begins with a capital. */
public final class FestivalsKeepTheirCapitals extends PhraseRule {
    public FestivalsKeepTheirCapitals() {
        super("V.8.b", "Tên ngày tết", "festivals");
    }
}
