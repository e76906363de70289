package vn.antin.check.capitals;

/** A foreign body's translated name follows the same rule: Liên hợp quốc. */
public final class ForeignOrganisationsKeepTheirCapitals extends PhraseRule {
    public ForeignOrganisationsKeepTheirCapitals() {
        super("IV.2.a", "Tên tổ chức quốc tế", "foreignOrganisations");
    }
}
