package vn.antin.check.capitals;

/** A historical event: Cách mạng tháng Tám. */
public final class EventsKeepTheirCapitals extends PhraseRule {
    public EventsKeepTheirCapitals() {
        super("V.9", "Tên sự kiện lịch sử, triều đại", "events");
    }
}
