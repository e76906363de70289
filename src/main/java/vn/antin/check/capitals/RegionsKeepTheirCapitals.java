package vn.antin.check.capitals;

/** A region made of directions: Tây Bắc, Nam Bộ, Tây Nguyên. */
public final class RegionsKeepTheirCapitals extends PhraseRule {
    public RegionsKeepTheirCapitals() {
        super("III.1.đ", "Tên vùng, miền", "regions");
    }
}
