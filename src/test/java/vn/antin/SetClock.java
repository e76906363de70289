package vn.antin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands still until it is set. */
public final class SetClock extends Clock {
    private volatile Instant now;

    public SetClock(LocalDate day) {
        this.now = at(day);
    }

    /** Nine in the morning of that day in Vietnam. */
    public void set(LocalDate day) {
        now = at(day);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Surroundings.VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Surroundings.VIETNAM).toInstant();
    }
}
