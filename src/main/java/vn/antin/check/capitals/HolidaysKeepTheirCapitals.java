package vn.antin.check.capitals;

/** A holiday: ngày Quốc khánh, ngày Nhà giáo Việt Nam. */
public final class HolidaysKeepTheirCapitals extends PhraseRule {
    public HolidaysKeepTheirCapitals() {
        super("V.5", "Tên ngày lễ, ngày kỷ niệm", "holidays");
    }
}
