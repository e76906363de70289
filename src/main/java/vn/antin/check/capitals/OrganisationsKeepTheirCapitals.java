package vn.antin.check.capitals;

/** The kind of a body and its field begin with capitals: Bộ Giáo dục và Đào tạo. */
public final class OrganisationsKeepTheirCapitals extends PhraseRule {
    public OrganisationsKeepTheirCapitals() {
        super("IV.1", "Tên cơ quan, tổ chức", "organisations");
    }
}
