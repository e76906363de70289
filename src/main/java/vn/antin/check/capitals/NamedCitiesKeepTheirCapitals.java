package vn.antin.check.capitals;

/** Two places whose common noun has a capital: Thủ đô Hà Nội, Thành phố Hồ Chí Minh. */
public final class NamedCitiesKeepTheirCapitals extends PhraseRule {
    public NamedCitiesKeepTheirCapitals() {
        super("III.1.c", "Tên địa lý viết hoa đặc biệt", "places");
    }
}
