package vn.antin.easel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much drawing may ask of the machine.
 *
 * @param longest time of a processor for all the pages of one file; at most twice that and ten seconds on the clock
 * @param patience how long one waits for those before
 */
@ConfigurationProperties("antin.easel")
record EaselProperties(
        @DefaultValue("20s") Duration longest,
        @DefaultValue("40s") Duration patience) {
    EaselProperties {
        if (longest.toMillis() < 1 || longest.toMinutes() > 10) {
            throw new IllegalArgumentException("antin.easel.longest must lie between 1 ms and 10 minutes");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("antin.easel.patience must not be negative");
        }
    }

    Duration onTheClock() {
        return longest.multipliedBy(2).plusSeconds(10);
    }
}
