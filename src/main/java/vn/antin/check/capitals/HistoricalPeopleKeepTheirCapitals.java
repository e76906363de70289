package vn.antin.check.capitals;

/** What great people are called: Bác Hồ, Vua Hùng. */
public final class HistoricalPeopleKeepTheirCapitals extends PhraseRule {
    public HistoricalPeopleKeepTheirCapitals() {
        super("II.1.b", "Tên gọi nhân vật lịch sử", "people");
    }
}
