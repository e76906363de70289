package vn.antin.check.capitals;

/** An honour: Nhà giáo Ưu tú, Huân chương Lao động. */
public final class HonoursKeepTheirCapitals extends PhraseRule {
    public HonoursKeepTheirCapitals() {
        super("V.2", "Tên danh hiệu, huân chương", "honours");
    }
}
